"""A page of another day says so wherever its reader is, and stays where he was."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.kinds import PLAN
from tests.web.test_everyone import screen


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page", [f"{PLAN}ii-1/", "van-ban/qd-318-qd-ttg-2022/", "tro-giup/"])
def test_another_day_is_told_wherever_the_reader_is(
    browser: webdriver.Chrome, address: str, page: str, width: int
) -> None:
    with screen(browser, width):
        browser.get(f"{address}{page}?ngay=2024-05-31")
        for share in (0, 0.3, 0.7):
            browser.execute_script("scrollTo(0, arguments[0] * document.body.scrollHeight)", share)
            bar = browser.find_element(By.CSS_SELECTOR, ".kb-day-bar")
            seen = "const box = arguments[0].getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight"
            assert "31/5/2024" in bar.text
            assert share == 0.7 or browser.execute_script(seen, bar)
        bar.find_element(By.TAG_NAME, "a").click()
        assert browser.current_url == f"{address}{page}"


def test_choosing_a_day_leaves_the_reader_where_he_was(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-1/")
    top = "return document.getElementById('xem-ngay').getBoundingClientRect().top"
    browser.execute_script("document.querySelector('.kb-day').scrollIntoView({block: 'center'})")
    before = browser.execute_script(top)
    browser.find_element(By.CSS_SELECTOR, "[data-day-planned]").click()
    WebDriverWait(browser, 10).until(
        lambda b: b.execute_script("return scrollY > 0 && document.readyState") == "complete"
    )
    assert abs(browser.execute_script(top) - before) < 60
