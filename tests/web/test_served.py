"""kb serve in a real browser: an open page loads itself again when there are newer ones, under the pages' policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from kb.site_build.local_address import LocalAddress
from kb.site_build.page_server import PageServer


class Versions:
    """Which pages there are."""

    now = 1


@pytest.fixture
def server(site: Path) -> Iterator[PageServer]:
    Versions.now = 1
    with PageServer(LocalAddress("127.0.0.1", 0), site, lambda: Versions.now) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def test_an_open_page_loads_itself_again(browser: webdriver.Chrome, server: PageServer) -> None:
    browser.get(f"http://{server.address}/van-ban/theo-loai/")
    browser.execute_script("window.before = true")
    looked = "return performance.getEntriesByType('resource').some((one) => one.name.endsWith('/kb-lan-dung'))"
    WebDriverWait(browser, 10).until(lambda page: page.execute_script(looked))
    assert browser.execute_script("return window.before === true")
    Versions.now = 2
    WebDriverWait(browser, 10).until(lambda page: page.execute_script("return window.before !== true"))


def test_the_search_works_there(browser: webdriver.Chrome, server: PageServer) -> None:
    browser.get(f"http://{server.address}/tim-kiem/?q=an+ninh&xep=__proto__")
    WebDriverWait(browser, 20).until(lambda page: page.execute_script("return !!document.querySelector('[data-id]')"))
    assert "__proto__" not in browser.current_url
