"""What a reader comes for: the next days, what of a plan is wrong, an error to report."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select

from tests.web.kinds import PLAN
from tests.web.test_everyone import screen


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


def rows_shown(browser: webdriver.Chrome) -> list[WebElement]:
    return [row for row in browser.find_elements(By.CSS_SELECTOR, "tr[data-level]") if row.is_displayed()]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_table_of_a_plan_is_filtered(browser: webdriver.Chrome, address: str, width: int) -> None:
    with screen(browser, width):
        browser.get(f"{address}{PLAN}bang-can-cu/")
        every = len(rows_shown(browser))
        browser.find_element(By.CSS_SELECTOR, ".kb-choose button[value=wrong]").click()
        wrong = rows_shown(browser)
        assert 0 < len(wrong) < every
        assert {row.get_attribute("data-level") for row in wrong} == {"wrong"}
        Select(browser.find_element(By.CSS_SELECTOR, "[data-choose-section]")).select_by_value("ii-1")
        here = rows_shown(browser)
        assert 0 < len(here) < len(wrong)
        assert all("ii-1" in str(row.get_attribute("data-sections")).split() for row in here)
        Select(browser.find_element(By.CSS_SELECTOR, "[data-choose-section]")).select_by_value("")
        browser.find_element(By.CSS_SELECTOR, ".kb-choose button[value=tat-ca]").click()
        Select(browser.find_element(By.CSS_SELECTOR, "[data-choose-group]")).select_by_value("mat")
        shown = browser.find_elements(By.CSS_SELECTOR, "tbody:not([hidden])")
        assert [group.get_attribute("data-anchor") for group in shown] == ["mat"]
        said = browser.find_element(By.CSS_SELECTOR, "[data-level-said]").text
        assert said == f"Đang hiện {len(rows_shown(browser))}/{every} dòng."


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
