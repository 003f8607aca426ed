"""Printed: what it is, what it is worth on that day, where it stands, which page of how many."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pypdfium2
import pytest
from selenium import webdriver

from tests.web.kinds import DOCUMENT, PLAN
from tests.web.test_machines import URL, placed, placed_address

__all__ = ["placed", "placed_address"]


def sheets_of(browser: webdriver.Chrome, url: str) -> list[tuple[str, bool]]:
    """The words of each sheet, and whether it lies on its side."""
    browser.get(url)
    pdf = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    with pypdfium2.PdfDocument(base64.b64decode(pdf)) as document:
        pages = [document[n] for n in range(len(document))]
        words = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
        return [(said, page.get_width() > page.get_height()) for said, page in zip(words, pages, strict=True)]


def printed(browser: webdriver.Chrome, url: str) -> list[str]:
    """The words of each sheet."""
    return [words for words, _ in sheets_of(browser, url)]


def test_a_document_on_paper(browser: webdriver.Chrome, placed_address: str, placed: Path) -> None:
    sheets = printed(browser, placed_address + DOCUMENT)
    html = (placed / DOCUMENT / "index.html").read_text("utf-8")
    built = re.search(r"Dựng ngày (\d\d/\d\d/\d{4})", html)
    assert built
    assert "Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ trưởng Bộ Công an quy định" in sheets[0]
    assert f"Tình trạng ngày {built[1]}: Còn hiệu lực, đã được sửa đổi, bổ sung" in sheets[0]
    assert f"{URL}{DOCUMENT}" in sheets[0]
    for number, sheet in enumerate(sheets, 1):
        assert f"{number}/{len(sheets)}" in sheet
    assert "Chuyển sang nền tối" not in " ".join(sheets)
    assert "Sao chép viện dẫn" not in " ".join(sheets)


def test_the_code_is_that_of_the_page(placed: Path, site: Path) -> None:
    html = (placed / DOCUMENT / "index.html").read_text("utf-8")
    assert f"Mã QR của địa chỉ {URL}{DOCUMENT}" in html
    assert "kb-qr" not in (site / DOCUMENT / "index.html").read_text("utf-8")  # no address, no code


def test_the_handbook_holds_the_whole_plan(browser: webdriver.Chrome, placed_address: str, placed: Path) -> None:
    sheets = printed(browser, f"{placed_address}{PLAN}so-tay/")
    assert len(sheets) > 5
    assert f"{len(sheets)}/{len(sheets)}" in sheets[-1]
    paragraphs = "return [...document.querySelectorAll('.kb-text')].map(p => p.id + p.textContent)"
    held = browser.execute_script(paragraphs)
    browser.get(f"{placed_address}{PLAN}toan-van/")
    assert held == browser.execute_script(paragraphs) != []
    entries = re.findall(
        r'id="van-ban-(\d+)"', (placed / PLAN / "so-tay" / "phu-luc" / "index.html").read_text("utf-8")
    )
    assert [int(n) for n in entries] == list(range(1, len(entries) + 1))
    assert len(entries) > 20


@pytest.mark.parametrize("path", [DOCUMENT, f"{PLAN}ii-1/"])
def test_the_head_of_paper_is_not_on_the_screen(browser: webdriver.Chrome, placed_address: str, path: str) -> None:
    browser.get(placed_address + path)
    shown = browser.execute_script("return getComputedStyle(document.querySelector('.kb-paper')).display")
    assert shown == "none"


def test_the_whole_graph_is_printed_a_sheet_after_another(browser: webdriver.Chrome, placed_address: str) -> None:
    """On one sheet its letters would be a millimetre high."""
    drawn = [words for words, on_its_side in sheets_of(browser, f"{placed_address}so-do/") if on_its_side]
    assert browser.execute_script("return document.querySelectorAll('.kb-strip').length") == 0  # for paper alone
    browser.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    strips = browser.execute_script("return document.querySelectorAll('.kb-strip').length")
    assert len(drawn) == strips > 2
    script = "return [...document.querySelectorAll('#toan-kho .kb-n')].map(n => n.querySelector('text').textContent)"
    names = browser.execute_script(script)
    assert len(names) > 100
    assert [name for name in names if sum(name in words for words in drawn) == 0] == []
