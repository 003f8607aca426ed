"""A text with its mentions marked is the same text, whatever the text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from kb.citation.annotate import Mention, annotate_paragraph, annotate_plan, locate, pieces
from kb.citation.names import NameTable
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.model import Paragraph
from kb.model.plan import PinnedLink
from tests.kb.citation.test_find import ANY
from tests.kb.rules import fuzz
from tests.support.corpora import PLAN, clean_files, load
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


def test_what_an_editor_linked_is_pinned_and_the_rest_is_found(tmp_path: Path) -> None:
    small = load(tmp_path, clean_files() | {"plans/kh-1.yaml": fuzz.PLAN})
    mentions = annotate_plan(small, small.plans["kh-1"])
    assert [(m.how, m.surface, m.start, m.target) for m in mentions] == [
        ("pinned", "Căn cứ", 0, "tt-1"),
        ("number", "Thông tư số 01/2020/TT-BA", 7, "tt-1"),
    ]


@pytest.mark.parametrize(("occurrence", "place"), [(1, (0, 4)), (2, (6, 10)), (3, None)])
def test_the_words_of_a_link_are_those_of_their_occurrence(occurrence: int, place: tuple[int, int] | None) -> None:
    link = PinnedLink(at="x.p1", words="luật", to="a", occurrence=occurrence)
    found = locate(Paragraph(id="x.p1", text="luật, luật"), link)
    assert (found and (found.start, found.end)) == place
