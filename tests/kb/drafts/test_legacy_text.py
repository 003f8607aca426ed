"""Files typed before Unicode: read, and the report says from what; what cannot be told is refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from cli import main
from kb.drafts import Draft, open_draft
from kb.drafts.open import read_draft
from kb.errors import DraftUnreadable
from kb.language.legacy_tables import encodings
from tests.kb.drafts.word_parts import W, packed, paragraph, parts_of, run
from tests.kb.language.test_legacy import SENTENCE, typed_in
from tests.kb.review.commenting import marked_text
from tests.support.paths import ROOT

WRONG = "Căn cứ Nghị định số 06/2014/NĐ-CP ngày 22 tháng 01 năm 2014 của Chính phủ;"
"""A citation with a wrong day."""


def word_file(path: Path, *paragraphs: list[tuple[str, str]]) -> Path:
    """Paragraphs of runs: (font, text)."""
    document = Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for font, text in runs:
            run = paragraph.add_run(text)
            run.font.name = font
    document.save(str(path))
    return path


@pytest.mark.parametrize("name", ["TCVN3 (ABC)", "VNI", "VISCII", "Windows-1258"])
def test_bytes_of_a_text_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(typed_in(SENTENCE, name).encode("cp1252"))
    draft = open_draft(path)
    assert (draft.text, draft.encoding) == (SENTENCE, name)


def test_bytes_of_no_known_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Ngh\xd7 \xae\x94nh c\xfea B\xb6")
    with pytest.raises(DraftUnreadable, match="không phải văn bản Unicode"):
        open_draft(path)


def test_text_of_no_known_encoding_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ngh× ®”nh cþa B¶ Cæng an vë viÆc §ánh gi¿ c¯n b¶", "utf-8")
    result = CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), "review", str(path)])
    assert result.exit_code == 2
    assert result.stderr == "kb: “a.txt” dùng bảng mã không nhận ra được; hãy lưu lại với mã Unicode (UTF-8)\n"


def test_runs_of_one_paragraph_may_be_in_three_encodings(tmp_path: Path) -> None:
    cut = WRONG.index("ngày"), WRONG.index("của")
    pieces = WRONG[: cut[0]], WRONG[cut[0] : cut[1]], WRONG[cut[1] :]
    path = word_file(
        tmp_path / "a.docx",
        [(".VnTimeH", "chÝnh phñ")],
        [
            (".VnTime", typed_in(pieces[0], "TCVN3 (ABC)")),
            ("Times New Roman", pieces[1]),
            ("VNI-Times", typed_in(pieces[2], "VNI")),
        ],
    )
    draft = open_draft(path)
    assert draft.text == f"CHÍNH PHỦ\n{WRONG}\n"
    assert draft.encoding == "TCVN3 (ABC), VNI"


def test_a_letter_and_its_mark_may_stand_in_two_runs(tmp_path: Path) -> None:
    typed = typed_in("ngày", "VNI")
    path = word_file(tmp_path / "a.docx", [("VNI-Times", typed[:3]), ("VNI-Times", typed[3:])])
    assert open_draft(path).text == "ngày\n"


STYLES = {
    "the file": "<w:docDefaults><w:rPrDefault><w:rPr>{font}</w:rPr></w:rPrDefault></w:docDefaults>",
    "every paragraph": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{font}</w:rPr></w:style>',
    "a paragraph": '<w:style w:type="paragraph" w:styleId="P"><w:rPr>{font}</w:rPr></w:style>',
    "what a style is based on": '<w:style w:styleId="B"><w:rPr>{font}</w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="B"/></w:style>',
    "a run": '<w:style w:type="character" w:styleId="R"><w:rPr>{font}</w:rPr></w:style>',
}


def styled(style: str, font: str, text: str, own: str = "") -> Draft:
    """A file whose words name no font but in `style`, or `own`."""
    properties = f'<w:rPr><w:rStyle w:val="R"/>{own}</w:rPr>'
    body = paragraph('<w:pPr><w:pStyle w:val="P"/></w:pPr>', run(text, properties))
    said = style.format(font=f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
    parts = parts_of(body, s=("styles", "styles.xml"))
    return read_draft(
        packed(parts | {"word/styles.xml": f'<w:styles xmlns:w="{W}">{said}</w:styles>'.encode()}), "a.docx"
    )


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_a_style_tells_the_encoding(style: str) -> None:
    draft = styled(style, ".VnTimeH", "chÝnh phñ")
    assert (draft.text, draft.encoding) == ("CHÍNH PHỦ\n", "TCVN3 (ABC)")
    assert styled(style, "VNI-Times", "Chính").text == "Chính\n"


@pytest.mark.parametrize(
    "own", ['<w:rFonts w:ascii="Arial"/>', '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii=".VnTimeH"/>']
)
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_a_font_of_its_own_hides_that_of_the_style(style: str, own: str) -> None:
    assert styled(style, ".VnTimeH", "Bàn chân", own).text == "Bàn chân\n"
    assert not styled(style, ".VnTimeH", "chÝnh phñ", own).text.isupper()


def test_remarks_of_a_legacy_file_stay_remarks() -> None:
    comments = f'<w:comments xmlns:w="{W}"><w:comment>{paragraph(run("Xem lại"))}</w:comment></w:comments>'
    parts = parts_of(paragraph(run(typed_in(SENTENCE, "TCVN3 (ABC)"))), c=("comments", "comments.xml"))
    draft = read_draft(packed(parts | {"word/comments.xml": comments.encode()}), "a.docx")
    assert "Xem lại" in draft.text
    assert draft.own().text.strip() == SENTENCE.strip()


@pytest.mark.parametrize("name", encodings())
def test_a_review_says_from_what_it_converted_and_where_each_word_was_typed(name: str, tmp_path: Path) -> None:
    path, typed = tmp_path / "a.txt", typed_in(WRONG, name)
    path.write_text(typed, "utf-8")

    def reviewed(form: str) -> str:
        return (
            CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), "review", str(path), "--format", form]).stdout
        )

    found = json.loads(reviewed("json"))
    [citation] = found["citations"]
    assert (found["encoding"], citation["verdict"]) == (name, "wrong")
    assert typed[citation["start"] : citation["end"]] == typed_in(citation["surface"], name)
    for form in ("text", "html"):
        assert f"ăn bản gõ bằng bảng mã {name}; đã được chuyển sang Unicode để đọc" in reviewed(form)


@pytest.mark.parametrize(("font", "name"), [(".VnTime", "TCVN3 (ABC)"), ("VNI-Times", "VNI")])
def test_a_comment_stands_at_the_words_as_typed(font: str, name: str, tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", [(font, typed_in(WRONG, name))])
    out = tmp_path / "b.docx"
    CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), "review", str(path), "--docx", str(out)])
    with zipfile.ZipFile(out) as archive:
        assert list(marked_text(archive.read("word/document.xml")).values()) == [typed_in(WRONG[7:-1], name)]
