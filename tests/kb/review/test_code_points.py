"""The verdicts on a text whose letters are spelt in two code points each (NFD), at the places of that text."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest

from kb.drafts import Draft
from kb.review.judge import review
from tests.kb.review.test_review import CASES, corpus, said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_letters_in_two_code_points_get_the_same_verdict(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case.get("at", "2026-11-24"))
    decomposed = unicodedata.normalize("NFD", case["text"])
    findings = review(corpus(), Draft("a.txt", decomposed), day).findings
    assert [said(finding) for finding in findings] == case["found"]
    assert all(
        decomposed[finding.citation.span.start : finding.citation.span.end] == finding.citation.span.surface
        for finding in findings
    )
