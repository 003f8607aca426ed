"""The history that Git tells, the page of changes and the feed: dated by Git or the corpus, never by the clock."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from lxml import etree

from kb.corpus.load import load_corpus
from kb.formats.atom import NEVER, Feed, FeedEntry, as_atom
from kb.history.log import history
from kb.views.changes import changes_view, feed
from kb.views.site_snapshot import SiteSnapshot
from tests.kb.views.test_views import DAY, files, snapshot
from tests.support.corpora import clean_files, document, write
from tests.support.repository import git

__all__ = ["snapshot"]
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A corpus in Git: a first commit, one that touches no record, one that adds, edits and removes."""
    root = write(tmp_path, clean_files())
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "First")
    (tmp_path / "README").write_text("x", "utf-8")
    (root / "schema").mkdir()
    (root / "schema" / "body.json").write_text("{}", "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "No record", day="2026-02-02T00:00:00+00:00")
    (root / "documents" / "tt-2.yaml").unlink()
    path = root / "bodies" / "bo-a.yaml"
    path.write_text(path.read_text("utf-8").replace("Bộ A", "Bộ Á"), "utf-8")
    (root / "documents" / "tt-3.yaml").write_text(document("tt-3", "03/2022/TT-BA", "2022-01-01"), "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Third | with “quotes”", day="2026-03-04T00:00:00+00:00")
    return root


def test_what_each_commit_did(kept: Path) -> None:
    found = history(kept)
    assert found is not None
    assert [(c.title, c.moment) for c in found] == [
        ("Third | with “quotes”", "2026-03-04T00:00:00+00:00"),
        ("First", "2026-01-02T03:04:05+07:00"),
    ]
    assert found[0].added == (("documents", "tt-3"),)
    assert found[0].edited == (("bodies", "bo-a"),)
    assert found[0].removed == (("documents", "tt-2"),)


def test_the_page_tells_it_in_vietnamese(kept: Path) -> None:
    rows = changes_view(SiteSnapshot(load_corpus(kept), DAY)).rows
    assert rows
    assert rows[0].day == "04/3/2026"
    assert rows[0].said == "Thêm 1 văn bản; sửa 1 cơ quan, tổ chức; bỏ 1 văn bản"
    assert [(verb, list(names)) for verb, names in rows[0].groups] == [
        ("Thêm", ["Thông tư 03/2022/TT-BA"]),
        ("Sửa", ["Bộ Á"]),
        ("Bỏ", ["tt-2"]),
    ]


def test_the_page_begins_with_statuses_and_new_documents(kept: Path) -> None:
    view = changes_view(SiteSnapshot(load_corpus(kept), DAY))
    assert [(news.day, news.document.href) for news in view.arrived] == [
        ("04/3/2026", "van-ban/tt-3/"),
        ("02/01/2026", "van-ban/tt-1/"),
    ]
    assert view.turned
    assert all(news.heading.endswith(news.said.partition(": ")[0].lower()) for news in view.turned)


def test_without_git_it_is_said(snapshot: SiteSnapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changes_view(snapshot).rows is None
    monkeypatch.setenv("PATH", "/nowhere")
    assert history(snapshot.corpus.root) is None


def test_new_documents_are_dated_by_git(kept: Path) -> None:
    dated = {e.id: e.updated for e in feed(SiteSnapshot(load_corpus(kept), DAY), "").entries}
    assert dated["tag:kb-van-ban,2024:van-ban/tt-3"] == "2026-03-04T00:00:00+00:00"
    assert dated["tag:kb-van-ban,2024:van-ban/tt-1"] == "2026-01-02T03:04:05+07:00"


def test_new_documents_are_dated_by_their_sources_without_git(snapshot: SiteSnapshot) -> None:
    new = [e for e in feed(snapshot, "").entries if ":van-ban/" in e.id]
    assert {e.updated for e in new} == {"2026-01-02T00:00:00+00:00"}


def test_statuses_that_have_turned_and_none_that_will(tmp_path: Path) -> None:
    root = write(tmp_path, files())
    past, future = (SiteSnapshot(load_corpus(root), day) for day in (date(2021, 12, 31), date(2022, 1, 1)))
    ended = "tag:kb-van-ban,2024:tinh-trang/tt-1/2022-01-01/het_hieu_luc"
    assert ended not in {e.id for e in feed(past, "").entries}
    entry = next(e for e in feed(future, "").entries if e.id == ended)
    assert (entry.title, entry.href, entry.updated) == (
        "Thông tư 01/2020/TT-BA: hết hiệu lực",
        "../van-ban/tt-1/",
        "2022-01-01T00:00:00+00:00",
    )
    assert entry.summary.startswith("Hết hiệu lực: bị thay thế từ ngày 01/01/2022")


@pytest.mark.parametrize("site", ["", "https://example.vn/kho/"])
def test_the_feed_is_atom(snapshot: SiteSnapshot, site: str) -> None:
    """What RFC 4287 requires: one id, title and updated each, an author, ids that differ, times of RFC 3339."""
    content = as_atom(feed(snapshot, site))
    root = etree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    assert entries
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
        assert element.find(f"{ATOM}link[@rel='alternate']") is not None
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    base = root.get("{http://www.w3.org/XML/1998/namespace}base")
    assert base == ("https://example.vn/kho/thay-doi/" if site else None)
    assert as_atom(feed(snapshot, site)) == content


def test_any_words_and_no_entries() -> None:
    empty = as_atom(Feed("tag:a,2024:b", "<b>&\x00", "c", "", ()))
    assert NEVER.encode() in empty
    assert etree.fromstring(empty).findtext(f"{ATOM}title") == "<b>&\\u0000"
    one = FeedEntry("tag:a,2024:c", "]]> <script>", "2026-01-02T03:04:05+07:00", "../x/", "\x1f…")
    assert etree.fromstring(as_atom(Feed("i", "t", "a", "", (one,)))).findtext(f".//{ATOM}summary") == "\\u001f…"
