"""Markup in the corpus is text: no field of any record can run a script, load a picture or close an element."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.paths import ROOT
from tests.support.repository import git
from tests.web.conftest import serve
from tests.web.hostile import PAYLOAD, PROVISIONS, WITH_PROVISIONS, hostile
from tests.web.kinds import KINDS
from tests.web.test_build import page
from tests.web.test_machines import LINKED

OWN = (
    "quy-tac/",
    "quy-tac/bod01/",
    "tim-kiem/",
    "kiem-tra/",
    "gui-van-ban/",
    "tro-giup/",
    "bien-tap/",
    "bien-tap/huong-dan/",
    "luoc-do/",
    "404.html",
)
"""Pages of the site's own words."""
CUT = ("so-do/",)
"""Pages that give titles up to a length: the attack begins there and does not end."""
MADE = [path for path in KINDS if not path.startswith("so-dang-ky/")]
"""The kinds that this corpus has: the attack stands in place of the numbers that lead to the register."""


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that corpus. The build is not strict: the rules do find fault with such a corpus."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    kept(folder, "<b>First</b>")
    counts = hostile(folder / "corpus")
    assert all(count > 20 for count in counts.values()), counts
    kept(folder, PAYLOAD)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(folder / "site")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "KB_CORPUS": str(folder / "corpus")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return folder / "site"


def kept(folder: Path, title: str) -> None:
    """Keep the corpus as it is in Git, so that there are changes to show."""
    if not (folder / ".git").is_dir():
        git(folder, "init", "-q")
    git(folder, "add", "corpus")
    git(folder, "commit", "-qm", title)


@pytest.fixture(scope="session")
def hostile_address(attacked: Path) -> Iterator[str]:
    yield from serve(attacked)


class Dangers(HTMLParser):
    """What could run or load in a page beside what the site itself brings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        handlers = [name for name in values if name.startswith("on")]
        if handlers or "autofocus" in values:
            self.found.add(f"<{tag} {handlers or 'autofocus'}>")
        if tag == "script" and "src" not in values and "json" not in values.get("type", ""):
            self.found.add("<script> without a file")
        if is_of_the_attack(values):
            self.found.add(f"<{tag}> of the attack")


def is_of_the_attack(values: dict[str, str]) -> bool:
    """Whether an element has the source or the address that the hostile texts hold."""
    return values.get("src") == "x" or values.get("href", "").strip().lower().startswith("javascript:")


def test_no_page_holds_what_could_run(attacked: Path) -> None:
    dangers, pages = {}, list(attacked.rglob("*.html"))
    for path in pages:
        found = Dangers(path.read_text("utf-8")).found
        if found:
            dangers[str(path.relative_to(attacked))] = found
    assert dangers == {}
    assert len(pages) > 300


def test_linked_data_stays_one_element(attacked: Path) -> None:
    html = (attacked / "van-ban" / "tt-124-2021-tt-bca" / "index.html").read_text("utf-8")
    found = LINKED.search(html)
    assert found
    assert "<script>window.pwned=1</script>" in json.loads(found[1])["headline"]


@pytest.mark.parametrize("path", MADE)
def test_the_attack_is_read_as_text(browser: webdriver.Chrome, hostile_address: str, path: str) -> None:
    browser.get(hostile_address + path)
    words = browser.find_element(By.CSS_SELECTOR, ".kb").get_attribute("textContent") or ""
    assert ('"><script>window.pwned=1</script><img src=x onerror=' in words) is (path not in OWN)
    if path not in OWN and path not in CUT:
        assert re.search(r"\*\*đậm\*\* `mã` \[bấm\]\(javascript:window\.pwned=4\) \{\{ 7\*7 \}\} \{% raw %\}", words)
    assert browser.execute_script("return window.pwned") is None
    assert browser.execute_script("return document.querySelectorAll('img[src=x], [onfocus], [autofocus]').length") == 0


def test_the_search_shows_the_attack_as_text(browser: webdriver.Chrome, hostile_address: str) -> None:
    browser.get(f"{hostile_address}tim-kiem/?q=pwned")
    WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".kbs-hits .kbs-title"))
    assert "<script>" in browser.find_element(By.CSS_SELECTOR, ".kbs-hits").text
    assert browser.execute_script("return window.pwned") is None
    assert browser.execute_script("return document.querySelectorAll('img[src=x]').length") == 0


def test_provisions_have_permalinks(attacked: Path) -> None:
    """Of a provision only what is short may be its number, so that no attack reaches the address made of it."""
    found = page(attacked / "van-ban" / WITH_PROVISIONS / "index.html")
    anchors = {name for name in found.ids if name.startswith("dieu-1")}
    assert anchors == {"dieu-1", "dieu-1-khoan-2"}
    assert len(anchors) == len(PROVISIONS)
    assert all(re.fullmatch(r"[a-z0-9-]+", anchor) for anchor in anchors)
    assert {f"#{anchor}" for anchor in anchors} <= set(found.links)
    assert found.twice == []
