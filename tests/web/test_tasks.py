"""What a reader comes for: the next days, what of a plan is wrong, an error to report."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.web.kinds import PLAN


@pytest.mark.parametrize(
    ("day", "first", "left"),
    [("2026-08-18", "Thứ Tư, 19/8/2026", "ngày mai"), ("2026-08-19", "Thứ Tư, 19/8/2026", "hôm nay")],
)
def test_the_calendar_begins_on_the_day(
    browser: webdriver.Chrome, address: str, day: str, first: str, left: str
) -> None:
    for page, most in (("", 3), ("lich/", 100)):
        browser.get(f"{address}{page}?ngay={day}")
        rows = [row for row in browser.find_elements(By.CSS_SELECTOR, "[data-coming] > li") if row.is_displayed()]
        assert 0 < len(rows) <= most
        assert rows[0].find_element(By.CSS_SELECTOR, "[data-due-day]").text == first
        assert rows[0].find_element(By.CSS_SELECTOR, "[data-due-left]").text == left


@pytest.mark.parametrize(("page", "items"), [("ra-soat/", ".kb-review > li"), ("ma-tran/", ".kb-matrix tbody tr")])
def test_a_list_is_filtered_by_severity(browser: webdriver.Chrome, address: str, page: str, items: str) -> None:
    browser.get(address + PLAN + page)
    every = len(browser.find_elements(By.CSS_SELECTOR, items))
    browser.find_element(By.CSS_SELECTOR, ".kb-choose button[value=wrong]").click()
    left = [e for e in browser.find_elements(By.CSS_SELECTOR, items) if e.is_displayed()]
    assert 0 < len(left) < every
    assert all(item.get_attribute("data-level") == "wrong" for item in left)
    browser.find_element(By.CSS_SELECTOR, ".kb-choose button[value=tat-ca]").click()
    assert all(e.is_displayed() for e in browser.find_elements(By.CSS_SELECTOR, items))


def test_a_section_keeps_its_parts_and_its_button_in_sight(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-1/")
    for _ in range(2):
        button = browser.find_element(By.CSS_SELECTOR, "button[data-copies=khoi-can-cu]")
        seen = "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"
        assert browser.execute_script(seen, button)
        browser.execute_script("scrollTo(0, document.body.scrollHeight / 2)")


def test_a_link_to_what_is_folded_unfolds_it(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}van-ban/tt-124-2021-tt-bca/#nguon-1")
    assert browser.find_element(By.ID, "nguon-1").is_displayed()
