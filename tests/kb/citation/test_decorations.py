"""However a text is spelt, the same documents are cited in it, at the same places, and of each the same is said."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.citation.find import find
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.drafts import Draft
from kb.language.fold import composed
from kb.review.judge import review
from kb.review.model import Finding
from tests.support.decorations import DECORATIONS, broken, decorated, scanned
from tests.support.paths import ROOT

_TABLES = (ROOT / "tests/kb/citation/cases/numbered.yaml", ROOT / "tests/kb/review/verdicts.yaml")
TEXTS = [case["text"] for table in _TABLES for case in yaml.safe_load(Path(table).read_text("utf-8"))]
MARKS = ("**", "__", "*", "_", "`", "***")


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


def verdicts(text: str) -> list[Finding]:
    return list(review(corpus(), Draft("a.txt", text), date(2026, 11, 1)).findings)


def said(findings: list[Finding]) -> list[Any]:
    """What is said of each citation; of blanks that no keyboard types something may be said more."""
    return [(f.verdict, f.target, f.citation.canonical, f.correction, f.errors, f.doubts) for f in findings]


def marked(text: str, mark: str) -> list[str]:
    """The text with number, day and body of each citation in bold, a piece for each of its code points."""
    pieces, behind = list(text), 0
    for citation in find(text):
        for part in (citation.number_typed, citation.date_typed, citation.issuer_typed):
            if (
                part
                and part.start >= behind
                and "\n" not in part.surface
                and not text[part.end : part.end + 1].isalnum()
            ):
                pieces[part.start] = mark + pieces[part.start]
                pieces[part.end - 1] += mark
                behind = part.end
    return pieces


def holds_the_same(text: str, pieces: list[str]) -> None:
    plain, other = verdicts(text), verdicts("".join(pieces))
    assert said(other) == said(plain)
    begins = [sum(map(len, pieces[:place])) for place in range(len(pieces) + 1)]
    for one, two in zip(plain, other, strict=True):
        first, last = one.citation.span.start, one.citation.span.end - 1
        assert begins[first] <= two.citation.span.start < begins[first + 1]
        assert begins[last] < two.citation.span.end <= begins[last + 1]
        assert "".join(pieces)[two.citation.span.start : two.citation.span.end] == two.citation.span.surface
    found = [[(c.kind, c.canonical, composed(c.span.surface)) for c in find(t)] for t in (text, "".join(pieces))]
    assert found[0] == found[1]


@pytest.mark.parametrize("name", DECORATIONS)
def test_another_spelling_changes_no_verdict(name: str) -> None:
    chance = random.Random(name)
    for text in chance.sample(TEXTS, 25):
        text = composed(text)
        holds_the_same(text, decorated(text, name, chance))


@pytest.mark.parametrize("mark", MARKS)
def test_marks_of_markdown_change_no_verdict(mark: str) -> None:
    for text in random.Random(mark).sample(TEXTS, 25):
        text = composed(text)
        holds_the_same(text, marked(text, mark))


@pytest.mark.parametrize("seed", range(4))
def test_words_broken_at_the_end_of_a_line_change_no_verdict(seed: int) -> None:
    chance = random.Random(seed)
    for text in chance.sample(TEXTS, 25):
        text = composed(text)
        holds_the_same(text, broken(text, chance))


def test_letters_that_a_scanner_puts_for_figures_change_no_verdict() -> None:
    chance = random.Random(5)
    texts = [(composed(text), scanned(composed(text), chance)) for text in TEXTS]
    read = [(text, other) for text, other in texts if text != other]
    assert len(read) > 25
    for text, other in chance.sample(read, 25):
        plain, found = verdicts(text), verdicts(other)
        assert said(found) == said(plain)
        assert [(f.citation.span.start, f.citation.span.end) for f in found] == [
            (f.citation.span.start, f.citation.span.end) for f in plain
        ]
