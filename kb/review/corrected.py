"""The legal bases of a draft as they should be typed: its own lines with the corrections of its review put in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kb.review.model import Finding, Review

_BASIS = re.compile(r"\s*(?:[-–+*•]\s*)?(?:Căn cứ|Thực hiện|Xét|Theo)\s")
"""How a basis begins (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6); "Thực hiện" in plans of Party and Front."""


@dataclass(frozen=True)
class CorrectedBases:
    """The lines that begin as a basis does and cite something, each corrected where that is known; "" without any.

    Corrections mend what is typed wrong. What no longer holds stays, because who drafts chooses what takes its place.
    """

    text: str
    against: tuple[tuple[str, tuple[str, ...]], ...]
    """The citations in it that are not to stand as they are: its words, and why, a Vietnamese sentence each."""


def corrected_bases(review: Review) -> CorrectedBases:
    """The legal bases of a draft."""
    text, lines, end = review.draft.text, list[str](), 0
    against = []
    starts = [finding.citation.span.start for finding in review.findings]
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        if _BASIS.match(line):
            cited = review.findings[bisect_left(starts, start) : bisect_left(starts, end)]
            lines += [_corrected(text, cited, start, end).strip()] if cited else []
            against += [(_words(finding), finding.against_basis) for finding in cited if finding.against_basis]
    return CorrectedBases("\n".join(lines), tuple(against))


def _words(finding: Finding) -> str:
    return finding.correction or " ".join(finding.citation.span.surface.split())


def _corrected(text: str, cited: Sequence[Finding], start: int, end: int) -> str:
    """The line at `start` … `end` with the corrections of the findings on it."""
    pieces, at = list[str](), start
    for finding in cited:
        span = finding.citation.span
        if finding.correction and at <= span.start:
            pieces += [text[at : span.start], finding.correction]
            at = span.end
    return "".join(pieces) + text[at:end]
