"""The library on the site (kb build --library): the search answers over both layers as the terminal does, and its hits
lead to the page of their document, served and from files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from cli import main
from kb.workspace import Workspace
from tests.support.code_pages import LAW, page, write_zip
from tests.support.corpora import clean_files, write
from tests.web.conftest import serve
from tests.web.test_everyone import AXE, RUN
from tests.web.test_search_page import until

OTHER_WORDS = {
    "Quốc hội": "Bộ A", "Hồ sơ": "Báo cáo", "một bộ hồ sơ": "một bản báo cáo", "Thử nghiệm": "Thống kê",
    "thử nghiệm": "thống kê", "ở cơ sở": "hằng quý",
}  # fmt: skip
"""What the articles of a document of the corpus say in the place of those of the law."""
QUERIES = (
    "thử nghiệm ở cơ sở",
    "ho so",
    '"bộ hồ sơ"',
    "thông tư",
    "01/2021/QH15",
    "hiệu lực -hồ",
    "nam:2021 hồ sơ",
    "hồ so",
)
ASK = """
    const [query, done] = arguments;
    const ids = (found) => found.hits.map((hit) => [hit.id, Math.round(hit.score * 1e4) / 1e4, hit.snippet.text]);
    const both = async () => [await kbSearch.client.ask(query, {}), await kbSearch.client.askLibrary(query, {})];
    both().then((found) => done(found.map(ids)), (error) => done(String(error)));
