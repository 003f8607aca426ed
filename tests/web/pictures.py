"""The pictures of the help page, taken of a built site: `python -m tests.web.pictures` after `kb build`.

Run it anew when a page that is shown looks otherwise; the pictures are checked in, so a build needs no browser.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from selenium import webdriver
from selenium.webdriver.common.by import By

from tests.support.paths import ROOT
from tests.web.conftest import chromium, serve
from tests.web.kinds import PLAN

FOLDER = ROOT / "site" / "docs" / "assets" / "tro-giup"
WIDTH, HEIGHT = 390, 340
"""Of every picture, in CSS pixels: a phone's width, so that its letters are read on a phone too."""
DRAFT = "Căn cứ Chỉ thị số 46/CT-TW ngày 22/6/2015 của Bộ Chính trị;"
MARK = "arguments[0].style.outline = '3px solid #c62828'; arguments[0].style.outlineOffset = '3px';"
ENDED = ".kb-block [data-line]:has([data-warning]:not([hidden]))"
TOP = "return arguments[0].getBoundingClientRect().top + scrollY"


@dataclass(frozen=True)
class Picture:
    """What is done on `page`, what is outlined, and what the picture begins at."""

    name: str
    page: str
    marked: str
    top: str
    do: Callable[[webdriver.Chrome], object] = lambda browser: None
    media: str = "screen"


def typed(driver: webdriver.Chrome) -> None:
    """Half of a number in the box of the first page."""
    driver.find_element(By.CSS_SELECTOR, ".kbs-main input").send_keys("tt 55")
    time.sleep(2)


def opened(driver: webdriver.Chrome) -> None:
    """The block of legal bases that is copied."""
    driver.execute_script("document.querySelector('.kb-block').open = true")


def checked(driver: webdriver.Chrome) -> None:
    """A draft with one fault."""
    driver.find_element(By.ID, "noi-dung").send_keys(DRAFT)
    driver.find_element(By.CSS_SELECTOR, ".kb-check form button").click()
    while not driver.find_element(By.CSS_SELECTOR, "[data-check]").get_attribute("data-checked"):
        time.sleep(0.5)


def margins(driver: webdriver.Chrome) -> None:
    """Paper has them by itself."""
    driver.execute_script("document.body.style.padding = '12px'")


PICTURES = (
    Picture("tim", "", ".kbs-main .kbs-list", "#kho", typed),
    Picture("hieu-luc", "van-ban/tt-55-2023-tt-btc/", ".kb-usable", "#ban-ghi"),
    Picture("chep", f"{PLAN}ii-1/", ENDED, ENDED, opened),
    Picture("du-thao", "kiem-tra/", ".kb-check-card ins", ".kb-check-findings", checked),
    Picture("mang-di", "van-ban/tt-55-2023-tt-btc/", ".kb-paste", "body", margins, "print"),
)


def take(driver: webdriver.Chrome, address: str, picture: Picture) -> None:
    """Write one picture as PNG, light and at one pixel a CSS pixel."""
    command = driver.execute_cdp_cmd
    screen = {"width": WIDTH, "height": 900, "deviceScaleFactor": 1, "mobile": True}
    command("Emulation.setDeviceMetricsOverride", screen)
    light = [{"name": "prefers-color-scheme", "value": "light"}]
    command("Emulation.setEmulatedMedia", {"media": picture.media, "features": light})
    driver.get(address + picture.page)
    picture.do(driver)
    driver.execute_script(MARK, driver.find_element(By.CSS_SELECTOR, picture.marked))
    y = driver.execute_script(TOP, driver.find_element(By.CSS_SELECTOR, picture.top))
    clip = {"x": 0, "y": max(0, y - 8), "width": WIDTH, "height": HEIGHT, "scale": 1}
    taken = command("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip})
    (FOLDER / f"{picture.name}.png").write_bytes(base64.b64decode(taken["data"]))


def main() -> None:
    """All five."""
    with closing(chromium()) as drivers, closing(serve(ROOT / "build" / "site")) as addresses:
        driver, address = next(drivers), next(addresses)
        for picture in PICTURES:
            take(driver, address, picture)


if __name__ == "__main__":
    main()
