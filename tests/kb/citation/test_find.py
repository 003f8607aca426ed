"""Finding: one phenomenon a case, every part and place asserted; any text is taken."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.citation.find import _Places, find
from kb.citation.models import Citation, CitationKind, TextSpan
from kb.errors import InvalidNumber
from kb.number.document_number import DocumentNumber
from tests.support.paths import ROOT

TABLES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
CASES: list[Any] = [
    pytest.param(case, id=f"{table.stem}-{case['id']}")
    for table in TABLES
    for case in yaml.safe_load(table.read_text("utf-8"))
]
TITLED: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "titled.yaml").read_text("utf-8"))
PIECES = [
    "Luật", "Bộ luật", "Thông tư", "Nghị định", "Nghị quyết", "sửa đổi, bổ sung", "số", "ngày", "của", "và", "này",
    "12/2020/TT-BCA", "51-NQ/TW", "01/2018", "09/CP", "143", "TT", "NĐ", "1/", "/", "-", "%", "(", ")", "“", "”",
    "28/12/2021", "06 tháng 8 năm 2018", "năm 2015", "Công an nhân dân", "Bộ Công an", "Chính phủ", "nêu trên",
    "sau đây viết tắt là", "điểm a", "khoản 2", "Điều 5", "QCVN 06:2012/BYT", "Đại hội XIII của Đảng", ",", ";",
    "\n", "\f", ".", "\u00ad", "\u0301", "\nCÔNG BÁO/Số 22/Ngày 01-02-2025\n",
]  # fmt: skip
LEGAL = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
ANY = st.text(max_size=400) | st.text(alphabet="0129/-.ABCĐÐtth sốngày của,%\n\u0301\u00ad", max_size=400) | LEGAL


def row(citation: Citation) -> dict[str, object]:
    """A citation as the tables show it: parts that were not read are left out."""
    antecedent = citation.antecedent
    parts: dict[str, object] = {
        "type": citation.type_name,
        "number": citation.canonical,
        "date": citation.date_typed and citation.date_typed.surface,
        "issuer": citation.issuer_typed and citation.issuer_typed.surface,
        "provision": citation.provision and citation.provision.surface,
        "year": citation.year,
        "inherited": list(citation.inherited),
        "antecedent": antecedent and (antecedent.canonical or antecedent.span.surface),
        "own": citation.own,
    }
    found = {"kind": citation.kind.value, "surface": citation.span.surface}
    return found | {name: part for name, part in parts.items() if part}


@pytest.mark.parametrize("case", CASES)
def test_table(case: dict[str, Any]) -> None:
    assert [row(citation) for citation in find(case["text"])] == case["found"]


@pytest.mark.parametrize("case", TITLED, ids=lambda case: case["id"])
def test_table_of_titles(case: dict[str, Any]) -> None:
    citation = find(case["text"])[0 if case.get("of") == "first" else -1]
    title = citation.title
    assert (title and title.surface) == case.get("title")
    assert title is None or case["text"][title.start : title.end] == title.surface
    assert citation.title_quoted is case.get("quoted", False)
    parts = row(citation)
    assert (parts.get("date"), parts.get("issuer")) == (case.get("date"), case.get("issuer"))


@given(ANY)
def test_any_text_is_taken_and_spans_stand_in_it(text: str) -> None:
    end = 0
    for citation in find(text):
        assert citation.span.start >= end
        end = citation.span.end
        parts = (citation.span, citation.number_typed, citation.date_typed, citation.issuer_typed, citation.provision)
        for span in filter(None, (*parts, citation.type_typed, citation.title)):
            assert text[span.start : span.end] == span.surface


def test_what_is_found_first_keeps_its_place_and_neighbours_may_touch() -> None:
    """A citation that ends where another begins, or begins where one ends, overlaps none."""
    places = _Places()
    first, before, behind = (Citation(TextSpan(*place, ""), CitationKind.NAMED) for place in ((4, 8), (0, 4), (8, 9)))
    places.add([first])
    places.add(
        [Citation(TextSpan(*place, ""), CitationKind.NAMED) for place in ((3, 5), (7, 9), (4, 8), (5, 6), (0, 9))]
    )
    assert places.in_order() == [first]
    places.add([behind, before])
    assert places.in_order() == [before, first, behind]


@given(ANY)
def test_decomposed_letters_change_nothing(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    assert [(c.kind, c.canonical) for c in find(composed)] == [(c.kind, c.canonical) for c in find(decomposed)]


@given(ANY)
def test_a_number_reads_as_itself(text: str) -> None:
    for citation in find(text):
        if citation.number:
            assert DocumentNumber.parse(str(citation.number)) == citation.number


@given(st.text(alphabet="0123456789/-ABCĐNQTWtg.&() ", max_size=30))
def test_parse_of_str_is_identity(text: str) -> None:
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return
    assert DocumentNumber.parse(str(number)) == number


WIDE = (
    "12/2020/TT-BCA{}x",
    "Luật{}số 1/2020/QH14",
    "Luật Giá{}năm",
    "12/2020/TT-BCA của{}Bộ",
    "Điều 1{}Luật Giá",
    "1/{}TT",
)


@pytest.mark.parametrize("text", WIDE)
@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0", " \u200b", "\t\n"])
def test_wide_gaps_cost_no_more_than_narrow_ones(text: str, gap: str) -> None:
    """What is found does not depend on how wide a gap is, and a pattern never tries its every part."""
    wide, wider = (text.format(gap * width) for width in (50, 20_000))
    assert [c.canonical for c in find(wide)] == [c.canonical for c in find(wider)]


def test_finding_needs_the_standard_library_and_msgspec_alone() -> None:
    """It runs in a browser: nothing that reads records or files may come with it."""
    code = (
        "import sys; before = set(sys.modules); import kb.citation.find; "
        "print(*{m.split('.')[0] for m in set(sys.modules) - before} - sys.stdlib_module_names)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert {*loaded.split()} <= {"kb", "msgspec", "typing_extensions"}  # msgspec takes the last one where it is there


FUZZ = int(os.environ.get("KB_FUZZ", "10000"))
SEED = int(os.environ.get("KB_FUZZ_SEED", "46"))
"""Texts of the fuzz run, and where it begins; `make fuzz` reads a hundred thousand others."""


def test_fuzz() -> None:
    """Any text is taken, its citations cut it without loss, and every number reads as itself."""
    pieces = " ".join(case.values[0]["text"] for case in CASES).split(" ") + list(
        "/-.,;:()“”\n\t%\u00ad\u0301\f12*_`\\[]<>&lIOo\u200e\u2013\uff11\u0421ð¹"
    )
    random_ = random.Random(SEED)
    for _ in range(FUZZ):
        text = random_.choice((" ", "", "\n", " " * 12)).join(random_.choices(pieces, k=random_.randrange(1, 12)))
        end = 0
        for citation in find(text):
            span, number = citation.span, citation.number
            assert end <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.surface
            assert number is None or DocumentNumber.parse(str(number)) == number
            end = span.end
