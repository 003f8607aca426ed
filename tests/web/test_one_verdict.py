"""One verdict for one citation: every place that speaks of a citation of the plan says the same of it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from kb.corpus.load import load_corpus
from kb.model import Plan
from kb.review.verdicts import Severity
from kb.snapshot import Snapshot
from tests.support.paths import ROOT
from tests.web.kinds import PLAN

PAGES = {"bảng căn cứ": "bang-can-cu/", "toàn văn": "toan-van/"}
TODAY = date(2026, 11, 29)


class Marks(HTMLParser):
    """The severities that a page says: of each citation by its place, and of all of them in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.of: dict[str, set[str]] = {}
        self.counts: dict[str, int] = {}
        self._counting = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "data-finding" in found:
            self.of.setdefault(found["data-finding"], set()).add(found["data-severity"])
        elif "data-severity" in found:
            self._counting = found["data-severity"]

    def handle_data(self, data: str) -> None:
        if self._counting and data.strip().isdigit():
            self.counts[self._counting] = int(data)
            self._counting = ""


def marks(page: Path) -> Marks:
    found = Marks()
    found.feed(page.joinpath("index.html").read_text("utf-8"))
    return found


@cache
def snapshot() -> Snapshot:
    return Snapshot(load_corpus(ROOT / "corpus"), TODAY)


def plan() -> Plan:
    return next(iter(snapshot().corpus.plans.values()))


def severities(of_documents: bool) -> dict[str, str]:
    """The severity of each citation by its place; of documents alone, or of programmes too."""
    documents = snapshot().corpus.documents
    return {
        found.id: found.finding.severity.value if found.finding.severity else ""
        for found in snapshot().findings(plan())
        if not of_documents or found.finding.target in documents
    }


def run(*arguments: str, text: str | None = None) -> str:
    return CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *arguments], input=text).stdout


def test_the_plan_has_citations_of_every_severity() -> None:
    assert set(severities(of_documents=True).values()) == {*(s.value for s in Severity), ""}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_plan_says_of_each_citation_what_the_snapshot_says(site: Path, name: str) -> None:
    said = marks(site / PLAN / PAGES[name]).of
    assert {place for place, found in said.items() if len(found) > 1} == set()
    told = {place: found.pop() for place, found in said.items()}
    expected = severities(of_documents=True)
    assert {place: told.get(place) for place in expected} == expected
    assert {place: severities(of_documents=False)[place] for place in told} == told


def test_the_pages_of_the_sections_say_the_same(site: Path) -> None:
    told: dict[str, set[str]] = {}
    for section in plan().sections:
        for place, found in marks(site / PLAN / section.id).of.items():
            told.setdefault(place, set()).update(found)
    assert told == {place: {severity} for place, severity in severities(of_documents=False).items()}


def test_the_pages_of_what_is_cited_say_the_same(site: Path) -> None:
    targets = {f.finding.target for f in snapshot().findings(plan()) if f.finding.target}
    told: dict[str, set[str]] = {}
    for target in targets:
        for place, found in marks(site / snapshot().corpus.records[target].page_address).of.items():
            told.setdefault(place, set()).update(found)
    assert told == {place: {severity} for place, severity in severities(of_documents=False).items()}


@pytest.mark.parametrize("page", ["", *PAGES.values()])
def test_a_page_counts_each_citation_once(site: Path, page: str) -> None:
    counted = Counter(severity for severity in severities(of_documents=False).values() if severity)
    assert marks(site / PLAN / page).counts == {s.value: counted[s.value] for s in Severity}


def test_the_review_of_the_plans_file_gives_the_same_verdicts() -> None:
    day = plan().dated.earliest.first_day
    judged = json.loads(run("review", "-", "--json", "--at", day.isoformat(), text=plan().text))["citations"]
    verdicts = [(" ".join(c["surface"].split()), c["verdict"], c["target"]) for c in judged]
    assert verdicts == [
        (" ".join(f.finding.citation.span.surface.split()), f.finding.verdict.value, f.finding.target)
        for f in snapshot().findings(plan())
    ]


def test_what_the_block_leaves_out_is_what_the_review_calls_lapsed_that_day() -> None:
    block = run("basis", "--at", TODAY.isoformat()).splitlines()
    for found in snapshot().findings(plan(), TODAY):
        document = snapshot().corpus.documents.get(found.finding.target or "")
        if document:
            taken = any(f"số {document.number}" in line for line in block)
            lapsed = snapshot().effect(document).status.is_weak_basis
            assert taken is not lapsed, document.id
            if found.finding.severity is Severity.LAPSED:
                assert not taken
