"""What looks like a citation by its number and is none, and a law without a name of its own."""

from __future__ import annotations

from kb.citation.find import find
from kb.citation.identity import law_name
from kb.citation.models import CitationKind


def test_a_bare_number_without_day_or_body_points_back() -> None:
    assert [citation.kind for citation in find("Thực hiện Quyết định 125 đã nêu ở trên")] == [
        CitationKind.BACK_REFERENCE
    ]


def test_mistyped_figures_without_a_type_word_are_no_citation() -> None:
    assert find("Theo 12/2O21/TT-BCA ngày 05/6/2021") == []
    assert len(find("Theo Thông tư 12/2O21/TT-BCA ngày 05/6/2021")) == 1


def test_a_second_law_of_a_list_has_no_name_typed() -> None:
    first, second = find("Luật Xuất bản số 30/2004/QH11 và số 31/2005/QH11")
    assert (law_name(first), law_name(second)) == (("xuất", "bản"), ())
