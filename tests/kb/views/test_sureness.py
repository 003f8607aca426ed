"""How sure something is: one sign a fact, on the pages and in the terminal, and a legend that explains each."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kb.model.vocabulary import Sureness
from kb.views.shown_record import shown_record
from kb.views.site_snapshot import SiteSnapshot
from kb.views.sureness import FACT_LEGEND, REMARK_LEGEND, SureMark
from tests.kb.views.test_views import DAY, files, snapshot
from tests.support.corpora import document, load

__all__ = ["snapshot"]


@pytest.mark.parametrize("legend", [FACT_LEGEND, REMARK_LEGEND])
def test_each_sign_means_one_thing(legend: tuple[SureMark, ...]) -> None:
    assert len({mark.sign for mark in legend}) == len({mark.words for mark in legend}) == len(legend)
    assert all(len(mark.sign) == 1 and unicodedata.category(mark.sign).startswith("S") for mark in legend)


@pytest.mark.parametrize("legend", [FACT_LEGEND, REMARK_LEGEND])
def test_signs_are_held_by_the_fonts_of_terminals(legend: tuple[SureMark, ...]) -> None:
    """Code page 437, the one that consoles had before Unicode, or the geometric shapes of WGL4."""
    assert {mark.sign for mark in legend} <= set("●○□■▪▫▲►▼◄◊◘◙≈")


def test_a_line_of_the_terminal_ends_with_the_mark_and_the_last_line_explains_those_met(tmp_path: Path) -> None:
    remarks = "remarks:\n  - {text: Chưa đọc nguyên văn, sure: plan, sources: [s1]}\n"
    given = files() | {"documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", more=remarks)}
    held = SiteSnapshot(load(tmp_path, given), DAY)
    lines = list(shown_record(held, held.corpus.documents["tt-1"]))
    assert "  Ngày ban hành: 01/01/2020 ○" in lines
    assert "  - Chưa đọc nguyên văn □" in lines
    assert lines[-1] == "Mức chắc chắn: ○ đọc được ở một nguồn; □ chỉ thấy trong kế hoạch"
    assert not any(sure.label in line for sure in Sureness for line in lines[:-1])


def test_what_no_witness_speaks_of_has_no_mark(snapshot: SiteSnapshot) -> None:
    lines = list(shown_record(snapshot, snapshot.corpus.documents["ct-x"]))
    assert "  Người ký: chưa xác định" in lines
