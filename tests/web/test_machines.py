"""For programs, on the built site: files, heads of pages, the sitemap, and former addresses."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.paths import ROOT
from tests.web.conftest import build_site, serve

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
URL = "https://kho.example.vn/kho/"
PLAN = "kh-hoi-lhpn-soc-trang-tdbvantq-2024"


def renamed(path: Path, former: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"id: {path.stem}\n", f"id: {path.stem}\nformer_ids: [{former}]\n", 1), "utf-8")


@pytest.fixture(scope="session")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a place of its own, where a document, a plan and a term once had other ids."""
    folder = tmp_path_factory.mktemp("placed")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    renamed(folder / "corpus" / "documents" / "tt-124-2021-tt-bca.yaml", "tt-cu")
    renamed(folder / "corpus" / "plans" / f"{PLAN}.yaml", "kh-cu")
    renamed(folder / "corpus" / "terms" / "antt.yaml", "an-cu")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_SITE_URL", URL)
        build_site(folder / "site", folder / "corpus")
    return folder / "site"


@pytest.fixture(scope="session")
def placed_address(placed: Path) -> Iterator[str]:
    yield from serve(placed)


def test_addresses_in_the_files_lead_to_pages(site: Path) -> None:
    index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    items = [item for part in index["lists"] for item in json.loads((site / part["json"]).read_text("utf-8"))["items"]]
    assert len(items) >= 250
    for item in items:
        assert (site / item["url"].partition("#")[0] / "index.html").is_file(), item
        assert (site / item["json"]).is_file(), item


def test_a_document_page_says_what_it_is(site: Path) -> None:
    paths = [p for p in (site / "van-ban").glob("*-*/index.html") if not p.parent.name.startswith("theo-")]
    assert len(paths) >= 100
    for path in paths:
        html = path.read_text("utf-8")
        found = LINKED.search(html)
        assert found, path
        assert json.loads(found[1])["@id"] == f"../../van-ban/{path.parent.name}/"
        assert f'href="../../api/v1/documents/{path.parent.name}.json"' in html
        assert 'property="eli:id_local"' in html


def test_the_sitemap_holds_every_page_once(placed: Path, site: Path) -> None:
    assert not (site / "sitemap.xml").exists()  # no address, no sitemap
    text = (placed / "sitemap.xml").read_bytes()
    assert gzip.decompress((placed / "sitemap.xml.gz").read_bytes()) == text
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in ElementTree.fromstring(text)}
    pages = {
        f"{URL}{path.parent.relative_to(placed)}/".replace("/./", "/"): path.read_text("utf-8")
        for path in placed.rglob("index.html")
    }
    moved = {url for url, page in pages.items() if 'http-equiv="refresh"' in page}
    assert {f"{URL}van-ban/tt-cu/", f"{URL}ke-hoach/kh-cu/"} <= moved
    assert set(pages) - set(urls) == moved
    assert set(urls) <= set(pages)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", urls[f"{URL}van-ban/tt-124-2021-tt-bca/"] or "")


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("van-ban/tt-cu/", "van-ban/tt-124-2021-tt-bca/"),
        ("ke-hoach/kh-cu/", f"ke-hoach/{PLAN}/"),
        ("ke-hoach/kh-cu/ii-1/", f"ke-hoach/{PLAN}/ii-1/"),
        ("ke-hoach/kh-cu/toan-van/", f"ke-hoach/{PLAN}/toan-van/"),
    ],
)
def test_a_former_address_leads_on(placed_address: str, browser: webdriver.Chrome, former: str, now: str) -> None:
    browser.get(placed_address + former)
    WebDriverWait(browser, 10).until(lambda b: b.current_url == placed_address + now)


def test_a_former_term_keeps_its_place(placed: Path) -> None:
    html = (placed / "thuat-ngu" / "index.html").read_text("utf-8")
    assert 'id="an-cu"' in html.partition('id="antt"')[2][:200]
