"""A review as SARIF: a result for every citation that a reader must look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kb.formats import sarif
from kb.review.model import Finding, Review
from kb.review.verdicts import Verdict

_UNREAD = "unread"
"""The rule of what was not read."""


def as_sarif(reviews: Sequence[Review]) -> dict[str, Any]:
    """One run; a result for every citation that needs attention or has a remark, and for all that was not read.

    With what the citations of a file were compared is a note of the run.
    """
    rules = [
        {"id": verdict.value, "name": verdict.value.title(), "shortDescription": {"text": f"Viện dẫn {verdict.label}"}}
        for verdict in Verdict
    ]
    rules.append({"id": _UNREAD, "name": _UNREAD.title(), "shortDescription": {"text": "Phần chưa đọc được"}})
    unread = (
        sarif.result(
            _UNREAD, "warning", f"chưa đọc được: {line}", review.draft.folder + review.draft.name, {"startLine": 1}
        )
        for review in reviews
        for line in review.draft.unread
    )
    results = (
        _result(review, finding)
        for review in reviews
        for finding in review.findings
        if finding.needs_attention or finding.sentences()
    )
    reach = ((found.coverage.line(), found.draft.folder + found.draft.name) for found in reviews if found.findings)
    return sarif.log("kb", rules, (*unread, *results), reach)


def _result(review: Review, finding: Finding) -> dict[str, Any]:
    level = finding.verdict.level if finding.verdict is not Verdict.RIGHT else "note"
    span = finding.citation.span
    region = {"charOffset": span.start, "charLength": span.end - span.start}
    if finding.place.page is None:
        region |= {"startLine": finding.place.line, "startColumn": finding.place.column}
    text = f"“{' '.join(span.surface.split())}”: {'; '.join([finding.label, *finding.sentences()])}"
    return sarif.result(finding.verdict.value, level, text, review.draft.folder + review.draft.name, region)
