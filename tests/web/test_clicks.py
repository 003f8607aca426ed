"""What an officer comes for, from the first page on: three clicks at most, on a phone and an old PC."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.kinds import CHECKER
from tests.web.test_everyone import screen

MOST = 3
DRAFT = (
    "Căn cứ Chỉ thị số 46/CT-TW ngày 22/6/2015 của Bộ Chính trị;\n"
    "Căn cứ Thông tư số 124/2021/TT-BCA ngày 27/12/2021 của Bộ trưởng Bộ Công an;\n"
    "Căn cứ Thông tư số 55/2023/TT-BTC ngày 15/8/2023 của Bộ trưởng Bộ Tài chính;"
)
"""A wrong symbol, a wrong day, a circular that ended."""
LINES = """
return [...document.querySelectorAll('[data-block] [data-line]')]
  .map((line) => [line.querySelector('input').checked, !line.querySelector('[data-warning]').hidden])
"""


@dataclass
class Reader:
    """Clicks and types as somebody does, and counts the clicks."""

    browser: webdriver.Chrome
    clicks: int = 0

    def click(self, path: str) -> None:
        self.browser.find_element(By.XPATH, path).click()
        self.clicks += 1

    def find(self, words: str) -> None:
        self.click("//form[contains(@class, 'kbs-main')]//input")
        self.browser.find_element(By.CSS_SELECTOR, ".kbs-main input").send_keys(words, Keys.ENTER)

    def sees(self, *words: str) -> None:
        """Waits for the words in what the page shows."""
        body = "return document.querySelector('main').innerText"
        WebDriverWait(self.browser, 60).until(lambda b: all(one in b.execute_script(body) for one in words))


def replaced(reader: Reader) -> None:
    reader.find("chỉ thị 48-CT/TW")
    reader.click("//a[contains(@href, 'ct-48-ct-tw-2010') and contains(., '48')]")
    reader.sees("chưa ghi nhận văn bản thay thế; Kết luận 05-KL/TW (2016) yêu cầu tiếp tục thực hiện")


def block(reader: Reader) -> None:
    reader.click("//ul[@class='kb-tasks']//a[contains(., 'Lấy căn cứ')]")
    reader.click("//main//a[contains(@href, 'ii-1/')]")
    reader.click("//button[@data-copies='khoi-can-cu']")
    reader.sees("Đã sao chép")
    lines = reader.browser.execute_script(LINES)
    assert {(taken, warned) for taken, warned in lines} == {(True, False), (False, True)}


def draft(reader: Reader) -> None:
    reader.click("//ul[@class='kb-tasks']//a[contains(., 'Kiểm tra dự thảo')]")
    reader.click("//textarea")
    reader.browser.find_element(By.TAG_NAME, "textarea").send_keys(DRAFT)
    reader.click("//main//button[@type='submit']")
    reader.sees("3 viện dẫn: 2 sai; 1 hết hiệu lực.")


def observance(reader: Reader) -> None:
    reader.sees("Ngày sắp tới", "còn ", "Ngày toàn dân phòng, chống ma túy")


def lapsed(reader: Reader) -> None:
    reader.click("//main//a[contains(., 'các căn cứ còn hiệu lực không?')]")
    reader.sees("Không còn dùng làm căn cứ (", "Nay có")


def printed(reader: Reader) -> None:
    reader.find("an toàn về an ninh trật tự")
    reader.click("//*[contains(@class, 'kbs-hits')]//a[contains(@href, 'tt-124-2021')]")
    reader.sees("Sao chép viện dẫn")
    paper = reader.browser.execute_cdp_cmd("Page.printToPDF", {})
    text = pypdfium2.PdfDocument(base64.b64decode(paper["data"]))[0].get_textpage().get_text_bounded()
    assert "Tình trạng ngày" in text
    assert "Sao chép" not in text


def topic(reader: Reader) -> None:
    reader.find("thông tư về kinh phí phong trào")
    reader.click("(//*[contains(@class, 'kbs-hits')]//a)[1]")
    reader.sees("Thông tư 40/2023/TT-BTC", "kinh phí xây dựng phong trào")


TASKS = (replaced, block, draft, observance, lapsed, printed, topic)


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("width", [390, 1280])
def test_three_clicks_at_most(
    browser: webdriver.Chrome, address: str, width: int, task: Callable[[Reader], None]
) -> None:
    if task is draft and not CHECKER:
        pytest.skip("no Python for browsers here: make runtime")
    with screen(browser, width):
        browser.get(address)
        reader = Reader(browser)
        task(reader)
    print(f"{task.__name__} {width}: {reader.clicks}")
    assert reader.clicks <= MOST
