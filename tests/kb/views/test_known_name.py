"""A document without a title goes by its number, never by “unknown”, the word of the file."""

from __future__ import annotations

from pathlib import Path

from kb.views.plan import plan_view
from kb.views.site_snapshot import SiteSnapshot
from kb.views.wording import known_name
from tests.kb.views.test_views import DAY, files
from tests.support.corpora import document, load


def test_where_a_plan_cites_it_and_by_itself(tmp_path: Path) -> None:
    untitled = document("tt-1", "01/2020/TT-BA", "2020-01-01").replace("title: Về việc tt-1", "title: unknown")
    held = SiteSnapshot(load(tmp_path, files() | {"documents/tt-1.yaml": untitled}), DAY)
    assert known_name(held.corpus.documents["tt-1"]) == "Thông tư 01/2020/TT-BA"
    sections = plan_view(held, held.corpus.plans["kh-2021"]).sections
    titles = {one.title for s in sections for p in s.paragraphs for one in p.stretches}
    assert "Thông tư 01/2020/TT-BA" in titles
    assert "unknown" not in titles
