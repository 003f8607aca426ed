"""Each limit of the import from both sides: the last that is taken, the first that is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing import Origin, draft_of, draft_yaml
from kb.importing.blocks import blocks_of, is_wrapped
from kb.importing.body_yaml import body_yaml
from kb.importing.document_yaml import body_id, reading_note
from kb.importing.header_state import is_header
from kb.importing.identity import propose_id
from kb.importing.read_document import Imported, read_document
from kb.importing.readings import BodyReading, Header
from kb.importing.relations import propose
from kb.importing.structure import structure
from tests.kb.importing.test_header import CASES

ORIGIN = Origin("https://example.vn/a", "2026-01-02")
STATE = ["BỘ CÔNG AN", "Số: 90/2025/TT-BCA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 5 tháng 3 năm 2025"]
ARTICLE = ["Điều 1. Phạm vi", "Phạm vi là việc thử."]


def read(corpus: Corpus, *lines: str) -> Imported:
    return read_document(corpus, Draft("a.txt", "\n".join(lines)))


def header(corpus: Corpus, *lines: str) -> Header:
    return read(corpus, *lines).header


def words(length: int, first: str = "") -> str:
    """Words of this many code points together, as a sentence has them."""
    text = first + "thử việc " * length
    return text[: length - 1].rstrip().ljust(length, "h")


@pytest.mark.parametrize(("confidence", "doubtful"), [(0.69, True), (0.7, False), (0.71, False)])
def test_a_reading_is_doubtful_below_seventy_percent(confidence: float, doubtful: bool) -> None:
    note = reading_note(Draft("a.txt", "a\nb"), confidence, 2)
    assert note == f"tin cậy {round(confidence * 100)}% · dòng 2" + " · cần xem lại" * doubtful


@pytest.mark.parametrize(("above", "found"), [(41, True), (42, False)])
def test_a_header_has_45_blocks(corpus: Corpus, above: int, found: bool) -> None:
    lines = [f"Dòng thứ {number}." for number in range(above)]
    assert (header(corpus, *STATE[2:], *lines, "BỘ CÔNG AN", STATE[1], "THÔNG TƯ").number is not None) == found


@pytest.mark.parametrize(("between", "title"), [(11, "Luật Phòng, chống Thử"), (12, "Luật Phòng, chống thử")])
def test_a_title_in_capitals_is_looked_for_in_12_blocks(corpus: Corpus, between: int, title: str) -> None:
    lines = [f"Căn cứ thứ {number};" for number in range(between)]
    head = ["QUỐC HỘI", "Luật số: 98/2024/QH15", STATE[2], "LUẬT", "PHÒNG, CHỐNG THỬ"]
    found = header(corpus, *head, *lines, "Quốc hội ban hành Luật Phòng, chống Thử.", *ARTICLE).title
    assert found is not None
    assert found.value == title


@pytest.mark.parametrize(("lines", "taken", "confidence"), [(1, 1, 0.95), (8, 8, 0.95), (9, 9, 0.5), (10, 9, 0.5)])
def test_a_title_has_9_lines_and_is_in_doubt_when_it_has_them_all(
    corpus: Corpus, lines: int, taken: int, confidence: float
) -> None:
    title = [f"Việc thử thứ {number}" for number in range(lines)]
    found = header(corpus, *STATE, "THÔNG TƯ", *title, *ARTICLE).title
    assert found is not None
    assert (found.value.count("thứ"), found.confidence) == (taken, confidence)


@pytest.mark.parametrize(("length", "title"), [(500, True), (501, False)])
def test_the_first_line_of_a_title_has_500_letters(corpus: Corpus, length: int, title: bool) -> None:
    assert (header(corpus, *STATE, "THÔNG TƯ", words(length, "Về "), *ARTICLE).title is not None) == title


@pytest.mark.parametrize(("length", "taken"), [(200, True), (201, False)])
def test_a_further_line_of_a_title_has_200(corpus: Corpus, length: int, taken: bool) -> None:
    found = header(corpus, *STATE, "THÔNG TƯ", "Về việc:", words(length, "Bàn "), *ARTICLE)
    assert found.title is not None
    assert (found.title.value == f"Về việc: {words(length, 'Bàn ')}") == taken


@pytest.mark.parametrize(("between", "above"), [(2, 7), (3, 4)])
def test_the_subject_of_a_letter_ends_its_header_within_three_lines(corpus: Corpus, between: int, above: int) -> None:
    lines = [f"Dòng {number}." for number in range(between)]
    assert len(header(corpus, *STATE, *lines, "V/v thử việc", "Kính gửi: Công an tỉnh.").above) == above


@pytest.mark.parametrize(("length", "found"), [(60, True), (61, False)])
def test_the_line_of_place_and_day_has_60_letters(length: int, found: bool) -> None:
    day = ", ngày 05 tháng 3 năm 2025"
    (block,) = blocks_of(Draft("a.txt", words(length - len(day), "Tỉnh ") + day))
    assert (len(block.text), is_header(block)) == (length, found)


@pytest.mark.parametrize(("behind", "found"), [(39, True), (40, False)])
def test_the_day_of_passing_stands_in_the_last_40_blocks(corpus: Corpus, behind: int, found: bool) -> None:
    lines = [f"Dòng {number}." for number in range(behind)]
    passed = "Luật này được Quốc hội thông qua ngày 27 tháng 6 năm 2025."
    assert (header(corpus, "QUỐC HỘI", STATE[2], "LUẬT", "Thử", *ARTICLE, passed, *lines).issued is not None) == found


@pytest.mark.parametrize(("length", "found"), [(40, True), (41, False)])
def test_the_name_of_a_person_has_40_letters(corpus: Corpus, length: int, found: bool) -> None:
    name = "Nguyễn Văn".ljust(length, "n")
    signer = header(corpus, *STATE, "THÔNG TƯ", "Về việc thử", *ARTICLE, "Hết./.", "BỘ TRƯỞNG", name).signer
    assert (signer is not None) == found


@pytest.mark.parametrize(("length", "heading"), [(300, True), (301, False)])
def test_a_heading_has_300_letters(length: int, heading: bool) -> None:
    text = words(length, "Phạm vi ")
    (article,) = structure(blocks_of(Draft("a.txt", f"Điều 1. {text}")))
    (chapter,) = structure(blocks_of(Draft("a.txt", f"Chương I\n\n{text}")))
    assert [(piece.heading, piece.text) for piece in (article, chapter)] == [
        (text, []) if heading else ("", [text])
    ] * 2


@pytest.mark.parametrize(("length", "joined"), [(44, False), (45, True)])
def test_the_margin_breaks_a_line_of_45_letters(length: int, joined: bool) -> None:
    lines = [words(length, "Công an nhân dân "), "Bộ Công an"]
    assert (len(blocks_of(Draft("a.pdf", "\n".join(lines), paged=True))) == 1) == joined


@pytest.mark.parametrize(("length", "joined"), [(59, False), (60, True)])
def test_the_margin_breaks_a_line_of_three_quarters_of_a_full_one(length: int, joined: bool) -> None:
    lines = [f"{words(79, 'Công an ')}."] * 10 + [words(length, "Công an nhân dân "), "Bộ Công an"]
    assert (len(blocks_of(Draft("a.pdf", "\n".join(lines), paged=True))) == 11) == joined


@pytest.mark.parametrize(("length", "joined"), [(19, False), (20, True)])
def test_a_soft_break_cuts_a_paragraph_of_20_letters(length: int, joined: bool) -> None:
    assert (len(blocks_of(Draft("a.txt", f"{words(length, 'Công an ')}\ncủa tỉnh"))) == 1) == joined


@pytest.mark.parametrize(("width", "wrapped"), [(130, True), (131, False)])
def test_a_page_is_130_letters_wide(width: int, wrapped: bool) -> None:
    assert is_wrapped(Draft("a.txt", "\n".join([words(width)] * 4))) == wrapped


@pytest.mark.parametrize(("length", "wrapped"), [(44, False), (45, True)])
def test_a_page_has_lines_of_45_letters(length: int, wrapped: bool) -> None:
    assert is_wrapped(Draft("a.txt", f"{words(length)}\nnhân dân")) == wrapped


@pytest.mark.parametrize(("closed", "wrapped"), [(3, True), (4, False)])
def test_a_page_has_one_long_line_in_four_that_goes_on(closed: int, wrapped: bool) -> None:
    lines = [words(50, "Công an "), "nhân dân.", *[f"{words(50, 'Công an ')}."] * closed]
    assert is_wrapped(Draft("a.txt", "\n".join(lines))) == wrapped


@pytest.mark.parametrize(("cited", "named"), [(6, 6), (7, 6)])
def test_a_relation_names_six_provisions(corpus: Corpus, cited: int, named: int) -> None:
    lines = [f"Theo Điều {number} Nghị quyết số 51-NQ/TW." for number in range(1, cited + 1)]
    (relation,) = propose(corpus, header(corpus, *STATE, "THÔNG TƯ", "Về việc thử", *ARTICLE, *lines))
    assert len(relation.provisions) == named


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("a b c d e f g h i k l m", "vb-a-b-c-d-e-f-g-h-i-k-l-m"),
        ("a b c d e f g h i k l m n", "vb-a-b-c-d-e-f-g-h-i-k-l-m"),
        ("a" * 57, f"vb-{'a' * 57}"),
        ("a" * 58, f"vb-{'a' * 57}"),
    ],
)
def test_an_id_of_a_title_has_12_words_and_60_letters(corpus: Corpus, title: str, made: str) -> None:
    assert propose_id(corpus, Header(), title) == made


@pytest.mark.parametrize(("length", "kept"), [(80, 80), (81, 80)])
def test_an_id_of_a_body_has_80_letters(length: int, kept: int) -> None:
    assert body_id("b" * length) == "b" * kept


@pytest.mark.parametrize(("name", "made"), [("B", False), ("Bộ", True), ("B" * 120, True), ("B" * 121, False)])
def test_a_body_has_a_name_of_2_to_120_letters(name: str, made: bool) -> None:
    draft = Draft("a.txt", name)
    assert (body_yaml(draft, BodyReading(name, None, 0.5, 0), ORIGIN) is not None) == made


def test_a_draft_that_the_corpus_would_refuse_is_reported(
    tmp_path: Path, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(CASES[-1]["text"], "utf-8")
    drafted = draft_of(corpus, tmp_path / "a.txt", ORIGIN)
    found: list[Any] = []
    for limit in (len(drafted.text.encode()), len(drafted.text.encode()) - 1):
        monkeypatch.setattr(draft_yaml, "MAX_BYTES", limit)
        found.append("Bản nháp dài quá" in draft_of(corpus, tmp_path / "a.txt", ORIGIN).summary)
    assert found == [False, True]


def test_a_line_of_one_letter_is_read_and_empty_lines_are_counted() -> None:
    assert [(block.text, block.gap) for block in blocks_of(Draft("a.txt", "A\n\n\nB\nC"))] == [
        ("A", 0),
        ("B", 2),
        ("C", 0),
    ]


def test_a_point_out_of_its_order_begins_a_paragraph_unless_the_margin_may_have_cut_the_line_above() -> None:
    long = words(60, "Người lao động ")
    text = "\n".join([f"{long}."] * 4 + [long, "c) việc thử"])
    assert len(blocks_of(Draft("a.txt", text))) == 6
    assert len(blocks_of(Draft("a.pdf", text, paged=True))) == 5
