"""The files that the page that checks drafts makes when asked for them, and what goes with a check that is over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from kb.browser_runtime import installed
from kb.corpus.load import load_corpus
from kb.drafts import read_draft
from kb.register.compiled import compiled
from kb.register.layers import Layer, LayerRegister
from kb.register.lookup import Register
from kb.review.formats import shown
from kb.review.judge import Reviewer
from kb.workspace import Workspace
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run
from tests.support.paths import ROOT
from tests.web.test_checker import TABLES, WRONG, checked

pytestmark = pytest.mark.skipif(
    installed(Workspace(ROOT / "corpus").runtime) is None, reason="no Python for browsers here: make runtime"
)
SAVED = """
self.saved = [];
const blobs = new Map();
const addressOf = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  const address = addressOf(blob);
  blobs.set(address, blob);
  return address;
};
HTMLAnchorElement.prototype.click = function () {
  blobs.get(this.href).text().then((text) => self.saved.push([this.download, text]));
};
"""
"""What the page would have saved, as [name, text]; nothing is."""
STOPPING = """
self.posted = Worker.prototype.postMessage;
Worker.prototype.postMessage = function () { this.onerror({ message: "gone" }); };
"""


def result(browser: webdriver.Chrome) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, "[data-check-part=result]")


def choose(browser: webdriver.Chrome, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    browser.find_element(By.ID, "du-thao").send_keys(str(file))


def test_the_report_is_made_when_it_is_asked_for(browser: webdriver.Chrome, address: str, tmp_path: Path) -> None:
    browser.get(f"{address}kiem-tra/")
    browser.execute_script(SAVED)
    choose(browser, tmp_path / "kế hoạch.txt", WRONG.encode())
    checked(browser)
    corpus, day = load_corpus(ROOT / "corpus"), date.today()
    own = Reviewer(corpus, [LayerRegister(Layer.REGISTER, Register(compiled(TABLES)))]).review(
        read_draft(WRONG.encode(), "kế hoạch.txt"), day
    )
    for verb, form in (("page", "html"), ("json", "json")):
        browser.find_element(By.CSS_SELECTOR, f"[data-check-do={verb}]").click()
        saved = WebDriverWait(browser, 60).until(lambda _: browser.execute_script("return self.saved.shift()"))
        assert saved == [f"kế hoạch-ra-soat.{form}", shown([own], form)]
    assert browser.find_element(By.CSS_SELECTOR, "[data-check-part=said]").text == ""


REFUSED = """
const ask = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (asked, handed) {
  const content = new Uint8Array([80, 75]).buffer;
  return ask.call(this, asked.verb === "commented" ? { ...asked, content } : asked, handed);
};
"""
"""The writer of comments is given a file that it refuses."""


@pytest.mark.parametrize("refused", [False, True])
def test_the_word_file_comes_with_its_comments_or_with_the_reason(
    browser: webdriver.Chrome, address: str, tmp_path: Path, *, refused: bool
) -> None:
    browser.get(f"{address}kiem-tra/")
    browser.execute_script(SAVED + (REFUSED if refused else ""))
    choose(browser, tmp_path / "a.docx", packed(parts_of(paragraph(run(WRONG)))))
    checked(browser)
    browser.find_element(By.CSS_SELECTOR, "[data-check-do=commented]").click()
    said = browser.find_element(By.CSS_SELECTOR, "[data-check-part=said]")
    words = "Chưa ghi chú thích: “a.docx” bị hỏng hoặc không phải tệp Word (.docx)." if refused else ""
    WebDriverWait(browser, 60).until(lambda _: said.text == words)
    saved = browser.execute_async_script("setTimeout(() => arguments[0](self.saved.map(([name]) => name)), 300)")
    assert saved == ([] if refused else ["a-chu-thich.docx"])


def test_a_new_check_hides_what_belonged_to_the_one_before(
    browser: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    browser.get(f"{address}kiem-tra/")
    choose(browser, tmp_path / "a.txt", WRONG.encode())
    checked(browser)
    assert result(browser).is_displayed()
    choose(browser, tmp_path / "hỏng.docx", b"PK\x03\x04")
    checked(browser)
    assert not result(browser).is_displayed()


def test_a_worker_that_stopped_is_asked_nothing(browser: webdriver.Chrome, address: str, tmp_path: Path) -> None:
    browser.get(f"{address}kiem-tra/")
    choose(browser, tmp_path / "a.txt", WRONG.encode())
    checked(browser)
    browser.execute_script(STOPPING)
    browser.find_element(By.CSS_SELECTOR, "[data-check-do=page]").click()
    said = browser.find_element(By.CSS_SELECTOR, "[data-check-part=said]")
    WebDriverWait(browser, 60).until(lambda _: said.text.startswith("Chương trình kiểm tra dừng vì lỗi"))
    offered = browser.find_elements(By.CSS_SELECTOR, "[data-check-do]")
    shown_verbs = {button.get_attribute("data-check-do") for button in offered if button.is_displayed()}
    assert shown_verbs == {"bases", "print", "previous", "next"}
    browser.execute_script("Worker.prototype.postMessage = self.posted;")
    choose(browser, tmp_path / "b.txt", WRONG.encode())
    checked(browser)
    assert browser.find_element(By.CSS_SELECTOR, "[data-check-do=page]").is_displayed()
