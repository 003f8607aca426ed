"""No kind of page is forgotten by the tests of pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.corpus.load import load_corpus
from kb.register.compiled import compiled
from kb.register.folder import read_tables
from kb.register.lookup import Register
from kb.views.pages import pages
from kb.views.site_snapshot import SiteSnapshot
from tests.support.paths import ROOT
from tests.web.kinds import DOCUMENT, EXAMPLES, kind_of

MOVED = "moved"
"""Of records that had another id, which none of the corpus has: `test_machines` makes some."""


def test_every_kind_has_an_example() -> None:
    kinds: dict[str, set[str]] = {}
    register = Register(compiled(read_tables(ROOT / "corpus" / "register")))
    for page in pages(SiteSnapshot(load_corpus(ROOT / "corpus"), date(2026, 1, 1), register)):
        kinds.setdefault(kind_of(page), set()).add(page.path.removesuffix("index.md"))
    assert set(kinds) - {MOVED} == set(EXAMPLES)
    assert {kind: set(paths) - kinds[kind] for kind, paths in EXAMPLES.items() if set(paths) - kinds[kind]} == {}


@pytest.mark.parametrize("figure", ["dong-thoi-gian", "thang", "so-do"])
def test_the_document_among_them_has_every_figure(site: Path, figure: str) -> None:
    html = (site / DOCUMENT / "index.html").read_text("utf-8")
    assert "<svg" in html.partition(f'id="{figure}"')[2].partition("<h3")[0]
