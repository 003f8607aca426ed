"""What the register alone holds, on the pages of the site: told by the search, with a light page where one is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import quote

from selenium import webdriver
from selenium.webdriver.common.by import By

from indexer.browser.export import export
from indexer.browser.registered import register_shards
from kb.number.document_number import match_key_of
from kb.register.compiled import compiled
from kb.register.entry import RegisterEntry
from kb.register.folder import read_tables
from kb.views.registered import address as address_of
from kb.workspace import Workspace
from tests.support.paths import ROOT
from tests.web.test_search_page import until


def test_a_number_that_the_register_alone_holds_is_told(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=28/2018/QH14")
    notes = browser.find_element(By.CSS_SELECTOR, ".kbs-notes")
    until(
        browser, lambda _: notes.text.startswith("Ngoài kho, sổ đăng ký: Luật sửa đổi, bổ sung một số điều của 11 luật")
    )
    link = notes.find_element(By.TAG_NAME, "a").get_attribute("href")
    assert link == f"{address}so-dang-ky/luat-28-2018-qh14-2018-06-15/"
    browser.get(str(link))
    article = browser.find_element(By.TAG_NAME, "article").text
    assert "chưa biên tập" in article
    assert "Ngày ban hành: 15/6/2018 (theo Bộ pháp điển, đọc" in article
    browser.find_element(By.LINK_TEXT, "Bản chính thức")


def test_a_number_that_is_only_known_is_told(browser: webdriver.Chrome, address: str) -> None:
    tables = read_tables(ROOT / "corpus" / "register")
    held = {match_key_of(entry.number) for entry in tables.entries}
    number = next(number for number in sorted(tables.known) if match_key_of(number) not in held)
    browser.get(f"{address}tim-kiem/?q={quote(number)}")
    notes = browser.find_element(By.CSS_SELECTOR, ".kbs-notes")
    until(browser, lambda _: "Ngoài kho, có văn bản mang số này, chưa biết ngày" in notes.text)


def test_two_exports_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    def page_of(entry: RegisterEntry) -> str:
        return f"/{address_of(entry)}" if (site / address_of(entry)).is_dir() else ""

    place = Workspace(ROOT / "corpus")
    lines = compiled(read_tables(place.register))
    export(place.index, tmp_path, register_shards(lines, date.today(), page_of))
    built = site / "tim-kiem" / "du-lieu"
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {p.name: p.read_bytes() for p in built.iterdir()}
