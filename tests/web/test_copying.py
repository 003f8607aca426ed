"""What the buttons that copy hand over, and what they say before."""

from __future__ import annotations

from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from tests.web.kinds import PLAN


def copied(browser: webdriver.Chrome, button: WebElement) -> str:
    """What the click of a button hands to the clipboard as text; empty where it hands over nothing."""
    browser.execute_script(
        "window.taken = '';"
        "const set = DataTransfer.prototype.setData;"
        "DataTransfer.prototype.setData = function (kind, text) {"
        " if (kind === 'text/plain') window.taken = text; return set.call(this, kind, text); };"
    )
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    return str(browser.execute_script("return window.taken"))


def test_the_block_leaves_out_what_does_not_hold_on_the_day(browser: webdriver.Chrome, address: str) -> None:
    for day, taken in (("2024-05-31", True), ("2026-01-01", False)):
        browser.get(f"{address}{PLAN}ii-1/?ngay={day}")
        text = copied(browser, browser.find_element(By.CSS_SELECTOR, "[data-copies=khoi-can-cu]"))
        lines = text.split("\n")
        assert ("318/QĐ-TTg" in text) is taken
        assert all(line.endswith(";") for line in lines[:-1])
        assert lines[-1].endswith(".")
        assert all(line.startswith("Căn cứ ") for line in lines)


def test_what_is_copied_from_another_day_tells_the_day(browser: webdriver.Chrome, address: str) -> None:
    for day, told in (("?ngay=2024-05-31", True), ("", False)):
        browser.get(f"{address}{PLAN}ii-1/{day}")
        copied(browser, browser.find_element(By.CSS_SELECTOR, "[data-copies=khoi-can-cu]"))
        said = browser.find_element(By.CSS_SELECTOR, ".kb-bar .kb-copied").text
        assert said.startswith("Đã sao chép")
        assert ("31/5/2024" in said) is told


def test_each_button_of_a_block_has_its_block(browser: webdriver.Chrome, address: str, site: Path) -> None:
    pages = [
        path.parent.name for path in (site / PLAN).glob("*/index.html") if "khoi-can-cu" in path.read_text("utf-8")
    ]
    assert "ii" in pages
    for page in pages:
        browser.get(f"{address}{PLAN}{page}/")
        lines = copied(browser, browser.find_element(By.CSS_SELECTOR, "[data-copies=khoi-can-cu]")).split("\n")
        assert all(line.startswith("Căn cứ ") for line in lines), page


def test_an_error_is_reported_by_a_text_where_no_address_is_named(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-1/?ngay=2024-05-31")
    text = copied(browser, browser.find_element(By.CSS_SELECTOR, "[data-copies=loi-bao-sai]"))
    assert browser.current_url in text
    assert "31/5/2024" in text


def test_the_citation_of_what_ended_is_copied_only_when_asked_again(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}van-ban/tt-23-2012-tt-bca/")
    button = browser.find_element(By.CSS_SELECTOR, ".kb-citation .kb-copy")
    assert copied(browser, button) == ""
    said = browser.find_element(By.CSS_SELECTOR, ".kb-citation .kb-copied").text
    assert said.startswith("Chưa sao chép. Thông tư 23/2012/TT-BCA: hết hiệu lực")
    assert "bởi Thông tư 124/2021/TT-BCA" in said
    assert copied(browser, button).startswith("Thông tư số 23/2012/TT-BCA")
