"""The overview, the figures of records, and the status beside every document that is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from selenium import webdriver
from selenium.webdriver.common.by import By

from kb.corpus.load import load_corpus
from tests.support.paths import ROOT
from tests.web.kinds import PLAN
from tests.web.test_pages_day import unfold


def test_a_box_leads_to_its_page_by_key(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}van-ban/qd-318-qd-ttg-2022/")
    unfold(browser)
    box = browser.find_element(By.CSS_SELECTOR, "#so-do-quan-he a[data-node=qd-263-qd-ttg-2022]")
    browser.execute_script("arguments[0].focus()", box)
    browser.switch_to.active_element.send_keys("\n")
    assert browser.current_url.endswith("/van-ban/qd-263-qd-ttg-2022/")


def test_the_bars_count_every_document_and_lead_to_its_list(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tong-quan/")
    total = len(load_corpus(ROOT / "corpus").documents)
    for anchor in ("theo-nam", "theo-tinh-trang"):
        counts = browser.find_elements(By.CSS_SELECTOR, f"#{anchor} + table td")
        assert sum(int(count.text) for count in counts) == total
    link = browser.find_element(By.CSS_SELECTOR, "#theo-tinh-trang + table th[scope=row] a")
    words, target = link.text, str(link.get_attribute("href"))
    browser.get(target)
    assert browser.find_element(By.ID, target.partition("#")[2]).text.partition(" (")[0] == words


def test_a_figure_is_wider_than_the_telephone_and_the_page_is_not(browser: webdriver.Chrome, address: str) -> None:
    narrow = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    wide = {}
    for page in ("so-do/", "tong-quan/", "van-ban/qd-318-qd-ttg-2022/", "lich/", "can-kiem-tra/", "thay-doi/", PLAN):
        browser.get(f"{address}{page}")
        wide[page] = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide == dict.fromkeys(wide, 390)


def pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("index.html") if path.parent != site / "tim-kiem")


def test_a_document_is_never_named_without_its_status(site: Path) -> None:
    """Beside the link, or in the card, row or sign that it stands in; a figure's box says it in words."""
    bare = []
    for path in pages(site):
        for link in html.parse(str(path)).getroot().xpath("//div[@class='kb']//a[@href]"):
            folder, _, record = link.get("href").partition("#")[0].rstrip("/").rpartition("/")
            if folder.lstrip("./") not in ("van-ban", "chuong-trinh") or record.startswith("theo-"):
                continue
            if link.get("data-status") or "kb-cite" in (link.get("class") or "") or link.xpath("ancestor::svg"):
                continue
            if link.xpath("ancestor::*[@popover]"):
                continue
            near = link.xpath("ancestor::*[self::li or self::td or self::dd or self::p or self::tr][1]")
            near += link.xpath("ancestor::tr | ancestor::*[@class='kb-card']")
            if not any(one.xpath(".//*[contains(@class, 'kb-badge')]") for one in near):
                bare.append(f"{path.relative_to(site)}: {link.get('href')}")
    assert bare == []


@pytest.mark.parametrize("attribute", ["style", "onclick", "onload", "onchange"])
def test_no_markup_that_a_strict_policy_would_refuse(site: Path, attribute: str) -> None:
    """What the project's templates write: no inline script and no style or handler in an attribute."""
    bodies = [(p, body) for p in pages(site) for body in html.parse(str(p)).getroot().xpath("//div[@class='kb']")]
    assert len(bodies) >= 250
    for path, body in bodies:
        assert body.xpath(f".//*[@{attribute}] | .//script | .//style") == [], path


@pytest.mark.parametrize("page", ["", "toan-van/", "ii-1/", "ky-ten/", "bang-can-cu/"])
def test_every_page_of_the_plan_follows_the_day(browser: webdriver.Chrome, address: str, page: str) -> None:
    browser.get(f"{address}{PLAN}{page}?ngay=2023-01-15")
    assert browser.find_element(By.CSS_SELECTOR, "[data-day-said]").text.startswith("Tình trạng vào ngày 15/01/2023")
    links = browser.find_elements(By.CSS_SELECTOR, ".kb-crumbs a, .kb-contents a")
    assert links
    assert {str(link.get_attribute("href")).partition("?")[2].partition("#")[0] for link in links} == {
        "ngay=2023-01-15"
    }
    signed = browser.find_elements(By.CSS_SELECTOR, ".kb-cite[data-at=qd-318-qd-ttg-2022]")
    assert {sign.get_attribute("data-status") for sign in signed} <= {"con_hieu_luc"}


def test_a_figure_shows_its_own_record_first_on_a_phone(browser: webdriver.Chrome, address: str) -> None:
    narrow = {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    browser.get(f"{address}van-ban/kl-13-kl-tw-2021/")  # its figure is small, and so has no filter that lays it out
    unfold(browser)
    frames = browser.execute_async_script("""
        const done = arguments[0];
        const look = () => [...document.querySelectorAll(".kb-scroll:has(.kb-n-self)")].map((frame) => {
          const box = frame.querySelector(".kb-n-self").getBoundingClientRect();
          return [frame.scrollWidth > frame.clientWidth, box.left >= 0 && box.right <= innerWidth];
        });
        requestAnimationFrame(() => requestAnimationFrame(() => done(look())));
    """)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert [True, True] in frames
    assert all(seen for _, seen in frames)
