"""What the register alone holds, on the pages of the site: told by the search, with a light page where one is named."""

from __future__ import annotations

from urllib.parse import quote

from selenium import webdriver
from selenium.webdriver.common.by import By

from kb.number.document_number import match_key_of
from kb.register.folder import read_tables
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
