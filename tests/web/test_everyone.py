"""For everyone: assistive technology, the keyboard alone, no JavaScript, any screen, Vietnamese in every string."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.kinds import DOCUMENT, KINDS, PAGES, PLAN

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ["violations"] }).then(
  r => done(r.violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(" | ")}`)),
  e => done([String(e)]));
"""


@contextmanager
def screen(browser: webdriver.Chrome, width: int, scheme: str = "light") -> Iterator[None]:
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    yield
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def opened(browser: webdriver.Chrome, url: str) -> None:
    """Open a page; that of results is open when its results are there."""
    browser.get(url)
    if "?q=" in url:
        WebDriverWait(browser, 10).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".kbs-hits .kbs-title"))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: webdriver.Chrome, address: str, width: int, scheme: str) -> None:
    found = {}
    with screen(browser, width, scheme):
        for path in PAGES:
            opened(browser, address + path)
            browser.execute_script(AXE)
            found[path] = browser.execute_async_script(RUN)
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_axe_finds_what_is_wrong(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address + DOCUMENT)
    browser.execute_script("document.querySelector('.kb').insertAdjacentHTML('beforeend', '<img src=\"../x.png\">')")
    browser.execute_script(AXE)
    assert [fault for fault in browser.execute_async_script(RUN) if fault.startswith("image-alt")]


@pytest.mark.parametrize("width", [1280, 2560, 3840])
def test_lines_stay_readable_on_every_screen(browser: webdriver.Chrome, address: str, width: int) -> None:
    """Nothing overflows, and running text stays within about a hundred letters a line."""
    script = """
        const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        const long = [];
        for (let node; (node = walker.nextNode()); ) {
          if (node.data.trim().length < 130 || !node.parentElement.checkVisibility()) continue;
          if (node.parentElement.closest(".kb-hidden")) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          const wide = Math.max(...[...range.getClientRects()].map((line) => line.width));
          const letters = wide / (parseFloat(getComputedStyle(node.parentElement).fontSize) * 0.47);
          if (letters > 110) long.push(`${Math.round(letters)} ${node.data.trim().slice(0, 50)}`);
        }
        return [...(document.documentElement.scrollWidth > innerWidth ? ["overflow"] : []), ...long];
    """
    with screen(browser, width):
        found = {}
        for path in PAGES:
            opened(browser, address + path)
            found[path] = browser.execute_script(script)
    assert [f"{path} {fault}" for path, faults in found.items() for fault in faults] == []


def pressed(browser: webdriver.Chrome, *keys: str) -> None:
    ActionChains(browser).send_keys(*keys).perform()


FOCUS = "return document.activeElement"
STOPS = ("", DOCUMENT, f"{PLAN}ii-1/", f"{PLAN}bang-can-cu/", "van-ban/theo-nam/", "so-do/", "lich/")


@pytest.mark.parametrize("path", STOPS)
def test_every_control_is_reached_by_tab_and_seen(browser: webdriver.Chrome, address: str, path: str) -> None:
    browser.get(address + path)
    script = """
        const shown = e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0 && !e.closest("[hidden]");
        return [...document.querySelectorAll("a[href], button, summary, input, select")].filter(shown).length;
    """
    count, seen, unseen = browser.execute_script(script), set(), []
    for _ in range(count + 5):
        pressed(browser, Keys.TAB)
        element = browser.execute_script(FOCUS)
        if element.tag_name == "body":
            break
        seen.add(element.id)
        style = "const s = getComputedStyle(arguments[0]); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'"
        if not browser.execute_script(style, element):
            unseen.append(element.get_attribute("outerHTML")[:120])
    assert unseen == []
    assert len(seen) >= count - 2  # radio buttons of one name are one stop


def test_the_first_stop_leads_past_the_header(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address + DOCUMENT)
    pressed(browser, Keys.TAB)
    first = browser.execute_script(FOCUS)
    assert (first.get_attribute("textContent") or "").strip() == "Chuyển đến nội dung"
    pressed(browser, Keys.ENTER, Keys.TAB)
    assert browser.execute_script("return !!document.activeElement.closest('main .kb')")


