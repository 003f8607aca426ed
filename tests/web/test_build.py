"""The built pages: every link leads somewhere, nothing comes from the network, what a reader reads is words."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kb.model.vocabulary import RelationKind, Status
from kb.views.manuals import MANUALS
from kb.views.menu import FOOTER
from tests.support.paths import ROOT
from tests.web.kinds import PLAN

POLICY = (
    """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self';"""
)
CHECKER_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""That of the pages on which Python runs: the check of a draft, a new document."""
FETCHING = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("video", "src")}


LARGEST = 150_000
"""Bytes of the HTML of a page, as it stands on a disk: a phone on a slow line waits for each of them."""
LARGER = {
    "so-do/index.html": 200_000,
    f"{PLAN}toan-van/index.html": 200_000,
    f"{PLAN}so-tay/index.html": 200_000,
}
"""Pages that hold a whole by their purpose: every relation of the corpus in one figure, every paragraph of a plan."""


class Page(HTMLParser):
    """Ids, links and fetched addresses of one page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.twice: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.twice += [values["id"]] if values["id"] in self.ids else []
            self.ids.add(values["id"])
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if not is_stated(values.get("rel", "")):
            self.fetched += [value for name, value in values.items() if (tag, name) in FETCHING and value]


def is_stated(relation: str) -> bool:
    """Whether a link of this relation only states something, so that no browser follows it by itself."""
    return relation.partition(" ")[0] in ("canonical", "alternate", "next", "prev") or relation.startswith("eli:")


@cache
def page(path: Path) -> Page:
    return Page(path)


def test_no_page_is_too_large(site: Path) -> None:
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    assert len(sizes) > 500
    assert LARGER.keys() <= sizes.keys()
    assert {path: size for path, size in sizes.items() if size > LARGER.get(path, LARGEST)} == {}


def test_no_link_is_broken(site: Path) -> None:
    broken = []
    for path in sorted(site.rglob("*.html")):
        for href in page(path).links:
            if urlsplit(href).scheme or path.name == "404.html":
                continue
            target, anchor = urlsplit(href).path, urlsplit(href).fragment
            file = (path.parent / unquote(target)).resolve() if target else path
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file() or (anchor and unquote(anchor) not in page(file).ids):
                broken.append(f"{path.relative_to(site)}: {href}")
    assert broken == []


def test_no_page_has_an_id_twice(site: Path) -> None:
    twice = {str(path.relative_to(site)): page(path).twice for path in site.rglob("*.html")}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_pages_fetch_nothing_from_the_network(site: Path) -> None:
    outside = {f for path in site.rglob("*.html") for f in page(path).fetched if urlsplit(f).netloc}
    assert outside == set()


def test_a_policy_stands_before_all_that_runs_or_loads(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        policy = CHECKER_POLICY if path.parent.name in ("kiem-tra", "gui-van-ban") else POLICY
        assert html.count(policy) == 1, path
        before = html.partition(policy)[0]
        assert not re.search(r"<(script|link|img|style)\b", before), path
        assert "<meta charset" in html[:1000], path  # a browser looks for it in the first 1,024 bytes


def test_every_record_has_its_page(site: Path) -> None:
    for folder, kind in (("documents", "van-ban"), ("programmes", "chuong-trinh"), ("bodies", "co-quan")):
        paths = list((ROOT / "corpus" / folder).glob("*.yaml"))
        assert paths
        for path in paths:
            assert (site / kind / path.stem / "index.html").is_file()


class Words(HTMLParser):
    """What a reader of one page reads: no scripts, no styles, no file names."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.hidden = 0
        self.words: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


SILENT = {"script", "style", "code"}
CODES = re.compile(
    r"\b(unknown|None|True|False|nan|"
    + "|".join(member.value for kind in (Status, RelationKind) for member in kind)
    + r")\b"
)


def test_no_page_shows_a_code(site: Path) -> None:
    """The values of the YAML have labels; a reader sees the values themselves where manuals speak of them alone."""
    shown = {}
    manuals = {site / manual.href / "index.html" for manual in MANUALS}
    for path in set(site.rglob("*.html")) - manuals:
        said = (words for words in Words(path).words if "://" not in words)  # an address has words of its own
        found = {match[0] for words in said for match in CODES.finditer(words)}
        if found:
            shown[str(path.relative_to(site))] = found
    assert shown == {}


def test_below_every_page_stand_every_list_and_the_report_of_an_error(site: Path) -> None:
    lists = {entry.href for group in FOOTER for entry in group.entries}
    for path in site.rglob("*.html"):
        here = path.parent.relative_to(site)
        led_to = {urlsplit(href).path for href in page(path).links}
        reached = {(here / href).as_posix() if not href.startswith("/") else href.strip("/") for href in led_to}
        resolved = {Path(os.path.normpath(one)).as_posix() for one in reached}
        assert {href.strip("/") for href in lists} <= resolved, path
        assert "Báo sai trang này" in path.read_text("utf-8"), path


def test_the_theme_speaks_vietnamese(site: Path) -> None:
    for path in (site / "index.html", site / "404.html"):
        words = " ".join(" ".join(Words(path).words).split())
        assert "Không có trang này" in words or path.name == "index.html"
        assert not re.search(r"Not found|Initializing|Skip to|Back to top", words)
    assert 'dir="ltr"' in (site / "index.html").read_text("utf-8")


def test_the_search_holds_each_record_once(site: Path) -> None:
    """Records, not pages: nothing is found twice because it is shown twice."""
    held = []
    for path in (site / "tim-kiem" / "du-lieu").glob("records-*.js"):
        shard = path.read_text("utf-8")
        held += [row[0] for row in json.loads(shard[shard.index(",") + 1 : shard.rindex(")")])]
    assert {"tt-124-2021-tt-bca", "kh-hoi-lhpn-soc-trang-tdbvantq-2024#ii-1.p1"} <= set(held)
    assert len(held) == len(set(held))


def test_the_manuals_are_the_files_of_the_documentation(site: Path) -> None:
    """Links between files lead between pages, to the same place; of what has no page the words alone are left."""
    added = site / "bien-tap/dong-gop/index.html"
    words = " ".join(" ".join(Words(added).words).split())
    assert "Thêm một văn bản mất chừng mười phút" in words
    links = page(added).links
    assert {"../../bien-tap/huong-dan/", "#một-tệp-đầy-đủ-giải-thích-từng-dòng"} <= set(links)
    assert "Hai lệnh" in words
    assert [link for link in links if ".md" in link] == []
    assert "../../tro-giup/lenh/" in page(site / "bien-tap/huong-dan/index.html").links
