"""A text with its mentions marked is the same text, whatever the text."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given

from kb.citation.annotate import Mention, annotate_paragraph, pieces
from kb.citation.names import NameTable
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.model import Paragraph
from tests.kb.citation.test_find import ANY
from tests.support.corpora import PLAN
from tests.support.paths import ROOT


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


@cache
def resolver() -> Resolver:
    return Resolver(corpus())


@cache
def names() -> NameTable:
    return NameTable.of_records(corpus())


@given(ANY)
def test_annotating_keeps_the_text(text: str) -> None:
    plan = corpus().plans[PLAN]
    mentions = annotate_paragraph(resolver(), names(), plan, Paragraph(id="x.p1", text=text))
    shown = list(pieces(text, mentions))
    assert "".join(words for words, _ in shown) == text
    assert [mention for _, mention in shown if mention] == mentions
    assert all(words == mention.surface for words, mention in shown if mention)


@pytest.mark.parametrize(("candidates", "target"), [((), None), (("a",), "a"), (("a", "b"), None)])
def test_a_mention_of_several_records_means_none_of_them(candidates: tuple[str, ...], target: str | None) -> None:
    assert Mention("x.p1", 0, 1, "x", candidates, "name").target == target
