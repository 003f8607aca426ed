"""What search, overview, graph and timeline say is of the reader's day too."""

from __future__ import annotations

from datetime import date

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from kb.language.dates import show_day
from tests.web.test_pages_day import CRITERIA, RECORD, later, unfold
from tests.web.test_search_page import hits, until


def test_a_hit_has_the_status_of_the_day_and_the_address_keeps_it(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=318/Q%C4%90-TTg&ngay=2024-02-29")
    until(browser, lambda b: CRITERIA in hits(b))
    status = f"[data-id={CRITERIA}] .kbs-status"
    until(browser, lambda b: b.find_element(By.CSS_SELECTOR, status).text == "Còn hiệu lực")
    assert "ngay=2024-02-29" in browser.current_url
    link = browser.find_element(By.CSS_SELECTOR, f"[data-id={CRITERIA}] a.kbs-title")
    link.click()
    assert browser.current_url.endswith(f"{RECORD}?ngay=2024-02-29")


def test_the_box_in_the_header_has_the_status_of_the_day_and_keeps_it(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{RECORD}?ngay=2024-02-29")
    browser.find_element(By.CSS_SELECTOR, "[data-kbs-box] input").send_keys("318/QĐ-TTg")
    status = f"#kbs-list [data-id={CRITERIA}] .kbs-status"
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, status))
    until(browser, lambda b: b.find_element(By.CSS_SELECTOR, status).text == "Còn hiệu lực")
    browser.find_element(By.CSS_SELECTOR, "#kbs-list-all").click()
    until(browser, lambda b: "/tim-kiem/" in b.current_url)
    assert "ngay=2024-02-29" in browser.current_url


def bars(browser: webdriver.Chrome) -> dict[str, int]:
    rows = browser.find_elements(By.CSS_SELECTOR, "[data-bar]:not([hidden])")
    return {str(row.get_attribute("data-bar")): int(row.find_element(By.CSS_SELECTOR, "td span").text) for row in rows}


@pytest.mark.parametrize("day", ["2012-06-01", "2024-02-29"])
def test_the_bars_of_statuses_are_those_of_the_list_on_the_day(
    browser: webdriver.Chrome, address: str, day: str
) -> None:
    browser.get(f"{address}van-ban/theo-tinh-trang/?ngay={day}")
    groups = browser.find_elements(By.CSS_SELECTOR, "[data-group]:not([hidden])")
    listed = {
        str(group.get_attribute("data-group")): int(group.find_element(By.CSS_SELECTOR, "[data-count]").text)
        for group in groups
    }
    browser.get(f"{address}tong-quan/?ngay={day}")
    assert bars(browser) == listed
    assert browser.find_element(By.ID, "theo-tinh-trang").text.endswith(show_day(date.fromisoformat(day)))


def test_the_filter_of_the_graph_offers_the_statuses_of_the_day(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}so-do/?ngay=2012-06-01")
    browser.find_element(By.CSS_SELECTOR, "[data-graph-filter] summary").click()
    fieldset = browser.find_element(By.CSS_SELECTOR, "[data-choices=status]")
    assert "Tình trạng ngày 01/6/2012" in fieldset.text
    code = "return [...document.querySelectorAll('[data-node][data-status]')].map((n) => n.dataset.status)"
    statuses = browser.execute_script(code)
    offered = {str(box.get_attribute("value")) for box in fieldset.find_elements(By.TAG_NAME, "input")}
    assert offered == set(statuses)
    for box in fieldset.find_elements(By.CSS_SELECTOR, "input[value=chua_hieu_luc]"):
        browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)  # the bar of the day is below
        box.click()
    code = (
        "return [...document.querySelectorAll('[data-status=chua_hieu_luc]')].every((n) => n.style.display === 'none')"
    )
    assert browser.execute_script(code)


def test_the_line_of_today_stands_on_the_readers_day(browser: webdriver.Chrome, address: str) -> None:
    def place() -> float:
        line = browser.find_element(By.CSS_SELECTOR, ".kb-t-today")
        return float(str(line.get_attribute("x1")).rstrip("%"))

    browser.get(f"{address}{RECORD}")
    unfold(browser)
    today = place()
    browser.get(f"{address}{RECORD}?ngay=2023-06-01")
    unfold(browser)
    assert place() < today
    assert browser.find_element(By.CSS_SELECTOR, "[data-today-label]").text == "Ngày 01/6/2023"
    desc = "return document.querySelector('.kb-timeline desc').textContent"
    assert browser.execute_script(desc).endswith("ngày 01/6/2023")
    browser.get(f"{address}{RECORD}?ngay=1990-01-01")
    unfold(browser)
    assert not browser.find_element(By.CSS_SELECTOR, ".kb-t-today").is_displayed()
    clock = later(browser, 10)
    browser.get(f"{address}{RECORD}")
    unfold(browser)
    assert place() > today
    assert browser.find_element(By.CSS_SELECTOR, "[data-today-label]").text == "Hôm nay"
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": clock})
