"""The pages made of the documentation: each file that a reader of the site needs has one, under its own heading."""

from __future__ import annotations

import pytest

from kb.views.manuals import EDITORS_PART, MANUALS, STAFF_PART, Manual, manuals_of
from tests.support.paths import ROOT

ENGINEERS = {"docs/cluster.md", "docs/developers.md", "docs/phat-hanh.md", "docs/theme.md"}
"""Pages for those who change the code, run a cluster or make releases: they stay with the code."""


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.source)
def test_its_title_is_the_heading_of_the_file(manual: Manual) -> None:
    assert (ROOT / manual.source).read_text("utf-8").startswith(f"# {manual.title}\n")
    assert manual.href.startswith(str(manual.part.href))
    assert not manual.said.endswith(".")


def test_every_page_for_staff_or_editors_has_its_place() -> None:
    pages = {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    assert pages - ENGINEERS == {manual.source for manual in MANUALS} - {"CONTRIBUTING.md"}


def test_each_part_lists_its_own() -> None:
    assert {*manuals_of(STAFF_PART), *manuals_of(EDITORS_PART)} == set(MANUALS)
    assert len({manual.href for manual in MANUALS}) == len(MANUALS)
