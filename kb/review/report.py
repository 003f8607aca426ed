"""A review as lines for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb.language.dates import show_day
from kb.review.model import Finding, Review
from kb.review.verdicts import Verdict

_BOLD, _UNDERLINED, _RESET = "\x1b[1m", "\x1b[4m", "\x1b[0m"
_COLOURS = {
    Verdict.RIGHT: "\x1b[32m",
    Verdict.WRONG: "\x1b[31m",
    Verdict.ENDED: "\x1b[33m",
    Verdict.AMBIGUOUS: "\x1b[33m",
    Verdict.UNKNOWN: "\x1b[2m",
}
_WIDTH = max(len(verdict.label) for verdict in Verdict)


def report_lines(review: Review, *, color: bool) -> Iterator[str]:
    """A heading, then every citation with its verdict, and under it what is said of it.

    One of which nothing is said stands once, with a count of the places where it is typed again.
    """
    heading = f"{review.draft.name} (xét vào ngày {show_day(review.day)}): {review.summary()}."
    yield f"{_BOLD}{heading}{_RESET}" if color else heading
    again = Counter(map(_silent, review.findings))
    shown: set[tuple[str, str] | None] = set()
    for finding in review.findings:
        key = _silent(finding)
        if key is None or key not in shown:
            yield from _finding_lines(finding, again[key] - 1 if key else 0, color=color)
        shown.add(key)


def _silent(finding: Finding) -> tuple[str, str] | None:
    """Words and verdict of a citation of which there is nothing more to say."""
    return None if finding.sentences() else (finding.excerpt[1], finding.verdict.value)


def _finding_lines(finding: Finding, again: int, *, color: bool) -> Iterator[str]:
    verdict = finding.verdict.label.upper() if finding.needs_attention else finding.verdict.label
    padded = f"{verdict:{_WIDTH}}"
    shown = f"{_COLOURS[finding.verdict]}{padded}{_RESET}" if color else padded
    before, words, after = finding.excerpt
    yield f"  {shown}  {finding.place}: {words}" + (f" (và {again} chỗ khác)" if again else "")
    said = finding.sentences()
    if finding.needs_attention and said:
        marked = f"{_UNDERLINED}{words}{_RESET}" if color else f"[{words}]"
        yield f"      … {before}{marked}{after} …"
    for sentence in said:
        yield f"      {sentence}"
