"""As a member of staff does it: open the plan, follow a citation and come back, search."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.kinds import PAGES, PLAN
from tests.web.test_pages_day import unfold


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
    unfold(browser)
    card = next(c for c in browser.find_elements(By.CSS_SELECTOR, ".kb-card") if "06/2014/NĐ-CP" in c.text)
    assert "sai số hiệu: viết “06/2024/NĐ-CP”, đúng là “06/2014/NĐ-CP”" in card.text
    assert "sai ngày ban hành" in card.text


def test_nothing_overflows_on_a_phone(browser: webdriver.Chrome, address: str) -> None:
    browser.set_window_size(500, 900)  # the narrowest window Chromium gives; the page is laid out at 390 below
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    wide = []
    for path in PAGES:
        browser.get(address + path)
        if browser.execute_script("return document.documentElement.scrollWidth") > 390:
            wide.append(path)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.set_window_size(1280, 900)
    assert wide == []


TEXTS = (
    ".kb :is(h1, h2, p, li, dt, dd, th, td, button, label, a:not(.kb-permalink), q, span),"
    " .md-tabs__link, .md-copyright, .md-header__title"
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(browser: webdriver.Chrome, address: str, scheme: str) -> None:
    script = (Path(__file__).parent / "contrast.js").read_text("utf-8")
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    faint = {}
    for path in PAGES:
        browser.get(address + path)
        body = browser.find_element(By.TAG_NAME, "body")
        assert body.get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
        faint[path] = browser.execute_script(script, TEXTS)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert {path: found for path, found in faint.items() if found} == {}


def test_a_number_stays_on_one_line_in_a_heading(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}van-ban/tt-124-2021-tt-bca/")
    browser.execute_script("document.querySelector('h1').style.width = '9em'")
    number = browser.find_element(By.CSS_SELECTOR, "h1 .kb-whole")
    assert number.text == "124/2021/TT-BCA"
    assert browser.execute_script("return arguments[0].getClientRects().length", number) == 1


def test_the_number_of_a_remark_stands_at_its_words(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-4/")
    noted = browser.find_elements(By.CSS_SELECTOR, "[id='ii-4.p2'] .kb-noted[data-n]")
    listed = browser.find_elements(By.CSS_SELECTOR, "[id='ii-4.p2'] ~ .kb-remarks .kb-n")
    assert [e.get_attribute("data-n") for e in noted] == [e.text for e in listed] != []
    shown = "return getComputedStyle(arguments[0], '::after').content"
    assert browser.execute_script(shown, noted[0]) == '"1"'


def test_the_browser_asked_no_one_else(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}toan-van/")
    log: Any = browser
    messages = [json.loads(entry["message"])["message"] for entry in log.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:", "blob:", "chrome"))] == []


def clipboard(browser: webdriver.Chrome, kind: str) -> str:
    """What stands on the clipboard in this form."""
    script = """
        const done = arguments[arguments.length - 1];
        navigator.clipboard.read()
          .then(items => items[0].getType(arguments[0])).then(blob => blob.text()).then(done, e => done("error: " + e));
    """
    return str(browser.execute_async_script(script, kind))


def allow_clipboard(browser: webdriver.Chrome, address: str) -> None:
    permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
    browser.execute_cdp_cmd("Browser.grantPermissions", {"origin": address.rstrip("/"), "permissions": permissions})


def test_copy_a_citation_as_text_and_html(browser: webdriver.Chrome, address: str) -> None:
    allow_clipboard(browser, address)
    browser.get(f"{address}van-ban/tt-124-2021-tt-bca/")
    browser.find_element(By.CSS_SELECTOR, "button[data-copies=vien-dan]").click()
    WebDriverWait(browser, 5).until(lambda b: b.find_element(By.CSS_SELECTOR, ".kb-copied").text == "Đã sao chép")
    text = clipboard(browser, "text/plain")
    assert text.startswith("Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ trưởng Bộ Công an quy định")
    html = clipboard(browser, "text/html")
    assert "Times New Roman" in html
    assert "14pt" in html
    assert text in html


def test_copy_the_legal_basis_of_a_section(browser: webdriver.Chrome, address: str) -> None:
    allow_clipboard(browser, address)
    browser.get(f"{address}{PLAN}ii-4/")
    browser.find_element(By.CSS_SELECTOR, "button[data-copies=khoi-can-cu]").click()
    WebDriverWait(browser, 5).until(lambda b: b.find_element(By.CSS_SELECTOR, ".kb-copied").text == "Đã sao chép")
    lines = clipboard(browser, "text/plain").splitlines()
    left_out = browser.find_elements(By.CSS_SELECTOR, "#khoi-can-cu [data-take]:not(:checked)")
    boxes = browser.find_elements(By.CSS_SELECTOR, "#khoi-can-cu [data-take]")
    assert len(lines) == len(boxes) - len(left_out) >= 2
    assert left_out  # what no longer holds is shown, and not taken along
    assert all(line.startswith("Căn cứ ") for line in lines)
    assert [line[-1] for line in lines] == [";"] * (len(lines) - 1) + ["."]
    assert clipboard(browser, "text/html").count("italic") == len(lines)
