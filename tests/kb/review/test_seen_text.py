"""Comments in files whose text is not all in their runs: numbers of lists, hidden words, signs of other fonts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from cli import main
from kb.drafts.docx import read
from kb.review.comments import commented
from kb.review.judge import review
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.test_lists import file_of, numbering
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run, unpacked
from tests.kb.review.commenting import corpus, marked_text, without_marks

HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def grown(random: Random) -> str:
    paragraphs = []
    for _ in range(random.randint(2, 6)):
        properties = random.choice(
            [
                "",
                '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
                '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>',
                "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>",
            ]
        )
        inline = []
        for _ in range(random.randint(0, 5)):
            half = random.randint(1, len(LAPSED) - 1)
            box = f"<w:pict><w:txbxContent>{paragraph(run(LAPSED))}</w:txbxContent></w:pict>"
            inline.append(
                run(" nay; ")
                + random.choice(
                    [
                        run(f" a {LAPSED} b "),
                        run(LAPSED[:half]) + run("x", HIDDEN) + run(LAPSED[half:]),
                        run(LAPSED, HIDDEN),
                        f"<w:r><w:softHyphen/><w:t>{LAPSED}</w:t><w:sym w:font='Symbol' w:char='F02D'/></w:r>",
                        f"<w:r><mc:AlternateContent {MC}><mc:Choice Requires='a'>{box}</mc:Choice>"
                        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
                        f"<w:r><mc:AlternateContent {MC}><mc:Choice Requires='a'/><mc:Fallback>{box}</mc:Fallback>"
                        "</mc:AlternateContent></w:r>",
                    ]
                )
                + run(" nay; ")
            )
        paragraphs.append(paragraph(properties, *inline))
    return "".join(paragraphs)


@pytest.mark.parametrize("seed", range(60))
def test_comments_hold_the_words_and_the_text_stays(seed: int) -> None:
    data = file_of(grown(Random(seed)), numbering([{"text": "Luật %1."}], {}))
    draft = read(data, "a.docx")
    found = review(corpus(), draft, date(2026, 11, 24))
    out, without_place = commented(data, found)
    assert read(out, "a.docx").text.startswith(draft.text)  # comments of others are none here, kb's own are not read
    before, after = unpacked(data)["word/document.xml"], unpacked(out)["word/document.xml"]
    assert without_marks(after) == without_marks(before)
    told = [finding for finding in found.findings if finding.sentences()]
    texts = marked_text(after)
    assert len(texts) == len(told) - without_place
    hidden = {LAPSED[:n] + "x" + LAPSED[n:] for n in range(len(LAPSED))}
    assert set(texts.values()) <= {LAPSED, "", *hidden}  # none in a form that is read in the place of another


@pytest.mark.parametrize(
    ("name", "out", "words"),
    [
        ("a.docm", "b.docm", "Đã ghi"),
        ("a.dotx", "b.DOTX", "Đã ghi"),
        ("a.docm", "b.docx", "phải là tên tệp có đuôi .docm"),
        ("a.txt", "b.docx", "--docx cần đúng một tệp"),
        ("a.docm", "A2/../a.docm", "chính là tệp đọc vào"),
        ("a.docm", "no/c.docm", "không có thư mục chứa tệp"),
    ],
)
def test_a_copy_is_of_the_kind_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, out: str, words: str
) -> None:
    data = packed(parts_of(paragraph(run(LAPSED))))
    (tmp_path / name).write_bytes(data)
    (tmp_path / "A2").mkdir()
    monkeypatch.chdir(tmp_path)
    arguments = ["--corpus", str(Path(__file__).parents[3] / "corpus"), "review", name, "--docx", out]
    result = CliRunner().invoke(main, arguments)
    assert words in result.stderr
    assert (tmp_path / name).read_bytes() == data
