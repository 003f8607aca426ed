"""The pictures of the help page: five, small, said in words, on every screen and on paper."""

from __future__ import annotations

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.web.kinds import CHECKER
from tests.web.pictures import FOLDER, HEIGHT, PICTURES, WIDTH

MOST_BYTES = 60_000
LEAST_WORDS = 15
"""Of what is said in place of a picture."""
SHOWN = "return [arguments[0].naturalWidth, arguments[0].naturalHeight, arguments[0].getBoundingClientRect().width]"


def test_each_is_small() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {picture.name for picture in PICTURES}
    assert len(PICTURES) == 5
    assert all(path.stat().st_size <= MOST_BYTES for path in FOLDER.iterdir())


@pytest.mark.parametrize("media", ["screen", "print"])
def test_each_is_seen_and_said(browser: webdriver.Chrome, address: str, media: str) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media})
    browser.get(f"{address}tro-giup/")
    images = browser.find_elements(By.CSS_SELECTOR, ".kb-steps img")
    assert len(images) == (5 if CHECKER else 4)
    for image in images:
        width, height, shown = browser.execute_script(SHOWN, image)
        assert (width, height) == (WIDTH, HEIGHT)
        assert 250 < shown <= WIDTH + 2
        assert len(str(image.get_attribute("alt")).split()) >= LEAST_WORDS
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
