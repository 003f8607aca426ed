"""What a reader sees keeps to the words of docs/thuat-ngu-giao-dien.md."""

from __future__ import annotations

import re

import pytest

from tests.support.paths import ROOT

GLOSSARY = ROOT / "docs" / "thuat-ngu-giao-dien.md"
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in GLOSSARY.read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| Thuật ngữ")
]
PLACES = [
    *ROOT.glob("site/templates/*.j2"),
    *ROOT.glob("kb/**/*.py"),
    *ROOT.glob("indexer/**/*.py"),
    *ROOT.glob("site/docs/assets/**/*.js"),
    *(path for path in ROOT.glob("docs/*.md") if path != GLOSSARY),
    ROOT / "README.vi.md",
    ROOT / "CONTRIBUTING.md",
]
_VIETNAMESE = re.compile(r"[^\x00-\x7f]")
"""English words are words of the code, where they may stand."""
UNWANTED = [unwanted for _, _, unwanted in ROWS if _VIETNAMESE.search(unwanted)]


def test_every_row_has_a_word_a_meaning_and_what_is_not_written() -> None:
    assert all(len(row) == 3 and all(row) for row in ROWS)
    words = [word for word, _, _ in ROWS]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_no_place_uses_another_word(unwanted: str) -> None:
    found = [
        str(path.relative_to(ROOT)) for path in PLACES if unwanted in " ".join(path.read_text("utf-8").lower().split())
    ]
    assert found == []


ENGLISH = {unwanted for _, _, unwanted in ROWS if re.fullmatch(r"[a-z]+", unwanted)}
_HIDDEN = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(code|kbd|script).*?</\1>", re.DOTALL)
_TOLD = re.compile(r'(?:title|aria-label|placeholder|alt)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")


def told(template: str) -> set[str]:
    """The words that a reader of a template sees or hears."""
    text = _HIDDEN.sub(" ", template)
    return set(
        re.findall(r"(?<![\w/.-])[a-z]+(?![\w/-])", " ".join((_TAG.sub(" ", text), *_TOLD.findall(text))).lower())
    )


def test_no_template_shows_a_word_of_the_code() -> None:
    assert {"record", "fact", "event"} <= ENGLISH
    found = {path.name: told(path.read_text("utf-8")) & ENGLISH for path in ROOT.glob("site/templates/*.j2")}
    assert {name: words for name, words in found.items() if words} == {}


def test_words_of_attributes_are_told_and_those_of_the_code_are_not() -> None:
    assert told('<p title="một record">{{ view.fact }} <code>event</code> nguồn</p>') & ENGLISH == {"record"}
