"""Carried away: unpacked on a disk, opened by double-click, complete, and asking nobody."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kb.site_build.offline import DOOR, FOLDER, pack
from tests.web.kinds import PAGES, PLAN
from tests.web.test_build import page


@pytest.fixture(scope="session")
def carried(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mang đi")
    pack(site, folder / "kho.zip")
    with zipfile.ZipFile(folder / "kho.zip") as archive:
        archive.extractall(folder)
    return folder


def test_every_link_names_a_file(carried: Path) -> None:
    broken = []
    for path in sorted(carried.rglob("*.html")):
        for href in (*page(path).links, *page(path).fetched):
            parts = urlsplit(href)
            if not parts.scheme and parts.path and not (path.parent / unquote(parts.path)).is_file():
                broken.append(f"{path.relative_to(carried)}: {href}")
    assert broken == []


def asked(browser: webdriver.Chrome) -> tuple[list[str], list[str]]:
    """The addresses that the browser asked for since it was last asked, and those of them that are not there."""
    log: Any = browser
    messages = [json.loads(entry["message"])["message"] for entry in log.get_log("performance")]
    answers = [m["params"]["response"] for m in messages if m["method"] == "Network.responseReceived"]
    urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return urls, [answer["url"] for answer in answers if answer["status"] >= 400]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_asks_the_network(browser: webdriver.Chrome, carried: Path, address: str, path: str) -> None:
    """Neither the one on the disk nor the one that is served asks anybody but its own place."""
    folder, asks, query = path.partition("?")
    own = carried / FOLDER / folder / "index.html"
    places = [(address + path, address)]
    if own.is_file():
        places.append((own.as_uri() + asks + query, carried.as_uri()))
    assert len(places) == 2 or path == "404.html"
    for url, place in places:
        asked(browser)
        browser.get(url)
        WebDriverWait(browser, 10).until(lambda b: b.execute_script("return document.readyState") == "complete")
        urls, missing = asked(browser)
        assert url in urls
        assert missing == []
        assert [u for u in urls if not u.startswith((place, "data:", "blob:", "chrome"))] == []


def test_a_double_click_opens_it(browser: webdriver.Chrome, carried: Path) -> None:
    browser.get((carried / DOOR).as_uri())
    WebDriverWait(browser, 10).until(lambda b: b.current_url == (carried / FOLDER / "index.html").as_uri())
    browser.find_element(By.CSS_SELECTOR, ".kb-card-head a").click()
    assert browser.current_url.endswith(f"{PLAN}index.html")
    assert browser.find_element(By.TAG_NAME, "h1").text.startswith("Kế hoạch")


def test_a_zip_opened_without_unpacking_says_so(browser: webdriver.Chrome, carried: Path, tmp_path: Path) -> None:
    """A file manager shows the one file alone then."""
    (tmp_path / DOOR).write_bytes((carried / DOOR).read_bytes())
    browser.get((tmp_path / DOOR).as_uri())
    assert "chưa được giải nén" in browser.find_element(By.TAG_NAME, "body").text


def test_it_is_searched_without_a_server(browser: webdriver.Chrome, carried: Path) -> None:
    browser.get((carried / FOLDER / "van-ban" / "index.html").as_uri())
    box = browser.find_element(By.CSS_SELECTOR, "[data-kbs-box] input")
    box.send_keys("an toan ve an ninh trat tu", Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda b: "/tim-kiem/index.html?q=an" in b.current_url)
    hit = browser.find_element(By.CSS_SELECTOR, ".kbs-hits a.kbs-title")
    hit.click()
    assert urlsplit(browser.current_url).path.endswith("index.html")
    assert browser.find_element(By.TAG_NAME, "h1").text
