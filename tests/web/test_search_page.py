"""The search as it is used: the box in the header, the results page, keyboard, files, hostile words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait


def until(browser: webdriver.Chrome, wanted: Callable[[Any], object]) -> None:
    WebDriverWait(browser, 10).until(wanted)


def script(browser: webdriver.Chrome, code: str) -> Any:
    return browser.execute_script(f"return {code}")


def box(browser: webdriver.Chrome) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, "[data-kbs-box] input")


def offered(browser: webdriver.Chrome) -> list[str]:
    code = "[...document.querySelectorAll('#kbs-list:not([hidden]) [data-id]')].map((e) => e.dataset.id)"
    return [str(name) for name in script(browser, code)]


def hits(browser: webdriver.Chrome) -> list[str]:
    return [
        str(name)
        for name in script(browser, "[...document.querySelectorAll('.kbs-hits [data-id]')].map((e) => e.dataset.id)")
    ]


def test_a_number_typed_offers_its_document_and_enter_opens_it(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address)
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    box(browser).send_keys("nq 51")
    until(browser, lambda b: offered(b) == ["nq-51-nq-tw-2019"])
    assert box(browser).get_attribute("aria-expanded") == "true"
    assert box(browser).get_attribute("aria-activedescendant") == "kbs-list-0"
    box(browser).send_keys(Keys.ENTER)
    until(browser, lambda b: b.current_url.endswith("/van-ban/nq-51-nq-tw-2019/"))


def test_two_documents_of_one_number_leave_the_choice_to_the_reader(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address)
    box(browser).send_keys("ct 46")
    until(browser, lambda b: offered(b) == ["ct-46-ct-tw-2015", "ct-46-ct-tw-2025-bau-cu"])
    assert box(browser).get_attribute("aria-activedescendant") is None
    box(browser).send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert box(browser).get_attribute("aria-activedescendant") == "kbs-list-1"
    box(browser).send_keys(Keys.ESCAPE)
    until(browser, lambda b: offered(b) == [] and box(b).get_attribute("aria-expanded") == "false")
    box(browser).send_keys(Keys.ENTER)
    until(browser, lambda b: "/tim-kiem/?q=ct" in b.current_url)
    until(browser, lambda b: "Kho có 2 văn bản mang số này" in b.find_element(By.CSS_SELECTOR, ".kbs-notes").text)


def test_an_address_leads_to_its_results(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=ANTT&muc=Văn+bản&nam=2021")
    until(browser, lambda b: hits(b)[:1] == ["tt-124-2021-tt-bca"])
    assert "Hiểu ANTT = an ninh, trật tự" in browser.find_element(By.CSS_SELECTOR, ".kbs-notes").text
    pressed = browser.find_elements(By.CSS_SELECTOR, ".kbs-filters [aria-pressed=true]")
    assert [button.text.split(" ")[0] for button in pressed] == ["Văn", "2021"]
    before = len(hits(browser))
    pressed[1].click()
    until(browser, lambda b: len(hits(b)) > before)
    assert "nam=" not in browser.current_url
    assert browser.find_elements(By.CSS_SELECTOR, ".kbs-snippet mark")


def test_arrows_enter_and_why(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/")
    field = browser.find_element(By.CSS_SELECTOR, "[data-kbs-page] input")
    assert browser.switch_to.active_element == field
    browser.execute_script("document.activeElement.blur()")
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element == field
    field.send_keys("an toàn về an ninh trật tự")
    until(
        browser,
        lambda b: (
            script(b, "document.querySelector('[data-kbs-page]').dataset.kbsReady") == "an toàn về an ninh trật tự"
        ),
    )
    browser.find_element(By.CSS_SELECTOR, ".kbs-why summary").click()
    reasons = browser.find_element(By.CSS_SELECTOR, ".kbs-why ul").text
    assert reasons.startswith("Có chữ “")
    assert "“ninh”" in reasons
    assert not any(letter.isdigit() for letter in reasons)
    field.send_keys(Keys.ARROW_DOWN, "")
    first = browser.switch_to.active_element
    first.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element != first
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert browser.switch_to.active_element == field
    field.send_keys(Keys.ARROW_DOWN, "")
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    until(browser, lambda b: b.current_url.endswith("/van-ban/tt-124-2021-tt-bca/"))


def test_more_results_follow(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=an+ninh")
    until(browser, lambda b: len(hits(b)) == 10)
    browser.find_element(By.CSS_SELECTOR, ".kbs-more").click()
    until(browser, lambda b: len(hits(b)) == 20)
    assert len(set(hits(browser))) == 20


def test_paragraphs_of_a_section_are_one_hit(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=phong+trào+phụ+nữ&muc=Đoạn+kế+hoạch")
    until(browser, lambda b: len(hits(b)) == 10)
    sections = script(browser, "[...document.querySelectorAll('.kbs-hits > li')].map((e) => e.dataset.section)")
    assert len(sections) == len(set(sections)) < 10
    browser.find_element(By.CSS_SELECTOR, ".kbs-folded summary").click()
    link = browser.find_element(By.CSS_SELECTOR, ".kbs-folded a")
    link.click()
    until(browser, lambda b: "/ke-hoach/" in b.current_url)


def test_enter_opens_the_one_document_of_a_number(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/")
    browser.find_element(By.CSS_SELECTOR, "[data-kbs-page] input").send_keys("nq 51", Keys.ENTER)
    until(browser, lambda b: b.current_url.endswith("/van-ban/nq-51-nq-tw-2019/"))


@pytest.mark.parametrize("typed", ["06/2024/NĐ-CP", "nghị định 06/2024/NĐ-CP", "nđ 06/2024"])
@pytest.mark.parametrize("page", ["", "tim-kiem/"])
def test_enter_opens_no_document_of_another_number(
    browser: webdriver.Chrome, address: str, page: str, typed: str
) -> None:
    browser.get(f"{address}{page}")
    field = box(browser) if not page else browser.find_element(By.CSS_SELECTOR, "[data-kbs-page] input")
    field.send_keys(typed, Keys.ENTER)
    until(browser, lambda b: "/tim-kiem/?q=" in b.current_url and hits(b))
    assert "có phải 06/2014/NĐ-CP?" in browser.find_element(By.CSS_SELECTOR, ".kbs-notes").text


def test_a_wrong_number_that_leads_to_a_document_is_said(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=06/2024/NĐ-CP")
    until(browser, lambda b: hits(b))
    assert (
        "Kho không có văn bản số 06/2024/NĐ-CP; có phải 06/2014/NĐ-CP? Có nơi ghi số ấy cho văn bản này."
        in browser.find_element(By.CSS_SELECTOR, ".kbs-notes").text
    )


def test_the_number_of_the_first_hit_among_others_is_no_slip(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=124/2021/TT-BCA+06/2014/NĐ-CP")
    until(browser, lambda b: hits(b))
    assert "có phải" not in browser.find_element(By.CSS_SELECTOR, ".kbs-notes").text


def test_what_nobody_typed_is_not_told(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=an+toàn+về+an+ninh+trật+tự")
    until(browser, lambda b: hits(b))
    assert browser.find_element(By.CSS_SELECTOR, ".kbs-notes").text == ""


def test_the_focus_stays_with_a_filter_and_goes_on_to_new_hits(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=an+ninh")
    until(browser, lambda b: len(hits(b)) == 10)
    browser.execute_script("document.querySelector('.kbs-more').focus()")
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    until(browser, lambda b: len(hits(b)) == 20)
    assert script(browser, "document.activeElement.matches('a.kbs-title')")
    browser.execute_script("document.querySelector('.kbs-filters [data-value=\"Văn bản\"]').focus()")
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    until(browser, lambda b: "muc=" in b.current_url and len(hits(b)) == 10)
    until(browser, lambda b: script(b, "document.activeElement.dataset.value") == "Văn bản")


def test_a_server_that_stalls_is_told(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/")
    browser.execute_script("kbSearch.client.ask = () => new Promise(() => {})")
    browser.find_element(By.CSS_SELECTOR, "[data-kbs-page] input").send_keys("a")
    until(browser, lambda b: "trả lời chậm" in b.find_element(By.CSS_SELECTOR, ".kbs-said").text)


def test_nothing_found_says_what_to_try(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=zzzzqqq")
    until(
        browser, lambda b: "Không tìm thấy kết quả cho “zzzzqqq”" in b.find_element(By.CSS_SELECTOR, ".kbs-said").text
    )
    browser.find_element(By.CSS_SELECTOR, "[data-kbs-example='nq 51']").click()
    until(browser, lambda b: hits(b) == ["nq-51-nq-tw-2019"])


def test_a_slip_is_set_right(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/?q=phogn")
    until(browser, lambda b: "đây là kết quả cho" in b.find_element(By.CSS_SELECTOR, ".kbs-notes").text)
    assert hits(browser)


def test_from_files(browser: webdriver.Chrome, site: Path) -> None:
    browser.get((site / "index.html").as_uri())
    box(browser).send_keys("đường dây nóng")
    until(browser, lambda b: any("#ii-3" in name for name in offered(b)))
    box(browser).send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    until(browser, lambda b: "/ii-3/index.html#ii-3" in b.current_url)
    assert browser.find_element(By.CSS_SELECTOR, ":target").is_displayed()


def test_the_search_asks_no_one_else(browser: webdriver.Chrome, address: str) -> None:
    log: Any = browser
    log.get_log("performance")
    browser.get(f"{address}tim-kiem/?q=an+ninh")
    until(browser, lambda b: len(hits(b)) == 10)
    messages = [json.loads(entry["message"])["message"] for entry in log.get_log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    assert any(url.endswith("engine.js") for url in asked)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:", "chrome"))] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_overflows(browser: webdriver.Chrome, address: str, width: int) -> None:
    metrics = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(f"{address}tim-kiem/?q=an+ninh")
    until(browser, lambda b: len(hits(b)) == 10)
    browser.execute_script("document.querySelectorAll('.kbs details').forEach((e) => { e.open = true; })")
    scrolled = script(browser, "document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert scrolled <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(browser: webdriver.Chrome, address: str, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get(address)
    browser.execute_script("localStorage.clear()")
    browser.get(f"{address}tim-kiem/?q=antt")
    until(browser, lambda b: len(hits(b)) == 10)
    browser.execute_script("document.querySelectorAll('.kbs details').forEach((e) => { e.open = true; })")
    faint = browser.execute_script(
        (Path(__file__).parent / "contrast.js").read_text("utf-8"),
        ".kbs :is(p, li, a, b, mark, span, td, th, button, summary)",
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert faint in ([], {}, None)
