"""A page that shows no status says the day of its address all the same, and takes it along."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

PAGES = pytest.mark.parametrize("page", ["chu-de/", "thuat-ngu/", "tro-giup/", "kiem-tra/", "gui-van-ban/"])


@PAGES
def test_the_day_goes_along_with_every_link(browser: webdriver.Chrome, address: str, page: str) -> None:
    browser.get(f"{address}{page}?ngay=2024-02-29")
    assert said(browser) == "Tình trạng vào ngày 29/02/2024, không phải hôm nay."
    links = browser.find_elements(By.CSS_SELECTOR, "main a[href]:not(.kb-day a, .kb-day-bar a)")
    pages = [href for link in links if is_page(href := str(link.get_attribute("href")))]
    assert pages
    assert [href for href in pages if "ngay=2024-02-29" not in href] == []


@PAGES
def test_without_a_day_nothing_is_said(browser: webdriver.Chrome, address: str, page: str) -> None:
    browser.get(f"{address}{page}")
    assert not browser.find_element(By.CSS_SELECTOR, ".kb-day").is_displayed()


@PAGES
def test_what_is_no_day_is_said(browser: webdriver.Chrome, address: str, page: str) -> None:
    browser.get(f"{address}{page}?ngay=31/02/2024")
    assert said(browser).startswith("“31/02/2024” không phải là một ngày")


def said(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.CSS_SELECTOR, "[data-day-said]").text


def is_page(href: str) -> bool:
    """Whether a link leads to a page of the site, and not elsewhere or to a file."""
    return href.startswith("http://127.0.0.1") and href.partition("?")[0].partition("#")[0].endswith("/")
