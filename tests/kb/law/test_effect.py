"""Hiệu lực on a day: the table a jurist can extend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.law.effect import status_on
from kb.law.periods import effect_periods
from kb.model.vocabulary import EventKind, Status
from tests.kb.law.periods import period_on
from tests.support.corpora import body, clean_files, document, load

CASES: list[dict[str, Any]] = yaml.load((Path(__file__).parent / "effects.yaml").read_text("utf-8"), yaml.BaseLoader)
DAYS = [(case, day) for case in CASES for day in case["days"]]


def about(case: dict[str, Any], events: str) -> str:
    """YAML of the document that a case is about."""
    sought = f"end_sought: {{day: {case['sought']}, source: s1}}\n" if "sought" in case else ""
    number, type_ = case.get("number", "09/2010/TT-BA"), case.get("type", "thong-tu")
    text = document("tt-9", number, case["events"][0][1], events, sought, type_)
    return text.replace("Về việc tt-9", case.get("title", "Về việc tt-9"))


def acts(rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Files of the documents that rest on it, and of the mass organisation that issued some."""
    yield "bodies/hoi-b.yaml", body("hoi-b", "Hội B")
    for index, (kind, day, *rest) in enumerate(rows, 1):
        sure, issuer, title = [*rest, *["read", "bo-a", f"Về việc kh-{index}"][len(rest) :]]
        relation = f"relations:\n  - {{kind: {kind}, to: tt-9, sure: {sure}, sources: [s1]}}\n"
        text = document(f"kh-{index}", f"9{index}/KH-BA", day, more=relation, type_="ke-hoach")
        text = text.replace(f"Về việc kh-{index}", title).replace("issuers: [bo-a]", f"issuers: [{issuer}]")
        yield f"documents/kh-{index}.yaml", text


@pytest.mark.parametrize(("case", "day"), DAYS, ids=lambda value: value if isinstance(value, str) else value["name"])
def test_table(case: dict[str, Any], day: str, tmp_path: Path) -> None:
    events = "".join(
        f"  - {{kind: {kind}, date: {when}{', by: tt-2' if by else ''}, sure: read, sources: [s1]}}\n"
        for kind, when, *by in case["events"][1:]
    )
    files = clean_files() | {"documents/tt-9.yaml": about(case, events)} | dict(acts(case.get("acts", [])))
    if "cause" in case:
        files["documents/tt-2.yaml"] = document("tt-2", case.get("cause_number", "02/2021/TT-BA"), case["cause"])
    corpus = load(tmp_path, files)
    effect = status_on(corpus, corpus.documents["tt-9"], date.fromisoformat(day))
    assert period_on(effect_periods(corpus, corpus.documents["tt-9"]), date.fromisoformat(day)).effect == effect
    status, words = case["days"][day]
    assert effect.status.value == status
    assert words in effect.reason
    if effect.event and effect.event.date.is_known and effect.event.kind is not EventKind.EXTENDED:
        assert effect.event.date.shown in re.findall(r"[\d/]+", effect.reason)


def test_a_body_has_no_effect(tmp_path: Path) -> None:
    corpus = load(tmp_path, clean_files())
    assert status_on(corpus, corpus.bodies["bo-a"], date(2024, 1, 1)).status is Status.UNKNOWN
