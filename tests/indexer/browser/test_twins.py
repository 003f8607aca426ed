"""The modules of the search in the browser say of a text what their twins here say."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from indexer.browser.settings import settings
from indexer.query.numbers import query_terms
from indexer.ranking import near_duplicates, points, rank, selection
from kb.errors import InvalidNumber
from kb.language.fold import folded, normal, syllables
from kb.language.key_typing import decoded
from kb.number.document_number import DocumentNumber
from kb.number.file_name import words_of_name
from kb.register.folder import read_tables
from tests.support.decorations import DECORATIONS, decorated
from tests.support.paths import ROOT

_ENGINE = ROOT / "site/docs/assets/search/engine"
_TABLES = ROOT / "tests/kb/language"
TYPED = [case["typed"] for name in ("folding", "letters") for case in yaml.safe_load(
    (Path(_TABLES) / f"{name}.yaml").read_text("utf-8")
)]  # fmt: skip
SENTENCE = "Thông tư số 124/2021/TT-BCA ngày 28/12/2021 của Bộ Công an, điểm đ khoản 1; uỷ ban hoà giải"


def in_browser(scripts: list[str], calls: list[tuple[str, str]]) -> list[Any]:
    """What the JavaScript functions answer."""
    asked = {"scripts": [str(_ENGINE / name) for name in scripts], "settings": settings(), "calls": calls}
    command = ["node", str(ROOT / "tests/node/twins.cjs")]
    done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, check=True)
    answers: list[Any] = json.loads(done.stdout)
    return answers


def agree(scripts: list[str], twins: dict[str, Callable[[str], Any]], texts: list[str]) -> None:
    calls = [(name, text) for name in twins for text in texts]
    expected = [twins[name](text) for name, text in calls]
    assert in_browser(scripts, calls) == expected


def typed_keys() -> list[str]:
    """Keys that make words, and what makes none."""
    cases = yaml.safe_load((_TABLES / "keys.yaml").read_text("utf-8"))
    return [*(case["keys"] for case in cases), "", "w", "thuwowng", "Viet", "aaaa", "zzz", "d9", "uow7", "123"]


def test_keys_of_telex_and_vni() -> None:
    agree(["fold.js", "keys.js"], {"keys.decoded": decoded}, typed_keys())


def test_names_of_files() -> None:
    names = ["124_2021_TT-BCA(502342).doc", "C:\\a b\\06_2014_ND-CP_220834.docx", "1719.QD.TTg.signed.pdf", "nq 51"]
    names += ["./x/46-CT_TW.PDF", "124/2021/TT-BCA", "a.b"]
    agree(["fold.js", "search.js"], {"search.wordsOfName": words_of_name}, names)


def test_numbers_in_a_query() -> None:
    queries = [
        "66.17/2026/NQ-CP",
        "nghị quyết 66.17/2026",
        "nq 66.17",
        "124 2021 tt bca",
        "tt 0124/2021",
        "15a/QĐ-TTg",
        "19/8",
        "l24/2O21/TT-BCA",
        "số O6/2o14",
        "Nghị quyết 5I-NQ/TW",
        "522B/NQ",
    ]
    agree(["fold.js", "numbers.js"], {"numbers.queryTerms": _terms}, queries)


def _terms(query: str) -> list[list[str]]:
    return [list(pair) for pair in query_terms(query)]


def test_folding() -> None:
    chance = random.Random(1)
    texts = [*TYPED, *("".join(decorated(SENTENCE, name, chance)) for name in DECORATIONS)]
    agree(["fold.js"], {"fold.normal": normal, "fold.folded": folded, "fold.syllables": syllables}, texts)


def test_numbers_of_documents() -> None:
    tables = read_tables(ROOT / "corpus" / "register")
    numbers = sorted({entry.number for entry in tables.entries} | tables.known)[::199]
    typed = [
        form for number in numbers for form in (number, number.lower(), f" Số {number}", number.replace("/", " / "))
    ]
    typed += ["66.17/2026/NQ-CP", "007/2020/tt-bca", "51-NQ/TƯ", "nq 51", "30/2020", "", "1/A" * 40, "số30/NĐ-CP"]
    agree(["fold.js", "registered.js"], {"registered.keysOf": keys_of}, typed)


def keys_of(text: str) -> dict[str, str] | None:
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return None
    return {"marked": normal(number.match_key), "folded": number.folded_key}


def test_thresholds_of_the_ranking_go_to_the_browser_under_their_own_names() -> None:
    for module in (near_duplicates, points, rank, selection):
        assert {name: getattr(module, name) for name in module.CONSTANTS} == module.CONSTANTS
