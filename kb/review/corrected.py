"""The legal bases of a draft as they should be typed: its own lines with the corrections of its review put in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kb.review.model import Finding, Review

_BASIS = re.compile(r"\s*(?:[-–+*•]\s*)?(?:Căn cứ|Thực hiện|Xét|Theo)\s")
"""How a basis begins (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6); "Thực hiện" in plans of Party and Front."""


def corrected_bases(review: Review) -> str:
    """The lines that begin as a basis does and cite something, each corrected where that is known; "" without any."""
    text, lines, end = review.draft.text, list[str](), 0
    starts = [finding.citation.span.start for finding in review.findings]
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        if _BASIS.match(line):
            cited = review.findings[bisect_left(starts, start) : bisect_left(starts, end)]
            lines += [_corrected(text, cited, start, end).strip()] if cited else []
    return "\n".join(lines)


def _corrected(text: str, cited: Sequence[Finding], start: int, end: int) -> str:
    """The line at `start` … `end` with the corrections of the findings on it."""
    pieces, at = list[str](), start
    for finding in cited:
        span = finding.citation.span
        if finding.correction and at <= span.start:
            pieces += [text[at : span.start], finding.correction]
            at = span.end
    return "".join(pieces) + text[at:end]
