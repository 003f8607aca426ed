"""What the site does in place of the theme's scripts: light and dark, the way back to the top."""

from __future__ import annotations

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.kinds import DOCUMENT, PLAN
from tests.web.test_everyone import screen

SCHEME = "return document.body.dataset.mdColorScheme"
SEEN = "return [...document.querySelectorAll('.md-header__option label')].filter(l => !l.hidden).map(l => l.title)"
SCROLL = "scrollTo(0, arguments[0]); requestAnimationFrame(() => requestAnimationFrame(arguments[1]))"
TO_DARK, TO_LIGHT = "Chuyển sang nền tối", "Chuyển sang nền sáng"


def forget(browser: webdriver.Chrome, url: str) -> None:
    browser.get(url)
    browser.execute_script("localStorage.clear()")


def test_a_page_is_as_dark_as_the_device_until_the_reader_chooses(browser: webdriver.Chrome, address: str) -> None:
    forget(browser, address)
    with screen(browser, 1280, "dark"):
        browser.get(address + DOCUMENT)
        assert (browser.execute_script(SCHEME), browser.execute_script(SEEN)) == ("slate", [TO_LIGHT])
        light = {"features": [{"name": "prefers-color-scheme", "value": "light"}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", light)  # the evening ends while the page stands open
        WebDriverWait(browser, 5).until(lambda b: b.execute_script(SCHEME) == "default")


def test_the_choice_of_the_reader_holds_on_every_page(browser: webdriver.Chrome, address: str) -> None:
    forget(browser, address)
    with screen(browser, 390, "light"):
        browser.get(address + DOCUMENT)
        browser.find_element(By.CSS_SELECTOR, f"label[title='{TO_DARK}']").click()
        assert (browser.execute_script(SCHEME), browser.execute_script(SEEN)) == ("slate", [TO_LIGHT])
        browser.get(address + PLAN)
        assert (browser.execute_script(SCHEME), browser.execute_script(SEEN)) == ("slate", [TO_LIGHT])
        browser.find_element(By.CSS_SELECTOR, f"label[title='{TO_LIGHT}']").click()
        assert browser.execute_script(SCHEME) == "default"
    forget(browser, address)


def test_a_reader_who_turns_back_is_offered_the_top(browser: webdriver.Chrome, address: str) -> None:
    with screen(browser, 390):
        browser.get(address + PLAN)
        button = browser.find_element(By.CSS_SELECTOR, ".md-top")
        wait = WebDriverWait(browser, 5)
        browser.execute_async_script(SCROLL, 2000)
        assert button.get_attribute("hidden")
        browser.execute_async_script(SCROLL, 1900)
        assert button.get_attribute("hidden") is None
        button.click()
        wait.until(lambda b: b.execute_script("return scrollY") == 0)
        assert browser.execute_script("return document.activeElement.tagName") == "H1"
