"""The browser and the command line answer alike: the same hits, scores, snippets, totals and suggestions."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from selenium import webdriver

from indexer.beyond import beyond_lines
from indexer.build.build import build_records
from indexer.records.articles import Articles
from indexer.search import MAX_QUERY, Searcher
from indexer.snippet import Snippet
from kb.errors import QueryRefused
from kb.language.fold import folded
from kb.register.compiled import compiled
from kb.register.folder import read_tables
from kb.register.layers import Layer, LayerRegister
from kb.register.lookup import Register
from kb.workspace import Workspace
from tests.support.paths import ROOT
from tests.web.articles import write_articles
from tests.web.conftest import serve
from tests.web.ranges import Fickle, Ranged
from tests.web.searching import ask, search_site

GOLDEN = [row["q"] for row in yaml.safe_load((ROOT / "tests" / "indexer" / "queries.yaml").read_text("utf-8"))]
SYNTAX = yaml.safe_load((Path(__file__).parent / "search_syntax.yaml").read_text("utf-8"))
FORMS: dict[str, Callable[[str], str]] = {
    "accented": str,
    "folded": folded,
    "nfd": lambda text: unicodedata.normalize("NFD", text),
}


def marked(snippet: Snippet) -> list[str]:
    """The words that a snippet marks."""
    return [snippet.text[start:end] for start, end in snippet.marks]


def differences(searcher: Searcher, browser: webdriver.Chrome, queries: Sequence[str]) -> list[str]:
    """The queries that the two sides answer differently, with what differs."""
    found = []
    for query, there in zip(queries, ask(browser, queries), strict=True):
        here = searcher.answer(query, explain=True)
        pairs = {
            "ids": ([hit.id for hit in here.hits], [hit["id"] for hit in there["hits"]]),
            "scores": (
                [f"{hit.score:.3f}" for hit in here.hits],
                [f"{round(hit['score'], 4):.3f}" for hit in there["hits"]],
            ),
            "snippets": (
                [(hit.snippet.text, marked(hit.snippet)) for hit in here.hits],
                [(hit["snippet"], hit["marked"]) for hit in there["hits"]],
            ),
            "understood": (here.understood, there["understood"]),
            "suggestion": (here.suggestion, there["suggestion"]),
            "number": (here.same_number, there["sameNumber"]),
        }
        if not there["atMost"]:
            pairs["total"] = (str(here.total), str(there["total"]))
        found += [f"{query}: {name} {one} / {other}" for name, (one, other) in pairs.items() if one != other]
    return found


@pytest.fixture(scope="module")
def corpus_index(site: Path) -> Searcher:
    """The index that the site was made from."""
    assert (site / "tim-kiem" / "du-lieu" / "root.js").is_file()
    return Searcher(Workspace(ROOT / "corpus").index)


@pytest.mark.parametrize("form", FORMS)
def test_golden_queries(browser: webdriver.Chrome, address: str, corpus_index: Searcher, form: str) -> None:
    browser.get(f"{address}tim-kiem/")
    assert differences(corpus_index, browser, [FORMS[form](query) for query in GOLDEN]) == []


def test_golden_queries_from_files(browser: webdriver.Chrome, site: Path, corpus_index: Searcher) -> None:
    browser.get((site / "tim-kiem" / "index.html").as_uri())
    assert differences(corpus_index, browser, GOLDEN) == []


def test_phrases_fields_and_words_left_out(browser: webdriver.Chrome, address: str, corpus_index: Searcher) -> None:
    browser.get(f"{address}tim-kiem/")
    assert differences(corpus_index, browser, SYNTAX) == []


def test_what_the_command_line_refuses_is_refused(
    browser: webdriver.Chrome, address: str, corpus_index: Searcher
) -> None:
    browser.get(f"{address}tim-kiem/")
    queries = ["", '""', "::", "an " * MAX_QUERY]
    for query in queries:
        with pytest.raises(QueryRefused):
            corpus_index.answer(query)
    assert [there["problem"] for there in ask(browser, queries)] == ["empty", "empty", "empty", "long"]


def test_a_value_that_nothing_has_is_told_in_the_same_words(
    browser: webdriver.Chrome, address: str, corpus_index: Searcher
) -> None:
    browser.get(f"{address}tim-kiem/")
    values = ("loai:thong-tuu", "loai:khong-co", "co-quan:xyz", "co-quan:bo-cong-ann", "tinh-trang:abc", "nam:abcd")
    queries = [*(f"an ninh {value}" for value in values), "nam:1066", 'chu-de:"không đâu có" an ninh']
    expected = []
    for query in queries:
        with pytest.raises(QueryRefused) as refused:
            corpus_index.answer(query)
        expected.append(("value", str(refused.value)))
    assert [(there["problem"], there["said"]) for there in ask(browser, queries)] == expected


@pytest.mark.parametrize("served", [True, False], ids=["served", "files"])
def test_numbers_of_the_register(browser: webdriver.Chrome, address: str, site: Path, served: bool) -> None:
    browser.get(f"{address}tim-kiem/" if served else (site / "tim-kiem" / "index.html").as_uri())
    tables = read_tables(ROOT / "corpus" / "register")
    held = [LayerRegister(Layer.REGISTER, Register(compiled(tables)))]
    numbers = [entry.number for entry in tables.entries][:: 100 if served else 1000] + sorted(tables.known)[::5000]
    numbers += ["124/2021/TT-BCA", "30/2020/ND-CP", "số 30/2020/nđ-cp", "1234/2020/XX-YY", "46-CT/TW", "22-NQ/TW"]
    answers = ask(browser, numbers)
    asked = list(zip(numbers, answers, strict=True))
    found = {query: ["".join(row[:2]) for row in there["beyond"]] for query, there in asked}
    index = Workspace(ROOT / "corpus").index
    told = {query: beyond_lines(held, query, index, any_hit=bool(there["hits"])) for query, there in asked}
    assert found == told
    assert sum(map(bool, found.values())) > len(numbers) * 0.8
    pages = [page for there in answers for _, _, page in there["beyond"] if page]
    assert all((site / page.strip("/") / "index.html").is_file() for page in pages)


@pytest.mark.parametrize("sort", ["issued", "rank"])
def test_order(browser: webdriver.Chrome, address: str, corpus_index: Searcher, sort: str) -> None:
    browser.get(f"{address}tim-kiem/")
    for query, there in zip(GOLDEN[:12], ask(browser, GOLDEN[:12], sort=sort), strict=True):
        assert [hit["id"] for hit in there["hits"]] == [hit.id for hit in corpus_index.answer(query, sort=sort).hits], (
            query
        )


def test_filters_pages_and_counts(browser: webdriver.Chrome, address: str, corpus_index: Searcher) -> None:
    browser.get(f"{address}tim-kiem/")
    filters: dict[str, Any] = {"kind": "Văn bản", "year": "2019..2024"}
    for page in (1, 2):
        (there,) = ask(browser, ["an ninh trật tự"], filters=filters, facets=True, page=page)
        here = corpus_index.answer("an ninh trật tự", facets=True, page=page, **filters)
        assert [hit["id"] for hit in there["hits"]] == [hit.id for hit in here.hits]
        assert {name: [tuple(v) for v in values] for name, values in there["facets"].items()} == here.facets


def test_points_times_factors_are_the_score(browser: webdriver.Chrome, address: str) -> None:
    browser.get(f"{address}tim-kiem/")
    hits = [hit for found in ask(browser, GOLDEN[:20]) for hit in found["hits"]]
    assert len(hits) > 20
    for hit in hits:
        score = sum(gain for _, _, gain in hit["explain"]["points"])
        for _, factor in hit["explain"]["factors"]:
            score *= factor
        assert score == pytest.approx(hit["score"])


@pytest.fixture(scope="module")
def articles(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Searcher, list[str]]:
    """Site, index and questions of articles of law; KB_ARTICLES and KB_QUESTIONS name real ones (JSON lines)."""
    folder = tmp_path_factory.mktemp("articles")
    path = Path(os.environ.get("KB_ARTICLES") or folder / "articles.jsonl")
    if "KB_ARTICLES" in os.environ:
        lines = Path(os.environ["KB_QUESTIONS"]).read_text("utf-8").splitlines()
        questions = [yaml.safe_load(line)["text"] for line in lines[:200]]
    else:
        questions = write_articles(path, ROOT / "corpus")[:200]
    build_records(Articles(path), folder / "index", {})
    return search_site(folder / "site", folder / "index", site), Searcher(folder / "index"), questions


@pytest.mark.parametrize("form", FORMS)
def test_questions_over_articles(
    browser: webdriver.Chrome, articles: tuple[Path, Searcher, list[str]], form: str
) -> None:
    folder, searcher, questions = articles
    for address in serve(folder):
        browser.get(address)
        assert differences(searcher, browser, [FORMS[form](question) for question in questions]) == []


@pytest.mark.parametrize(("server", "packed"), [(Ranged, True), (Fickle, False)])
def test_questions_over_articles_in_ranges_of_the_pack(
    browser: webdriver.Chrome, articles: tuple[Path, Searcher, list[str]], server: type[Ranged], packed: bool
) -> None:
    folder, searcher, questions = articles
    for address in serve(folder, server):
        browser.get(address)
        before = server.parts
        assert differences(searcher, browser, questions) == []
        assert (server.parts > before) is packed
