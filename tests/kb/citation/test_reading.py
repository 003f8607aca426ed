"""The same citation is read however it was typed: dashes, blanks, page breaks, letters that look alike."""

from __future__ import annotations

import pytest

from kb.citation.find import find
from kb.citation.reading import Reading
from kb.citation.symbol import type_of, usual_case
from kb.number.document_number import DocumentNumber
from tests.kb.citation.test_find import row

TYPED = "Nghị quyết số 51-NQ/TW, ngày 05/9/2019 của Bộ Chính trị"


def parts(text: str) -> list[dict[str, object]]:
    """What is read in a text, without the words as typed."""
    return [{name: part for name, part in row(citation).items() if name != "surface"} for citation in find(text)]


@pytest.mark.parametrize("dash", ["‐", "‑", "–", "−"])
def test_dashes_are_hyphens(dash: str) -> None:
    assert parts(TYPED.replace("-", dash)) == parts(TYPED)


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", " " * 12, "\n", "\t" * 10])
def test_blanks_of_any_width_are_blanks(blank: str) -> None:
    assert parts(TYPED.replace(" số ", f"{blank}số{blank}")) == parts(TYPED)


def test_the_letter_eth_is_d_with_a_stroke() -> None:
    [read] = parts("Nghị định số 06/2014/NÐ-CP")
    assert read["number"] == "06/2014/NĐ-CP"


@pytest.mark.parametrize("cut", ["\n12\n\f", "\n 12 \f", "\f 12 ", "\nCÔNG BÁO/Số 22/Ngày 01-02-2025\n"])
def test_a_page_that_ends_within_a_citation_does_not_end_it(cut: str) -> None:
    assert parts(TYPED.replace("ngày ", f"ngày{cut}\n" if cut.startswith("\f") else f"ngày{cut}")) == parts(TYPED)


@pytest.mark.parametrize(
    "type_word",
    ["Luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch", "Quyết định", "Nghị quyết", "Chỉ thị"],
)
def test_types_whose_number_may_lack_its_symbol(type_word: str) -> None:
    [read] = parts(f"theo {type_word} số 01/2018 thì")
    assert (read["type"], find(f"theo {type_word} số 01/2018 thì")[0].number) == (type_word, None)


def test_a_report_has_no_number_without_its_symbol() -> None:
    assert parts("theo Báo cáo số 01/2018 thì") == []


@pytest.mark.parametrize(
    ("typed", "usual"),
    [("THÔNG  TƯ", "Thông tư"), ("thông tư", "Thông tư"), ("GIẤY PHÉP LẠ", "Giấy phép lạ"), ("bản\nkê", "Bản kê")],
)
def test_usual_case(typed: str, usual: str) -> None:
    assert usual_case(typed) == usual


@pytest.mark.parametrize(
    ("number", "type_word"),
    [
        ("124/2021/TT-BCA", "Thông tư"),
        ("09/BCA-QĐ", "Quyết định"),  # the type may be the second group, as numbers of old have it
        ("12/BCA-V05", "Công văn"),
        ("12/BCA-V05-QĐ", "Công văn"),
        ("37/2018/QH14", None),
        ("12-QĐ/TW", None),
        ("12-TT/TW", None),
        ("37/2018/QH14-ABC", None),
        ("12/XYZ", None),
    ],
)
def test_the_type_that_a_symbol_tells(number: str, type_word: str | None) -> None:
    assert type_of(DocumentNumber.parse(number)) == type_word


@pytest.mark.parametrize("between", [" ", ", "])
@pytest.mark.parametrize("behind", ["", " của Bộ Công an và việc khác"])
def test_the_day_said_behind_a_title_is_no_part_of_it(between: str, behind: str) -> None:
    text = f"Thông tư số 124/2021/TT-BCA quy định về khu dân cư{between}ngày 28/12/2021 của Bộ Công an{behind}"
    [citation] = find(text)
    assert citation.title
    assert citation.title.surface == "quy định về khu dân cư"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (f"a{' ' * 8}b", f"a{' ' * 8}b"),
        (f"a{' ' * 9}b", "a b"),
        (f"a{' ' * 9}\tb", "a\tb"),
        (f"a{' ' * 9}\nb", "a\nb"),
        (f"a{' ' * 9}\n\t\nb", "a\n\nb"),
        ("a\u00a0b\u202fc", "a b c"),
        ("Ð‐‑–−", "Đ----"),
        ("Quy\u00adết\u200b\u2060định\ufeff", "Quyếtđịnh"),
        ("a\u0301a\u0302\u0301", "áấ"),
        ("bca\u0301", "bcá"),
        ("\u0301a", "\u0301a"),
        ("a\u00ad\u0301b", "áb"),
    ],
)
def test_the_plain_form(text: str, plain: str) -> None:
    reading = Reading(text)
    assert reading.plain == plain
    assert reading.span(0, len(plain)).surface.startswith(text[:1])
    assert reading.span(len(plain) - 1, len(plain)).surface[:1] in text[-3:]
