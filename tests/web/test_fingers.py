"""On a phone what leads about the site is as high as a finger is wide (WCAG 2.2, 2.5.5)."""

from __future__ import annotations

from selenium import webdriver

from tests.web.kinds import KINDS
from tests.web.test_everyone import screen

LEAST = 44
"""CSS pixels."""
LOW = """
const parts = "header a, header button, .kb-crumbs a, .kb-jump a, .kb-bar a, .kb-bar button, .kb-pager a, .kb-foot a";
const seen = [...document.querySelectorAll(parts)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
const low = (one) => one.getBoundingClientRect().height > 1 && one.getBoundingClientRect().height < arguments[0] - 0.5;
return [seen.length, seen.filter(low).map((one) => one.outerHTML.slice(0, 80))];
"""


def test_what_leads_about_the_site_is_as_high_as_a_finger_is_wide(browser: webdriver.Chrome, address: str) -> None:
    found = {}
    with screen(browser, 390):
        for path in KINDS:
            browser.get(address + path)
            count, found[path] = browser.execute_script(LOW, LEAST)
            assert count > 10, path
    assert {path: low for path, low in found.items() if low} == {}
