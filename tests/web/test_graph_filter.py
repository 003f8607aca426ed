"""The filter of the figures: what it takes out, what it lays out anew, and what a phone begins with."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from kb.corpus.load import load_corpus
from kb.views.neighbours import FILTERED
from tests.support.paths import ROOT
from tests.web.kinds import DOCUMENT
from tests.web.test_everyone import screen
from tests.web.test_pages_day import unfold


def boxes(browser: webdriver.Chrome) -> list[WebElement]:
    return [e for e in browser.find_elements(By.CSS_SELECTOR, "[data-node]") if e.is_displayed()]


def ends(browser: webdriver.Chrome) -> set[tuple[str, str]]:
    """The records that the lines shown join: a line names them by their places among the boxes."""
    keys = [str(e.get_attribute("data-node")) for e in browser.find_elements(By.CSS_SELECTOR, "[data-node]")]
    places = [str(line.get_attribute("data-ends")).split() for line in lines(browser)]
    return {(keys[int(start)], keys[int(end)]) for start, end in places}


def lines(browser: webdriver.Chrome) -> list[WebElement]:
    paths = browser.find_elements(By.CSS_SELECTOR, "path[data-ends]")
    return [e for e in paths if e.value_of_css_property("display") != "none"]


def choose(browser: webdriver.Chrome, name: str, value: str) -> None:
    browser.execute_script(
        "const box = document.querySelector(arguments[0]); box.checked = !box.checked;"
        "box.dispatchEvent(new Event('change', {bubbles: true}))",
        f"input[name={name}][value={value}]",
    )


def said(browser: webdriver.Chrome) -> str:
    return browser.find_element(By.CSS_SELECTOR, "[data-graph-said]").text


def test_the_figure_holds_every_relation(browser: webdriver.Chrome, address: str) -> None:
    corpus = load_corpus(ROOT / "corpus")
    kept = {*corpus.documents, *corpus.programmes, *corpus.observances}
    pairs = {(e.subject, e.object) for i in kept for e in corpus.graph.out(i) if e.object in kept and e.object != i}
    browser.get(f"{address}so-do/")
    assert ends(browser) == pairs
    assert len(boxes(browser)) == len({end for pair in pairs for end in pair})
    assert said(browser) == f"Đang hiện {len(boxes(browser))} ô, {len(pairs)} mối quan hệ."


def test_the_filter_takes_out_kinds_types_and_statuses(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}so-do/")
    before = len(lines(browser))
    choose(browser, "look", "can-cu")
    assert 0 < len(lines(browser)) < before
    looks = {line.find_element(By.XPATH, "..").get_attribute("data-look") for line in lines(browser)}
    assert looks >= {"thay-doi"}
    assert "can-cu" not in looks
    choose(browser, "type", "luat")
    assert "luat" not in {box.get_attribute("data-type") for box in boxes(browser)}
    choose(browser, "status", "chua_xac_dinh")
    assert "chua_xac_dinh" not in {box.get_attribute("data-status") for box in boxes(browser)}
    shown = {box.get_attribute("data-node") for box in boxes(browser)}
    assert {end for pair in ends(browser) for end in pair} <= shown
    assert said(browser) == f"Đang hiện {len(shown)} ô, {len(lines(browser))} mối quan hệ."
    browser.find_element(By.CSS_SELECTOR, "[data-graph-filter] summary").click()
    browser.find_element(By.CSS_SELECTOR, "[data-none]").click()
    assert boxes(browser) == []
    browser.find_element(By.CSS_SELECTOR, "[data-all]").click()
    assert len(lines(browser)) == before


DRAWN = """
const svg = document.querySelector("form[data-graph-filter] ~ .kb-scroll .kb-drawing"), frame = svg.parentNode;
window.dispatchEvent(new Event("beforeprint"));
const boxes = [...svg.querySelectorAll("[data-node]")].filter((one) => one.style.display !== "none");
const places = boxes.map((one) => one.querySelector("rect").getBoundingClientRect());
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const at = Object.fromEntries([...svg.querySelectorAll("[data-node]")].map((one, i) => [i, one]));
const ends = (line) => line.dataset.ends.split(" ");
const touches = (line, end, length) => {
  const point = line.getPointAtLength(length).matrixTransform(line.getScreenCTM());
  const box = at[ends(line)[end]].querySelector("rect").getBoundingClientRect();
  return Math.min(Math.abs(point.x - box.left), Math.abs(point.x - box.right)) < 2 &&
    point.y > box.top - 1 && point.y < box.bottom + 1;
};
const lines = [...svg.querySelectorAll("path[data-ends]")].filter((one) => one.style.display !== "none");
return {
  overlaps: places.flatMap((a, i) => places.slice(i + 1).filter((b) => meet(a, b))).length,
  loose: lines.filter((l) => !touches(l, 0, 0) || !touches(l, 1, l.getTotalLength())).length,
  size: [svg.width.baseVal.value, svg.height.baseVal.value],
  outside: places.filter((one) => one.bottom > svg.getBoundingClientRect().bottom).length,
  room: frame.clientWidth,
  shown: boxes.map((one) => one.dataset.node),
  joined: lines.flatMap(ends).map((place) => at[place].dataset.node),
  places: [...boxes.map((one) => one.getAttribute("transform")), ...lines.map((one) => one.getAttribute("d"))],
  sheets: document.querySelectorAll(".kb-strip").length,
};
"""


@pytest.mark.parametrize("width", [390, 1280])
def test_what_the_filter_leaves_is_laid_out_anew(browser: webdriver.Chrome, address: str, width: int) -> None:
    """No hole, no box over another, each line from box to box, the same again for the same choice; then as before."""
    with screen(browser, width):
        browser.get(f"{address}so-do/")
        browser.execute_script("document.querySelector('[data-all]').click()")
        whole = browser.execute_script(DRAWN)
        choose(browser, "look", "lien-quan")
        choose(browser, "type", "quyet-dinh")
        less = browser.execute_script(DRAWN)
        assert (less["overlaps"], less["loose"], less["outside"]) == (0, 0, 0)
        assert 0 < len(less["shown"]) < len(whole["shown"])
        assert less["size"][1] < whole["size"][1]
        assert width == 1280 or max(less["size"][0], whole["size"][0]) <= less["room"]
        choose(browser, "type", "luat")
        choose(browser, "type", "luat")
        assert browser.execute_script(DRAWN)["places"] == less["places"]
        browser.execute_script("document.querySelector('[data-all]').click()")
        again = browser.execute_script(DRAWN)
        assert again == whole


@pytest.mark.parametrize("width", [390, 1280])
def test_one_document_and_what_it_is_joined_with(browser: webdriver.Chrome, address: str, width: int) -> None:
    """Typed as people type, without marks; on a phone nothing of it is a scroll aside."""
    with screen(browser, width):
        browser.get(f"{address}so-do/")
        browser.find_element(By.CSS_SELECTOR, "[data-near]").clear()
        browser.find_element(By.CSS_SELECTOR, "[data-near]").send_keys("quyet dinh 318/qd-ttg")
        drawn = browser.execute_script(DRAWN)
        assert "qd-318-qd-ttg-2022" in drawn["shown"]
        assert 1 < len(drawn["shown"]) < 30
        assert set(drawn["joined"]) == set(drawn["shown"])
        assert (drawn["overlaps"], drawn["loose"], drawn["sheets"]) == (0, 0, 1)
        assert width == 1280 or drawn["size"][0] <= drawn["room"]
        browser.find_element(By.CSS_SELECTOR, "[data-near]").send_keys("xyz")
        assert browser.execute_script(DRAWN)["shown"] == []
        assert "gõ số hiệu" in said(browser)


def test_a_phone_begins_with_what_has_most_relations(browser: webdriver.Chrome, address: str) -> None:
    """Nothing is a scroll aside; the others of many relations are a press away, and all of them too."""
    with screen(browser, 390):
        browser.get(f"{address}so-do/")
        named = browser.find_elements(By.CSS_SELECTOR, "[data-near-choice]")
        first = browser.execute_script(DRAWN)
        assert 1 < len(first["shown"]) < 30
        assert first["size"][0] <= first["room"]
        asked = browser.find_element(By.CSS_SELECTOR, "[data-asked]")
        assert " ".join(line.text for line in asked.find_elements(By.TAG_NAME, "text")).startswith(named[0].text)
        assert all(button.size["height"] >= 44 for button in named)
        named[1].click()
        second = browser.execute_script(DRAWN)
        assert set(second["shown"]) != set(first["shown"])
        assert second["size"][0] <= second["room"]
    browser.get(f"{address}so-do/")
    assert len(boxes(browser)) == len(browser.find_elements(By.CSS_SELECTOR, "[data-node]"))


@pytest.mark.parametrize("width", [390, 1280])
def test_the_figure_of_a_record_has_a_filter(browser: webdriver.Chrome, address: str, width: int) -> None:
    with screen(browser, width):
        browser.get(f"{address}{DOCUMENT}")
        unfold(browser)
        whole = browser.execute_script(DRAWN)
        assert (whole["overlaps"], whole["loose"], whole["outside"], whole["sheets"]) == (0, 0, 0, 0)
        assert width == 1280 or whole["size"][0] <= whole["room"]
        choose(browser, "look", "can-cu")
        less = browser.execute_script(DRAWN)
        assert (less["overlaps"], less["loose"], less["outside"]) == (0, 0, 0)
        assert 0 < len(less["joined"]) < len(whole["joined"])
        assert said(browser) == f"Đang hiện {len(less['shown'])} ô, {len(less['joined']) // 2} mối quan hệ."
        browser.find_element(By.CSS_SELECTOR, "[data-all]").click()
        assert browser.execute_script(DRAWN) == whole


def test_a_small_figure_has_no_filter(site: Path) -> None:
    """Fewer boxes than `FILTERED` are seen at one look."""
    counts: dict[bool, set[int]] = {}
    for path in (site / "van-ban").glob("*/index.html"):
        drawn = html.parse(str(path)).getroot().xpath("//*[@id='so-do-quan-he']")
        if drawn:
            has_filter = bool(drawn[0].xpath("//form[@data-graph-filter='so-do-quan-he']"))
            counts.setdefault(has_filter, set()).add(len(drawn[0].xpath(".//*[@data-node]")))
    assert min(counts[True]) == FILTERED > max(counts[False])
