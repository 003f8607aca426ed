"""The legal bases of a draft as they should be typed: its own lines with the corrections of its review put in."""

from __future__ import annotations

import re

from kb.review.model import Review

_BASIS = re.compile(r"\s*(?:[-–+*•]\s*)?(?:Căn cứ|Thực hiện|Xét|Theo)\s")
"""How a basis begins (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6); "Thực hiện" in plans of Party and Front."""


def corrected_bases(review: Review) -> str:
    """The lines that begin as a basis does and cite something, each corrected where that is known; "" without any."""
    text, lines, start = review.draft.text, list[str](), 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if _BASIS.match(line) and any(start <= found.citation.span.start < end for found in review.findings):
            lines.append(_corrected(review, start, end).strip())
        start = end
    return "\n".join(lines)


def _corrected(review: Review, start: int, end: int) -> str:
    pieces, at = list[str](), start
    for finding in review.findings:
        span = finding.citation.span
        if finding.correction and at <= span.start < end:
            pieces += [review.draft.text[at : span.start], finding.correction]
            at = span.end
    return "".join(pieces) + review.draft.text[at:end]
