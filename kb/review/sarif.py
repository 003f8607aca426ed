"""A review as SARIF 2.1.0, which editors and code hosts show on the line (OASIS standard)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kb.review.model import Finding, Review, Verdict

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(reviews: Sequence[Review]) -> dict[str, Any]:
    """One run; a result for every citation that a reader must look at or that has a remark."""
    rules = [
        {"id": verdict.value, "name": verdict.value.title(), "shortDescription": {"text": f"Viện dẫn {verdict.label}"}}
        for verdict in Verdict
    ]
    results = [
        _result(review, finding)
        for review in reviews
        for finding in review.findings
        if finding.needs_attention or finding.sentences()
    ]
    driver = {"name": "kb", "rules": rules}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _result(review: Review, finding: Finding) -> dict[str, Any]:
    level = finding.verdict.level if finding.verdict is not Verdict.RIGHT else "note"
    span = finding.citation.span
    region: dict[str, Any] = {"charOffset": span.start, "charLength": span.end - span.start}
    if finding.place.page is None:
        region |= {"startLine": finding.place.line, "startColumn": finding.place.column}
    text = f"“{' '.join(span.surface.split())}”: {'; '.join([finding.verdict.label, *finding.sentences()])}"
    return {
        "ruleId": finding.verdict.value,
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": review.draft.name}, "region": region}}],
    }
