"""The legal bases of a draft as they should be typed: its own lines with the corrections of its review put in.

A line that cites what has ended is left out, as `kb basis` leaves it out, and told with what to cite instead.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.review.left_out import have_ended, why_left_out
from kb.review.model import Finding, Review

_BASIS = re.compile(r"\s*(?:[-–+*•]\s*)?(?:Căn cứ|Thực hiện|Xét|Theo)\s")
"""How a basis begins (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6); "Thực hiện" in plans of Party and Front."""


class CorrectedBases(NamedTuple):
    """The lines to copy, and what is told of them."""

    lines: tuple[str, ...]
    left_out: tuple[str, ...]
    """Of each citation that was left out a Vietnamese sentence: why, and what to cite instead."""
    against: tuple[tuple[str, tuple[str, ...]], ...]
    """The citations in the lines that are not to stand as they are: the words, and why, a sentence each."""


def corrected_bases(review: Review) -> CorrectedBases:
    """The lines that begin as a basis does and cite something, each corrected where that is known."""
    lines, left_out, last = list[str](), list[str](), ""
    against = list[tuple[str, tuple[str, ...]]]()
    for start, end, cited in _bases(review):
        last = review.draft.text[start:end].strip()
        if ended := have_ended(cited):
            left_out += why_left_out(cited, ended)
        else:
            lines.append(_corrected(review.draft.text, cited, start, end).strip())
            against += [(_words(finding), finding.against_basis) for finding in cited if finding.against_basis]
    if lines and last.endswith(".") and lines[-1].endswith(";"):
        lines[-1] = f"{lines[-1][:-1]}."  # the line that closed the block was left out
    return CorrectedBases(tuple(lines), tuple(left_out), tuple(against))


def _bases(review: Review) -> Iterator[tuple[int, int, Sequence[Finding]]]:
    """Start and end of each line that is a basis, and what it cites."""
    starts, end = [finding.citation.span.start for finding in review.findings], 0
    for line in review.draft.text.splitlines(keepends=True):
        start, end = end, end + len(line)
        cited = review.findings[bisect_left(starts, start) : bisect_left(starts, end)] if _BASIS.match(line) else ()
        if cited:
            yield start, end, cited


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
