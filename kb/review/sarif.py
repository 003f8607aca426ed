"""A review as SARIF: a result for every citation that a reader must look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kb.formats import sarif
from kb.review.model import Finding, Review
from kb.review.verdicts import Verdict

_UNREAD = "unread"


def as_sarif(reviews: Sequence[Review]) -> dict[str, Any]:
    """One run; a result for every citation that needs attention or has a remark, and for what was not read."""
    labels = {verdict.value: f"Viện dẫn {verdict.label}" for verdict in Verdict} | {_UNREAD: "Phần chưa đọc"}
    rules = ({"id": code, "name": code.title(), "shortDescription": {"text": label}} for code, label in labels.items())
    return sarif.log("kb", rules, (result for review in reviews for result in _results(review)))


def _results(review: Review) -> Iterator[dict[str, Any]]:
    draft = review.draft
    if draft.unread:
        yield sarif.result(_UNREAD, "warning", draft.unread, draft.name, {"startLine": 1})
    for finding in review.findings:
        if finding.needs_attention or finding.sentences():
            yield _result(review, finding)


def _result(review: Review, finding: Finding) -> dict[str, Any]:
    level = finding.verdict.level if finding.verdict is not Verdict.RIGHT else "note"
    span = finding.citation.span
    region = {"charOffset": span.start, "charLength": span.end - span.start}
    if finding.place.page is None:
        region |= {"startLine": finding.place.line, "startColumn": finding.place.column}
    text = f"“{' '.join(span.surface.split())}”: {'; '.join([finding.verdict.label, *finding.sentences()])}"
    return sarif.result(finding.verdict.value, level, text, review.draft.name, region)
