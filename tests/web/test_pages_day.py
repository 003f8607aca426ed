"""Pages of a plan as of a day: statuses, groups and links follow ?ngay=, and the matrix leads to its paragraphs."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from kb.language.dates import show_day
from tests.web.kinds import PLAN

CRITERIA = "qd-318-qd-ttg-2022"
"""In force until it was amended in March 2024; its phase ended with 2025."""


RECORD = f"van-ban/{CRITERIA}/"
RUNNING = "van-ban/qd-263-qd-ttg-2022/"
"""Runs until the end of 2026."""


def unfold(browser: webdriver.Chrome) -> None:
    """Open all that is folded away."""
    browser.execute_script("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")


def follow(browser: webdriver.Chrome, selector: str) -> None:
    """Click a link in the middle of the window: the bar that tells of another day stands at its foot."""
    link = browser.find_element(By.CSS_SELECTOR, selector)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
    link.click()


def shown(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.CSS_SELECTOR, "[data-day-said]").text


def item(browser: webdriver.Chrome, record: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, f"[data-item={record}]")


def group_of(browser: webdriver.Chrome, record: str) -> str:
    heading = item(browser, record).find_element(By.XPATH, "./ancestor::tbody/tr[1]/th")
    return str(heading.get_attribute("id"))


@pytest.mark.parametrize(
    ("day", "group", "status"),
    [
        ("2022-03-07", "mat", "Chưa có hiệu lực"),
        ("2024-02-29", "con", "Còn hiệu lực"),
        ("2025-12-31", "sua-doi", "Còn hiệu lực, đã được sửa đổi, bổ sung"),
        ("2026-01-01", "mat", "Hết giai đoạn"),
        ("2026-11-05", "mat", "Hết giai đoạn"),
    ],
)
def test_a_basis_stands_as_it_stood_on_the_day(
    browser: webdriver.Chrome, address: str, day: str, group: str, status: str
) -> None:
    browser.get(f"{address}{PLAN}bang-can-cu/?ngay={day}")
    assert shown(browser) == f"Tình trạng vào ngày {show_day(date.fromisoformat(day))}, không phải hôm nay."
    assert item(browser, CRITERIA).find_element(By.CSS_SELECTOR, '.kb-badge[data-on=""]').text == status
    assert group_of(browser, CRITERIA) == group
    for section in browser.find_elements(By.CSS_SELECTOR, "[data-group]:not([hidden])"):
        count = section.find_element(By.CSS_SELECTOR, "[data-count]").text
        assert int(count) == len(section.find_elements(By.CSS_SELECTOR, "[data-item]"))


def test_the_form_chooses_a_day_and_the_way_back_leads_to_today(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}bang-can-cu/")
    assert shown(browser).startswith("Tình trạng hôm nay, ngày ")
    today = item(browser, CRITERIA).text
    browser.execute_script("document.getElementById('xem-ngay').value = '7/3/2022'")
    browser.find_element(By.CSS_SELECTOR, "[data-day-form] button").click()
    assert browser.current_url.endswith("/bang-can-cu/?ngay=2022-03-07")
    assert item(browser, CRITERIA).text != today
    browser.find_element(By.CSS_SELECTOR, "[data-day-back]").click()
    assert browser.current_url.endswith("/bang-can-cu/")
    assert item(browser, CRITERIA).text == today


@pytest.mark.parametrize("wrong", ["2024-02-30", "hôm qua", "%3Cimg%20src=x%20onerror=alert(1)%3E", "2024-1-1"])
def test_what_is_no_day_is_said_and_today_is_shown(browser: webdriver.Chrome, address: str, wrong: str) -> None:
    browser.get(f"{address}{PLAN}?ngay={wrong}")
    assert "không phải là một ngày" in shown(browser)
    assert "Tình trạng hôm nay" in shown(browser)
    assert browser.find_elements(By.CSS_SELECTOR, ".kb-day img") == []


def test_a_card_tells_of_the_plan_and_of_the_day(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-1/?ngay=2026-06-01")
    unfold(browser)
    card = next(c for c in browser.find_elements(By.CSS_SELECTOR, ".kb-card") if "Quyết định 318/QĐ-TTg" in c.text)
    rows = [row.text.split("\n")[:2] for row in card.find_elements(By.CSS_SELECTOR, "dl > div")]
    assert [row[0] for row in rows[:2]] == ["Khi lập kế hoạch", "Ngày 01/6/2026"]
    assert rows[1][1].startswith("Hết giai đoạn")
    assert not any("hôm nay" in c.text.lower() for c in browser.find_elements(By.CSS_SELECTOR, ".kb-card"))


@pytest.mark.parametrize("typed", ["2024-05-31", "31/5/2024", "31-05-2024", "31.5.2024"])
def test_the_day_goes_along_with_every_link_inside_the_site(
    browser: webdriver.Chrome, address: str, typed: str
) -> None:
    browser.get(f"{address}{PLAN}?ngay={typed}")
    follow(browser, ".kb-contents a[href*='ii-4']")
    assert browser.current_url.endswith("/ii-4/?ngay=2024-05-31")
    links = [
        str(a.get_attribute("href"))
        for a in browser.find_elements(By.CSS_SELECTOR, "a[href]:not(.kb-day a, .kb-day-bar a)")
    ]
    inside = [
        href for href in links if href.startswith(address) and not href.endswith((".xml", ".json", ".xlsx", ".csv"))
    ]
    assert len(inside) > 20
    assert [href for href in inside if "ngay=2024-05-31" not in href] == []
    follow(browser, ".kb-card-head a")
    assert "/van-ban/" in browser.current_url
    assert shown(browser) == "Tình trạng vào ngày 31/5/2024, không phải hôm nay."


def test_a_day_typed_in_the_form_that_is_none_is_said_and_the_page_stays(
    browser: webdriver.Chrome, address: str
) -> None:
    browser.get(f"{address}{RECORD}")
    browser.execute_script("document.getElementById('xem-ngay').value = '31/2/2024'")
    browser.find_element(By.CSS_SELECTOR, "[data-day-form] button").click()
    assert shown(browser) == "“31/2/2024” không phải là một ngày (viết như 31/5/2024)."
    assert browser.current_url == f"{address}{RECORD}"


@pytest.mark.parametrize(
    ("day", "badge", "usable"),
    [
        ("2024-02-29", "Còn hiệu lực", "Còn dùng làm căn cứ được"),
        ("2025-12-31", "Còn hiệu lực, đã được sửa đổi, bổ sung", "Còn dùng làm căn cứ được, phải xem kèm"),
        ("2026-01-01", "Hết giai đoạn", "Giai đoạn thực hiện đã hết"),
    ],
)
def test_a_document_page_follows_the_day(
    browser: webdriver.Chrome, address: str, day: str, badge: str, usable: str
) -> None:
    browser.get(f"{address}{RECORD}?ngay={day}")
    assert browser.find_element(By.CSS_SELECTOR, ".kb-status .kb-badge").text == badge
    assert browser.find_element(By.CSS_SELECTOR, ".kb-status").text.startswith(
        f"{badge} Ngày {show_day(date.fromisoformat(day))}: "
    )
    assert browser.find_element(By.CSS_SELECTOR, ".kb-usable").text.startswith(usable)


@pytest.mark.parametrize(
    ("day", "heading"),
    [("2011-06-01", "Chưa có hiệu lực"), ("2024-02-29", "Còn hiệu lực"), ("2026-01-01", "Hết giai đoạn")],
)
def test_the_list_by_status_follows_the_day(browser: webdriver.Chrome, address: str, day: str, heading: str) -> None:
    browser.get(f"{address}van-ban/theo-tinh-trang/?ngay={day}")
    section = item(browser, CRITERIA).find_element(By.XPATH, "./ancestor::section")
    count = len(section.find_elements(By.CSS_SELECTOR, "[data-item]"))
    assert section.find_element(By.TAG_NAME, "h2").text == f"{heading} ({count})"
    labels = {badge.text for badge in section.find_elements(By.CSS_SELECTOR, ".kb-badge")}
    assert labels == {heading}


def test_a_box_of_a_figure_follows_the_day(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{RECORD}?ngay=2024-02-29")
    unfold(browser)
    box = browser.find_element(By.CSS_SELECTOR, f"[data-node={CRITERIA}]")
    assert box.get_attribute("data-status") == "con_hieu_luc"
    assert box.find_element(By.CSS_SELECTOR, ".kb-d-below").text == "Còn hiệu lực"
    assert browser.execute_script("return arguments[0].getAttribute('href')", box).endswith("?ngay=2024-02-29")


def later(browser: webdriver.Chrome, days: int) -> str:
    """Let the clock of the browser stand so many days after now, on the pages to come; the id that ends it."""
    script = (
        "(() => { const Real = Date; window.Date = class extends Real {"
        f" constructor(...given) {{ super(...(given.length ? given : [Real.now() + {days} * 86400000])); }} }}; }})()"
    )
    done = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    return str(done["identifier"])


@pytest.mark.parametrize(("days", "told"), [(0, False), (29, False), (45, True)])
def test_today_is_the_readers_and_an_old_copy_says_how_old_it_is(
    browser: webdriver.Chrome, address: str, days: int, told: bool
) -> None:
    clock = later(browser, days)
    browser.get(f"{address}{RUNNING}")
    built = date.fromisoformat(str(browser.find_element(By.CSS_SELECTOR, ".kb-day").get_attribute("data-built")))
    today = built + timedelta(days=days)
    assert shown(browser) == f"Tình trạng hôm nay, ngày {today:%d/%m/%Y}."
    note = browser.find_element(By.CSS_SELECTOR, "[data-day-age]")
    assert note.is_displayed() is told
    if told:
        assert f"đã {days} ngày" in note.text
    status = browser.find_element(By.CSS_SELECTOR, ".kb-status").text
    assert status.startswith("Hết giai đoạn" if today > date(2026, 12, 31) else "Đang triển khai")
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": clock})


def test_the_tally_counts_what_the_page_holds(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}?ngay=2024-05-31")
    held = json.loads(str(browser.find_element(By.CSS_SELECTOR, ".kb-day").get_attribute("data-turns")))
    counts = [int(e.text) for e in browser.find_elements(By.CSS_SELECTOR, "[data-tally] strong")]
    assert sum(counts) == len(held["spans"])


def test_the_note_of_a_badge_opens_by_key_and_follows_the_day(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}ii-1/?ngay=2026-01-01")
    badge = browser.find_element(By.CSS_SELECTOR, f"button.kb-badge[data-on={CRITERIA}]")
    browser.execute_script("arguments[0].focus()", badge)
    badge.send_keys("\n")
    note = browser.find_element(By.ID, str(badge.get_attribute("popovertarget")))
    assert note.is_displayed()
    assert note.text.startswith("Hết giai đoạn\nđã hết giai đoạn thực hiện (đến hết năm 2025).")
    assert str(note.find_element(By.TAG_NAME, "a").get_attribute("href")).endswith(
        f"van-ban/{CRITERIA}/?ngay=2026-01-01#du-kien"
    )


def test_a_wrong_citation_leads_to_its_paragraph(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}{PLAN}bang-can-cu/")
    row = item(browser, "nd-06-2014-nd-cp")
    place = row.find_element(By.CSS_SELECTOR, "li[data-severity=wrong]")
    assert "✗ sai" in place.text
    assert "06/2024/NĐ-CP" in place.find_element(By.TAG_NAME, "q").text
    place.find_element(By.TAG_NAME, "a").click()
    assert browser.current_url.endswith(f"{PLAN}ii-4/#ii-4.p1")
    assert "06/2024/NĐ-CP" in browser.find_element(By.ID, "ii-4.p1").text


@pytest.mark.parametrize("former", ["ra-soat/", "con-can-cu/", "ma-tran/"])
def test_what_stood_elsewhere_leads_to_the_table_with_day_and_place(
    browser: webdriver.Chrome, address: str, former: str
) -> None:
    browser.get(f"{address}{PLAN}{former}?ngay=2024-05-31#mat")
    table = f"{address}{PLAN}bang-can-cu/?ngay=2024-05-31#mat"
    WebDriverWait(browser, 10).until(lambda driver: driver.current_url == table)


def test_without_javascript_the_page_tells_of_its_own_day(browser: webdriver.Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{address}{PLAN}bang-can-cu/?ngay=2022-03-07")
    assert shown(browser).startswith("Tình trạng vào ngày dựng trang, ")
    assert not browser.find_element(By.CSS_SELECTOR, "[data-day-form]").is_displayed()
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
