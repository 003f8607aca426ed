"""The page "Gửi văn bản mới": the browser makes the draft that `kb import` writes, and hands it over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from cli import main
from kb.browser_runtime import installed
from kb.workspace import Workspace
from tests.kb.importing.files import gazette, word_file
from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(
    installed(Workspace(ROOT / "corpus").runtime) is None, reason="no Python for browsers here: make runtime"
)
SOURCE = "https://congbao.chinhphu.vn"
DEEDS = "[data-submit-part=send]"


def submitted(browser: webdriver.Chrome, address: str, file: Path, repo: str = "") -> None:
    """Give a file to the page and wait for its draft."""
    browser.get(f"{address}gui-van-ban/")
    browser.execute_script("document.querySelector('[data-submit]').dataset.repo = arguments[0]", repo)
    browser.find_element(By.ID, "van-ban").send_keys(str(file))
    browser.find_element(By.ID, "nguon").send_keys(SOURCE)
    browser.find_element(By.CSS_SELECTOR, "[data-submit] form button").click()
    box = browser.find_element(By.CSS_SELECTOR, "[data-submit]")
    WebDriverWait(browser, 90).until(lambda _: box.get_attribute("data-submitted"))
    assert box.get_attribute("data-submit-error") is None


def drafts(browser: webdriver.Chrome) -> dict[str, str]:
    areas = browser.find_elements(By.CSS_SELECTOR, "textarea[data-path]")
    return {str(a.get_attribute("data-path")).rpartition("/")[2]: str(a.get_attribute("value")) for a in areas}


@pytest.mark.parametrize(("name", "make"), [("thong-tu.docx", word_file), ("cong-bao.pdf", gazette)])
def test_the_draft_is_that_of_the_command_line(
    browser: webdriver.Chrome, address: str, tmp_path: Path, name: str, make: Callable[[Path], Path]
) -> None:
    file = make(tmp_path / name)
    submitted(browser, address, file)
    found = drafts(browser)
    checked = next(iter(found.values())).rpartition("checked: ")[2].strip(" '\n")
    asked = ["import", str(file), "--out", str(tmp_path), "--source", SOURCE, "--checked", checked]
    assert CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *asked]).exit_code == 0
    assert found == {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.yaml")}


def test_the_form_says_what_is_sure_and_the_rules_what_is_wrong(
    browser: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    submitted(browser, address, word_file(tmp_path / "thong-tu.docx"), "https://github.com/a/b/")
    number = browser.find_element(By.CSS_SELECTOR, "[data-submit-part=fields] > div")
    assert number.text.startswith("Số, ký hiệu\n✓ đã đọc được\nđọc ở ")
    assert number.find_element(By.TAG_NAME, "input").get_attribute("value") == "91/2025/TT-BCA"
    browser.execute_script("document.querySelector('[data-submit] details').open = true")
    problems = browser.find_element(By.CSS_SELECTOR, "[data-submit-part=problems]")
    assert problems.text == "Quy tắc biên tập: không có lỗi."
    way = browser.find_element(By.CSS_SELECTOR, f"{DEEDS} a")
    asked = urlsplit(str(way.get_attribute("href")))
    assert (asked.netloc, asked.path) == ("github.com", "/a/b/new/main")
    assert parse_qs(asked.query)["value"] == list(drafts(browser).values())
    area = browser.find_element(By.CSS_SELECTOR, "textarea[data-path]")
    browser.execute_script("arguments[0].value = arguments[0].value.replace('bo-cong-an', 'bo-nao')", area)
    browser.find_element(By.CSS_SELECTOR, "[data-submit-do=check]").click()
    WebDriverWait(browser, 30).until(lambda _: "2 chỗ phải sửa" in problems.text)
    assert "bo-nao" in problems.text


def test_what_is_typed_into_the_form_stands_in_the_file(
    browser: webdriver.Chrome, address: str, tmp_path: Path
) -> None:
    submitted(browser, address, word_file(tmp_path / "thong-tu.docx"))
    for field, words in (("title", "Về việc thử"), ("in_force", "31/12/2025"), ("issued", "hôm qua")):
        given = browser.find_element(By.CSS_SELECTOR, f"[data-field={field}] :is(input, textarea)")
        given.clear()
        given.send_keys(words)
        browser.execute_script("arguments[0].blur()", given)
    refused = browser.find_element(By.CSS_SELECTOR, "[data-field=issued] strong")
    WebDriverWait(browser, 30).until(lambda _: "không phải là một ngày" in refused.text)
    (text,) = drafts(browser).values()
    assert "title: Về việc thử\n" in text
    assert "'2025-12-31'" in text
    assert "ngày ban hành" in browser.find_element(By.CSS_SELECTOR, "[data-submit-part=left]").text


def test_a_long_draft_is_a_file_to_download(browser: webdriver.Chrome, address: str, tmp_path: Path) -> None:
    file = tmp_path / "thong-tu.txt"
    articles = "\n".join(f"Điều {n}. Việc thứ {n}\nNội dung của điều này." for n in range(1, 60))
    file.write_text(
        f"BỘ CÔNG AN\nSố: 97/2025/TT-BCA\nHà Nội, ngày 15 tháng 9 năm 2025\nTHÔNG TƯ\nVề việc thử\n{articles}", "utf-8"
    )
    submitted(browser, address, file, "https://github.com/a/b")
    assert browser.find_element(By.CSS_SELECTOR, DEEDS).text.endswith("dài quá một địa chỉ trang: tải tệp rồi gửi.")
    assert [b.text for b in browser.find_elements(By.CSS_SELECTOR, f"{DEEDS} button")] == ["Tải tt-97-2025-tt-bca.yaml"]
