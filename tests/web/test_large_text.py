"""Text at twice its size on a phone: a page scrolls down, never sideways."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.kinds import PLAN
from tests.web.test_everyone import screen

WIDTH = 390


@pytest.mark.parametrize(
    "page", ["", "tim-kiem/?q=an+ninh", "van-ban/tt-124-2021-tt-bca/", PLAN, f"{PLAN}ii-1/", "lich/"]
)
def test_a_page_fits_a_phone_at_twice_the_text_size(browser: webdriver.Chrome, address: str, page: str) -> None:
    with screen(browser, WIDTH):
        browser.get(f"{address}{page}")
        if "?q=" in page:
            WebDriverWait(browser, 10).until(
                lambda b: b.execute_script("return document.querySelector('.kbs-hits li')")
            )
        browser.execute_script(
            "const e = document.documentElement; e.style.fontSize = parseFloat(getComputedStyle(e).fontSize) * 2 + 'px'"
        )
        assert browser.execute_script("return document.documentElement.scrollWidth") <= WIDTH
