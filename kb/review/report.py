"""A review as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kb.effect import show_date
from kb.review.model import Finding, Review, Verdict

_COLOURS = {Verdict.RIGHT: "green", Verdict.WRONG: "red", Verdict.ENDED: "yellow", Verdict.AMBIGUOUS: "yellow"}
_WIDTH = max(len(verdict.label) for verdict in Verdict)


def report_lines(review: Review, *, color: bool) -> Iterator[str]:
    """A heading, then every citation with its verdict, and under it what is said of it."""
    heading = f"{review.draft.name} (xét vào ngày {show_date(review.day.isoformat())}): {review.summary()}."
    yield click.style(heading, bold=True) if color else heading
    for finding in review.findings:
        yield from _finding_lines(finding, color=color)


def _finding_lines(finding: Finding, *, color: bool) -> Iterator[str]:
    verdict = finding.verdict.label.upper() if finding.needs_attention else finding.verdict.label
    shown = click.style(f"{verdict:{_WIDTH}}", fg=_COLOURS.get(finding.verdict)) if color else f"{verdict:{_WIDTH}}"
    before, words, after = finding.excerpt
    yield f"  {shown}  {finding.place}: {words}"
    said = finding.sentences()
    if finding.needs_attention and said:
        marked = click.style(words, underline=True) if color else f"[{words}]"
        yield f"      … {before}{marked}{after} …"
    for sentence in said:
        yield f"      {sentence}"