"""


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """A small corpus, whose site has the library beside it; and that site."""
    root = tmp_path_factory.mktemp("library")
    corpus = write(root, clean_files())
    of_corpus = page("99.3", "Báo cáo").replace(LAW, "Thông tư số 02/2021/TT-BA").replace("20/06/2021", "01/01/2021")
    for words, other in OTHER_WORDS.items():
        of_corpus = of_corpus.replace(words, other)
    pages = {"a1": page(name="Thử &lt;b&gt;"), "a2": page("99.2", "Khác"), "a3": of_corpus}
    archive = write_zip(root / "goi.zip", {f"demuc/{name}.html": text for name, text in pages.items()})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_DATA", str(root / "data"))
        for arguments in (("library", "import", str(archive)), ("build", "--library")):
            done = CliRunner().invoke(main, ["--corpus", str(corpus), *arguments])
            assert done.exit_code == 0, done.output
        yield corpus, Workspace(corpus).site


@pytest.fixture(params=["served", "files"])
def start(request: pytest.FixtureRequest, places: tuple[Path, Path]) -> Iterator[str]:
    """What the addresses of the site begin with."""
    if request.param == "served":
        yield from serve(places[1])
    else:
        yield f"{places[1].as_uri()}/"


def opened(browser: webdriver.Chrome, start: str, path: str, asked: str = "") -> None:
    browser.get(f"{start}{path}{'index.html' if start.startswith('file') else ''}{asked}")


def faults(browser: webdriver.Chrome) -> list[str]:
    """What axe-core finds wrong with the page that stands open."""
    browser.execute_script(AXE)
    found: list[str] = browser.execute_async_script(RUN)
    return found


def ready(browser: webdriver.Chrome) -> str:
    """The question whose results the page of the search shows."""
    return str(browser.execute_script("return document.querySelector('[data-kbs-page]').dataset.kbsReady || ''"))


def shown_layers(browser: webdriver.Chrome) -> tuple[str, ...]:
    """The layers of which the page shows hits."""
    parts = {"corpus": "[data-kbs=hits] > li", "library": "[data-kbs-library]:not([hidden]) .kbs-hits > li"}
    code = "return document.querySelectorAll(arguments[0]).length"
    return tuple(layer for layer, part in parts.items() if browser.execute_script(code, part))


def typed(corpus: Path, query: str) -> list[list[list[Any]]]:
    """The hits of the terminal, layer by layer."""
    done = CliRunner().invoke(main, ["--corpus", str(corpus), "search", "--json", "--", *query.split()])
    hits = json.loads(done.output)["hits"]
    layers = ([hit for hit in hits if hit["layer"] == layer] for layer in ("corpus", "library"))
    return [[[hit["id"], hit["score"], hit["snippet"]] for hit in layer] for layer in layers]


def test_terminal_and_browser_answer_alike_over_both_layers(
    browser: webdriver.Chrome, places: tuple[Path, Path], start: str
) -> None:
    opened(browser, start, "tim-kiem/")
    found = {query: browser.execute_async_script(ASK, query) for query in QUERIES}
    assert found == {query: typed(places[0], query) for query in QUERIES}
    assert sum(bool(library) for _, library in found.values()) >= 6
    assert any(corpus and library for corpus, library in found.values())


def test_the_library_stands_below_the_corpus_and_leads_to_the_article(browser: webdriver.Chrome, start: str) -> None:
    opened(browser, start, "tim-kiem/", f"?q={quote('bộ hồ sơ')}")
    section = browser.find_element(By.CSS_SELECTOR, "[data-kbs-library]")
    until(browser, lambda _: section.is_displayed())
    assert faults(browser) == []
    assert section.text.startswith("Thư viện pháp điển (ngoài kho)\n2 điều")
    section.find_element(By.CSS_SELECTOR, "a.kbs-title").click()
    until(browser, lambda _: browser.find_element(By.TAG_NAME, "h1").text == "Luật số 01/2021/QH15")
    assert "?luat=luat-01-2021-qh15-2021-06-20#dieu-2" in browser.current_url
    article = browser.find_element(By.XPATH, "//h2[@id='dieu-2']/..")
    assert "1. Người tham gia nộp một bộ hồ sơ." in article.text
    assert "99.1.LQ.2 · Thử <b>" in article.text
    assert "Được dẫn chiếu từ (1)" in article.text
    assert faults(browser) == []
    link = browser.find_element(By.XPATH, "//h2[@id='dieu-3']/..//details//a")
    assert str(link.get_attribute("href")).endswith("?luat=luat-01-2021-qh15-2021-06-20#dieu-2")


@pytest.mark.parametrize(
    ("word", "asked"),
    [("", ("corpus", "library")), ("kho", ("corpus",)), ("phap-dien", ("library",)), ("gi-do", ("corpus", "library"))],
)
def test_an_address_names_the_layer(browser: webdriver.Chrome, start: str, word: str, asked: tuple[str, ...]) -> None:
    opened(browser, start, "tim-kiem/", f"?q={quote('thông tư hồ sơ')}&trong={word}")
    until(browser, lambda _: ready(browser) == "thông tư hồ sơ")
    until(browser, lambda _: shown_layers(browser) == asked)
    chosen = Select(browser.find_element(By.CSS_SELECTOR, "[data-kbs-chooses=layer]")).first_selected_option
    assert chosen.text == {"kho": "Tìm trong kho", "phap-dien": "Tìm trong pháp điển"}.get(word, "Tìm trong tất cả")
    assert faults(browser) == []


def test_a_layer_chosen_stays_in_the_address(browser: webdriver.Chrome, start: str) -> None:
    opened(browser, start, "tim-kiem/", f"?q={quote('thông tư hồ sơ')}")
    until(browser, lambda _: shown_layers(browser) == ("corpus", "library"))
    layers = Select(browser.find_element(By.CSS_SELECTOR, "[data-kbs-chooses=layer]"))
    layers.select_by_visible_text("Tìm trong pháp điển")
    until(browser, lambda _: shown_layers(browser) == ("library",))
    assert "&trong=phap-dien" in browser.current_url
    # What can be chosen is what the library's own hits have.
    types = browser.find_elements(By.CSS_SELECTOR, "[data-facet=type] button")
    assert [button.text.split(" ")[0] for button in types] == ["Luật"]
    layers.select_by_visible_text("Tìm trong kho")
    until(browser, lambda _: shown_layers(browser) == ("corpus",))
    assert "&trong=kho" in browser.current_url
    layers.select_by_visible_text("Tìm trong tất cả")
    until(browser, lambda _: shown_layers(browser) == ("corpus", "library"))
    assert "trong=" not in browser.current_url


def test_a_layer_that_has_nothing_says_so(browser: webdriver.Chrome, start: str) -> None:
    opened(browser, start, "tim-kiem/", "?q=zzzzqqq&trong=phap-dien")
    said = browser.find_element(By.CSS_SELECTOR, "[data-kbs=said]")
    until(browser, lambda _: said.text == "Không tìm thấy kết quả cho “zzzzqqq” trong pháp điển.")
    assert shown_layers(browser) == ()


def test_the_box_offers_the_library_below_the_corpus(browser: webdriver.Chrome, start: str) -> None:
    opened(browser, start, "")
    box = browser.find_element(By.CSS_SELECTOR, ".md-header [data-kbs-box] input")
    box.send_keys("bộ hồ sơ")
    heading = browser.find_element(By.CSS_SELECTOR, "#kbs-list .kbs-layer")
    until(browser, lambda _: heading.text == "Thư viện pháp điển (ngoài kho)")
    below = browser.find_elements(By.CSS_SELECTOR, "#kbs-list .kbs-layer ~ li")
    assert [below[place].get_attribute("id") for place in (0, -1)] == ["kbs-list-law-0", "kbs-list-law-all"]
    assert below[0].text.startswith("Hồ sơ thử nghiệm")
    assert below[-1].text == "Xem tất cả 2 điều"
    assert faults(browser) == []
    box.send_keys(Keys.ARROW_UP)
    assert box.get_attribute("aria-activedescendant") == "kbs-list-law-all"
    box.send_keys(Keys.ENTER)
    until(browser, lambda _: "&trong=phap-dien" in browser.current_url)
    until(browser, lambda _: shown_layers(browser) == ("library",))


def test_an_article_of_the_box_opens_where_it_stands(browser: webdriver.Chrome, start: str) -> None:
    opened(browser, start, "")
    browser.find_element(By.CSS_SELECTOR, ".md-header [data-kbs-box] input").send_keys("bộ hồ sơ")
    browser.find_element(By.CSS_SELECTOR, "#kbs-list-law-0").click()
    until(browser, lambda _: "?luat=luat-01-2021-qh15-2021-06-20#dieu-2" in browser.current_url)


def test_a_document_of_the_corpus_lists_its_articles(browser: webdriver.Chrome, start: str) -> None:
    opened(browser, start, "van-ban/tt-2/")
    browser.find_element(By.XPATH, "//h2[@id='cac-dieu']/following-sibling::details/summary").click()
    assert faults(browser) == []
    link = browser.find_element(By.LINK_TEXT, "Điều 2. Báo cáo thống kê")
    assert str(link.get_attribute("href")).endswith("/phap-dien/?luat=thong-tu-02-2021-tt-ba-2021-01-01#dieu-2")
    if start.startswith("http"):  # a folder of files is linked when it is packed (kb build --offline)
        link.click()
        until(browser, lambda _: browser.find_element(By.TAG_NAME, "h1").text == "Thông tư số 02/2021/TT-BA")


@pytest.mark.parametrize("name", ["khong-co", "..%2Ftim-kiem%2Fdu-lieu%2Froot"])
def test_a_document_that_is_not_there_is_told(browser: webdriver.Chrome, start: str, name: str) -> None:
    opened(browser, start, "phap-dien/", f"?luat={name}")
    said = browser.find_element(By.CSS_SELECTOR, "[data-kbs-law] [role=status]")
    until(browser, lambda _: said.text == "Thư viện của trang này không có văn bản ấy.")


def test_a_site_without_it_asks_for_none(browser: webdriver.Chrome, address: str, site: Path) -> None:
    browser.get(f"{address}tim-kiem/?q=an")
    until(browser, lambda _: browser.find_elements(By.CSS_SELECTOR, ".kbs-hits li"))
    assert not (site / "phap-dien").exists()
    assert browser.execute_script("return document.querySelector('[data-kbs-library]')") is None
    assert browser.execute_script("return document.querySelector('[data-kbs-chooses=layer]')") is None
    assert not browser.execute_script("return kbSearch.hasLibrary")