def test_the_menu_of_a_phone_opens_by_keyboard(browser: webdriver.Chrome, address: str) -> None:
    with screen(browser, 390):
        browser.get(address + DOCUMENT)
        for _ in range(4):
            pressed(browser, Keys.TAB)
            if browser.execute_script("return document.activeElement.matches('button.kb-menu')"):
                break
        button = browser.execute_script(FOCUS)
        assert button.get_attribute("aria-expanded") == "false"
        assert button.get_attribute("aria-label") == "Mở mục lục"
        pressed(browser, Keys.ENTER)
        assert button.get_attribute("aria-expanded") == "true"
        link = "nav.md-nav--primary a[href$='lich/']"
        WebDriverWait(browser, 5).until(lambda b: b.find_element(By.CSS_SELECTOR, link).is_displayed())
        pressed(browser, Keys.ESCAPE)
        assert button.get_attribute("aria-expanded") == "false"
        assert browser.execute_script(FOCUS) == button


@pytest.fixture
def without_scripts(browser: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    yield browser
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_pages_serve_without_javascript(without_scripts: webdriver.Chrome, address: str) -> None:
    for path in KINDS:
        without_scripts.get(address + path)
        assert without_scripts.find_element(By.CSS_SELECTOR, "main h1").is_displayed(), path


def test_a_citation_is_followed_without_javascript(without_scripts: webdriver.Chrome, address: str) -> None:
    browser = without_scripts
    browser.get(f"{address}{PLAN}ii-1/")
    browser.find_element(By.CSS_SELECTOR, "p a.kb-by-number[href*='tt-124-2021-tt-bca']").click()
    assert browser.find_element(By.TAG_NAME, "h1").text.startswith("Thông tư 124/2021/TT-BCA")
    browser.get(f"{address}chuong-trinh/phong-trao-tdbvantq/")
    folded = [more for more in browser.find_elements(By.CSS_SELECTOR, ".kb-more:not([open])") if more.is_displayed()]
    more = next(more for more in folded if more.find_elements(By.TAG_NAME, "li"))
    assert not any(item.is_displayed() for item in more.find_elements(By.TAG_NAME, "li"))
    more.find_element(By.TAG_NAME, "summary").click()
    assert any(item.is_displayed() for item in more.find_elements(By.TAG_NAME, "li"))
    browser.find_element(By.CSS_SELECTOR, "[data-kbs-box] input").send_keys("an ninh", Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda b: "tim-kiem/?q=an" in b.current_url)
    assert "Tìm kiếm cần JavaScript" in browser.find_element(By.TAG_NAME, "main").text


ENGLISH = re.compile(
    r"\b(the|of|and|search|share|copy|copied|clipboard|toggle|back|navigation|header|footer|tabs?|table|contents|next|"
    r"previous|close|menu|skip|type|results?|initializing|switch|mode|dark|light|home|page|not found|edit|made|with)\b",
    re.IGNORECASE,
)


class Strings(HTMLParser):
    """The words of the theme that a reader meets: names of controls, hints, the strings that its script shows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = ("aria-label", "title", "placeholder", "alt")
        self.found += [value for name, value in attrs if name in names and value]


def test_every_string_is_vietnamese(site: Path) -> None:
    pages = [site / path / "index.html" for path in KINDS if path != "404.html"] + [site / "404.html"]
    english = {}
    for path in pages:
        html = path.read_text("utf-8")
        translations = re.search(r'"translations": ?(\{.*?\})', html)
        texts = Strings(html).found + (re.findall(r': ?"(.*?)"', translations[1]) if translations else [])
        found = {text for text in texts if ENGLISH.search(text)}
        if found:
            english[str(path.relative_to(site))] = found
        assert '<html lang="vi"' in html
    assert english == {}


def test_nothing_is_refused_by_the_policy(browser: webdriver.Chrome, address: str) -> None:
    """The site lives within its own policy, copying included."""
    source = (Path(__file__).parent / "everyone.js").read_text("utf-8")
    added: dict[str, Any] = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    refused = {}
    for path in PAGES:
        opened(browser, address + path)
        button = browser.execute_script("return document.querySelector('button[data-copies]')")
        if button:
            button.click()  # as a reader does: a browser lets no script copy by itself
        refused[path] = browser.execute_script("return window.refused")
    browser.execute_script(
        "const s = document.createElement('script'); s.text = 'window.ran = 1'; document.body.append(s)"
    )
    assert browser.execute_script("return window.ran") is None
    WebDriverWait(browser, 5).until(lambda b: b.execute_script("return window.refused.length"))
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
    assert {path: found for path, found in refused.items() if found} == {}
