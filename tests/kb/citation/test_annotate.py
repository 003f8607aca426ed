"""What is marked in a paragraph, and how it was found; a text with its mentions marked is the same text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given

from kb.citation.annotate import Mention, annotate_paragraph, annotate_plan, locate, pieces
from kb.citation.models import Citation, CitationKind, Resolution, TextSpan
from kb.citation.names import NameTable
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.model import Paragraph
from kb.model.plan import PinnedLink, Plan
from tests.kb.citation.test_find import ANY
from tests.kb.rules import fuzz
from tests.support.corpora import PLAN, clean_files, load
from tests.support.paths import ROOT

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "mentions.yaml").read_text("utf-8"))


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
    assert Resolution(Citation(TextSpan(0, 1, "x"), CitationKind.NAMED), candidates).target == target


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


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["id"])
def test_table(case: dict[str, Any]) -> None:
    links = [PinnedLink(at="x.p1", words=words, occurrence=n, to=to) for words, n, to in case.get("pins", [])]
    elsewhere = PinnedLink(at="x.p2", words=case["text"][:2], to="elsewhere")
    plan = msgspec.structs.replace(corpus().plans[PLAN], links=(elsewhere, *links))
    paragraph = Paragraph(id="x.p1", text=case["text"])
    found = annotate_paragraph(resolver(), NameTable(TABLE["names"]), plan, paragraph)
    assert [[mention.surface, mention.how, list(mention.candidates)] for mention in found] == case["mentions"]
    assert all(case["text"][mention.start : mention.end] == mention.surface for mention in found)
    if "starts" in case:
        assert [mention.start for mention in found] == case["starts"]


def test_a_plan_is_marked_paragraph_by_paragraph() -> None:
    plan: Plan = corpus().plans[PLAN]
    paragraphs = [paragraph for section in plan.sections for paragraph in section.paragraphs]
    each = [annotate_paragraph(resolver(), names(), plan, paragraph) for paragraph in paragraphs]
    assert annotate_plan(corpus(), plan) == [mention for mentions in each for mention in mentions]


def test_a_text_is_cut_at_its_mentions_without_empty_pieces() -> None:
    first, second = (Mention("x.p1", *place, "", (), "name") for place in ((0, 2), (2, 4)))
    assert list(pieces("abcd", [first, second])) == [("ab", first), ("cd", second)]
    assert list(pieces("abcdef", [second])) == [("ab", None), ("cd", second), ("ef", None)]
