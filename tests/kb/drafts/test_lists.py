"""Lists of Word files as Word shows them: a table of lists, styles that are lists, what a change does to them."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.drafts.docx import read
from kb.drafts.list_numbers import list_number
from kb.importing import Origin, draft_of
from kb.review.comments import commented
from kb.review.judge import review
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import W, packed, paragraph, parts_of, run, unpacked
from tests.kb.review.commenting import corpus, marked_text

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "lists.yaml").read_text("utf-8"))


def level(number: int, said: dict[str, Any]) -> str:
    rest = f'<w:lvlRestart w:val="{said["restart"]}"/>' if "restart" in said else ""
    legal = "<w:isLgl/>" if said.get("legal") else ""
    font = f'<w:rPr><w:rFonts w:ascii="{said["font"]}"/></w:rPr>' if "font" in said else ""
    style = f'<w:pStyle w:val="{said["style"]}"/>' if "style" in said else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{said.get("start", 1)}"/>'
        f'<w:numFmt w:val="{said.get("form", "decimal")}"/>{rest}{style}{legal}'
        f'<w:suff w:val="{said.get("suffix", "tab")}"/><w:lvlText w:val="{said["text"]}"/>{font}</w:lvl>'
    )


def numbering(levels: list[dict[str, Any]], lists: dict[int, dict[str, Any]]) -> bytes:
    """A part with one definition and the lists over it; list 1 says nothing of its own."""
    definition = "".join(level(number, said) for number, said in enumerate(levels))
    nums = ""
    every: dict[int, dict[str, Any]] = {1: {}} | lists
    for number, own in every.items():
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for at, start in own.get("starts", {}).items()
        )
        nums += f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{starts}</w:num>'
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{definition}</w:abstractNum>{nums}'
        "</w:numbering>"
    ).encode()


def listed(words: str, at: int | None, list_id: int = 1) -> str:
    if at is None:
        return paragraph(run(words))
    place = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(f"<w:pPr>{place}</w:pPr>", run(words))


def file_of(body: str, lists: bytes, styles: str = "") -> bytes:
    parts = parts_of(body, n=("numbering", "numbering.xml"), s=("styles", "styles.xml"))
    parts |= {"word/numbering.xml": lists, "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode()}
    return packed(parts)


def case_file(case: dict[str, Any]) -> bytes:
    body = "".join(listed(words, at, *rest) for at, words, *rest in case["paragraphs"])
    return file_of(body, numbering(case["levels"], case.get("lists", {})))


def lines(data: bytes) -> list[str]:
    return read(data, "a.docx").text.splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_lists_are_counted_as_word_shows_them(case: dict[str, Any]) -> None:
    assert lines(case_file(case)) == case["shown"]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (4000, "upperRoman", "4000"), (0, "upperLetter", "0"),
        (52, "lowerLetter", "zz"), (9_999_999, "lowerLetter", "9999999"), (21, "vietnameseCounting", "hai mươi mốt"),
        (15, "vietnameseCounting", "mười lăm"), (11, "vietnameseCounting", "mười một"), (3, "none", ""),
        (20, "vietnameseCounting", "hai mươi"), (100, "vietnameseCounting", "100"),
        (3, "decimalEnclosedCircle", "③"), (7, "numberInDash", "- 7 -"),
    ],
)  # fmt: skip
def test_a_number_in_its_form(number: int, form: str, shown: str) -> None:
    assert list_number(number, form) == shown


def test_numbers_as_they_are_described() -> None:
    assert list_number(7, "custom", "001, 002, 003, ...") == "007"


def test_an_end_that_is_hidden_to_set_two_styles_on_one_line_is_counted() -> None:
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    shown = {}
    for mark in ("<w:vanish/>", "<w:vanish/><w:specVanish/>"):
        first = paragraph(f"<w:pPr>{place}<w:rPr>{mark}</w:rPr></w:pPr>", run("a"))
        rest = paragraph(run("b")) + listed("c", 0)
        shown[mark] = lines(file_of(first + rest, numbering([{"text": "%1."}], {})))
    assert list(shown.values()) == [["ab", "1. c"], ["1. ab", "2. c"]]


def test_what_stands_for_readers_of_other_programs_is_no_list() -> None:
    other = numbering([{"text": "Mục %1."}], {}).decode()
    begin, end = other.index("<w:abstractNum "), other.index("</w:numbering>")
    fallback = f"<Fallback>{other[begin:end]}</Fallback></w:numbering>"
    lists = numbering([{"text": "Điều %1."}], {}).decode().replace("</w:numbering>", fallback)
    assert lines(file_of(listed("A", 0), lists.encode())) == ["Điều 1. A"]


ARTICLES = [{"text": "Điều %1.", "style": "Dieu"}, {"text": "%2.", "style": "Khoan"}]
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Khoan"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ngoai"><w:basedOn w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="0"/>'
    "</w:numPr></w:pPr></w:style>"
)


def styled(style: str, words: str, more: str = "") -> str:
    return paragraph(f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>', run(words))


def test_styles_that_are_lists() -> None:
    body = styled("Dieu", "A") + styled("Khoan", "b") + styled("Con", "c") + styled("Ngoai", "D") + styled("Dieu", "E")
    assert lines(file_of(body, numbering(ARTICLES, {}), STYLES)) == ["Điều 1. A", "1. b", "2. c", "D", "Điều 2. E"]


def test_a_list_by_the_name_of_a_style() -> None:
    """`w:numStyleLink`: the list stands for the one that the numbering style names."""
    linked = numbering([{"text": "Mục %1."}], {}).decode()
    owner = '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Luat"/>'
    linked = linked.replace('<w:abstractNum w:abstractNumId="0">', owner).replace(
        "<w:num ", '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Luat"/></w:abstractNum><w:num ', 1
    )
    linked = linked.replace("</w:numbering>", '<w:num w:numId="8"><w:abstractNumId w:val="7"/></w:num></w:numbering>')
    assert lines(file_of(listed("a", 0, 8) + listed("b", 0, 8), linked.encode())) == ["Mục 1. a", "Mục 2. b"]


def test_a_level_that_a_list_says_otherwise() -> None:
    own = '<w:lvlOverride w:ilvl="0">' + level(0, {"text": "Câu %1:", "start": 3}) + "</w:lvlOverride></w:num>"
    changed = numbering([{"text": "%1."}], {}).decode().replace("</w:num>", own, 1)
    assert lines(file_of(listed("a", 0) + listed("b", 0), changed.encode())) == ["Câu 3: a", "Câu 4: b"]


def test_what_the_list_of_a_paragraph_was_counts_for_nothing() -> None:
    before = (
        '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    )
    body = paragraph(f"<w:pPr>{before}</w:pPr>", run("a")) + listed("b", 0)
    assert lines(file_of(body, numbering([{"text": "%1."}], {}))) == ["a", "1. b"]


def test_paragraphs_that_were_joined_are_one_of_the_list() -> None:
    joined = listed("a", 0).replace("</w:pPr>", '<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>')
    body = joined + listed("b", 0) + listed("c", 0)
    assert lines(file_of(body, numbering([{"text": "%1."}], {}))) == ["1. ab", "2. c"]


def test_a_text_box_is_counted_behind_its_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{listed('trong', 0)}</w:txbxContent></w:pict></w:r>"
    around = listed("ngoài", 0).replace("</w:p>", box + "</w:p>")
    assert lines(file_of(around + listed("sau", 0), numbering([{"text": "%1."}], {}))) == [
        "1. ngoài", "2. trong", "3. sau"
    ]  # fmt: skip


def test_comments_stand_at_the_words_behind_a_number_of_a_list() -> None:
    data = file_of(listed("Mở đầu", 0) + listed(f"Thực hiện {LAPSED}.", 0), numbering([{"text": "%1."}], {}))
    draft = read(data, "a.docx")
    assert draft.text == f"1. Mở đầu\n2. Thực hiện {LAPSED}.\n"
    out, without_place = commented(data, review(corpus(), draft, date(2026, 11, 24)))
    assert without_place == 0
    assert set(marked_text(unpacked(out)["word/document.xml"]).values()) == {LAPSED}


def test_a_citation_that_begins_in_a_number_is_marked_where_the_file_has_it() -> None:
    levels = [{"text": LAPSED[:24], "suffix": "nothing", "form": "bullet"}]
    data = file_of(listed(LAPSED[24:], 0), numbering(levels, {}))
    out, without_place = commented(data, review(corpus(), read(data, "a.docx"), date(2026, 11, 24)))
    assert without_place == 0
    assert marked_text(unpacked(out)["word/document.xml"]) == {"0": LAPSED[24:]}


def test_the_units_of_an_import_are_those_that_are_seen(tmp_path: Path) -> None:
    head = ["CHÍNH PHỦ", "Số: 1/2023/NĐ-CP", "Hà Nội, ngày 02 tháng 01 năm 2023", "NGHỊ ĐỊNH", "Quy định về mẫu"]
    body = "".join(paragraph(run(words)) for words in head)
    body += "".join(listed(words, at) for at, words, *_ in CASES[0]["paragraphs"])
    (tmp_path / "a.docx").write_bytes(file_of(body, numbering(CASES[0]["levels"], {})))
    text = draft_of(corpus(), tmp_path / "a.docx", Origin("a", "2026-11-24"), plan=False).text
    provisions = yaml.safe_load(text)["provisions"]
    assert [(each["kind"], each["number"]) for each in provisions] == [
        ("dieu", "1"), ("khoan", "1"), ("khoan", "2"), ("dieu", "2"), ("khoan", "1"), ("diem", "a"), ("diem", "b"),
        ("khoan", "2"),
    ]  # fmt: skip


def test_the_parts_of_a_plan_are_those_that_are_seen(tmp_path: Path) -> None:
    head = ["UBND TỈNH", "Số: 12/KH-UBND", "KẾ HOẠCH", "Triển khai phong trào năm 2026", "Thực hiện Nghị quyết:"]
    body = "".join(paragraph(run(words)) for words in head)
    body += "".join(listed(words, at) for at, words, *_ in CASES[1]["paragraphs"])
    (tmp_path / "a.docx").write_bytes(file_of(body, numbering(CASES[1]["levels"], {})))
    text = draft_of(corpus(), tmp_path / "a.docx", Origin("a", "2026-11-24"), plan=True).text
    labels = [section["label"] for section in yaml.safe_load(text)["sections"]]
    assert labels[labels.index("I") :] == ["I", "II", "II.1", "II.1.1", "II.1.2", "II.2", "II.2.1"]


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) không có trên máy này")
def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
    """Of the lists that both count by the same rules: LibreOffice 7.4 knows neither these forms nor restarts."""
    cases = {
        str(number): case
        for number, case in enumerate(CASES)
        if not any(said.get("form") in ("ordinal", "vietnameseCounting", "bullet") for said in case["levels"])
        and "apart" not in case
        and not any("restart" in said or "legal" in said for said in case["levels"])
    }
    for name, case in cases.items():
        (tmp_path / f"{name}.docx").write_bytes(case_file(case))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    command = [str(SOFFICE), profile, *convert]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=240)
    for name, case in cases.items():
        shown = (tmp_path / f"{name}.txt").read_text("utf-8-sig").splitlines()
        assert [_flat(line) for line in shown] == [_flat(line) for line in case["shown"]], case["name"]


def _flat(line: str) -> str:
    return "".join(line.split())
