"""As a member of staff does it: open the plan, follow a citation and come back, search."""

from __future__ import annotations

import json
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PLAN = "ke-hoach/kh-hoi-lhpn-soc-trang-tdbvantq-2024/"


def test_follow_a_citation_and_back(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-1/")
    link = browser.find_element(By.CSS_SELECTOR, "p a.kb-by-number[href*='tt-124-2021-tt-bca']")
    assert "124/2021/TTBCA" in browser.find_element(By.ID, "ii-1.p1").text
    link.click()
    assert browser.find_element(By.TAG_NAME, "h1").text.startswith("Thông tư 124/2021/TT-BCA")
    browser.find_element(By.CSS_SELECTOR, ".kb-citing a[href$='#ii-1.p1']").click()
    assert browser.current_url.endswith(f"{PLAN}ii-1/#ii-1.p1")
    assert browser.find_element(By.ID, "ii-1.p1").is_displayed()


def test_legal_basis_of_a_section(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-4/")
    card = next(c for c in browser.find_elements(By.CSS_SELECTOR, ".kb-card") if "06/2014/NĐ-CP" in c.text)
    assert "sai số hiệu: viết “06/2024/NĐ-CP”, đúng là “06/2014/NĐ-CP”" in card.text
    assert "sai ngày ban hành" in card.text


def test_search(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address)
    browser.find_element(By.CSS_SELECTOR, "label.md-search__icon[for='__search']")
    browser.find_element(By.CSS_SELECTOR, "input.md-search__input").send_keys("an ninh trật tự")
    WebDriverWait(browser, 20).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".md-search-result__item a"))


def test_nothing_overflows_on_a_phone(browser: webdriver.Chrome, address: str) -> None:
    browser.set_window_size(500, 900)  # the narrowest window Chromium gives; the page is laid out at 390 below
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    for path in (f"{PLAN}ii-1/", "van-ban/tt-124-2021-tt-bca/", "van-ban/theo-co-quan/", "thuat-ngu/", ""):
        browser.get(address + path)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390, path
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.set_window_size(1280, 900)


def test_the_browser_asked_no_one_else(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}toan-van/")
    log: Any = browser
    messages = [json.loads(entry["message"])["message"] for entry in log.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:", "chrome"))] == []
