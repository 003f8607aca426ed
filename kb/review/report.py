"""A review as lines for a terminal: what to mend first, then what no longer holds, then what could not be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kb.language.dates import show_day
from kb.output import Style, styled
from kb.review.coverage import unheld
from kb.review.left_open import left_open
from kb.review.model import Finding, Review
from kb.review.verdicts import Verdict

_STYLES = {
    Verdict.RIGHT: Style.GREEN,
    Verdict.WRONG: Style.RED,
    Verdict.ENDED: Style.YELLOW,
    Verdict.SUSPECT: Style.YELLOW,
    Verdict.AMBIGUOUS: Style.YELLOW,
    Verdict.UNVERIFIED: Style.DIM,
    Verdict.UNKNOWN: Style.DIM,
}
PARTS: tuple[tuple[str, tuple[Verdict, ...]], ...] = (
    ("Cần sửa", (Verdict.WRONG, Verdict.AMBIGUOUS)),
    ("Hết hiệu lực", (Verdict.ENDED,)),
    ("Cần xem lại", (Verdict.SUSPECT,)),
    ("Chưa đối chiếu được", (Verdict.UNVERIFIED, Verdict.UNKNOWN)),
    ("Đúng", (Verdict.RIGHT,)),
)
"""The parts of a report, worst first."""
_FOLDED = (Verdict.UNKNOWN, Verdict.RIGHT)
"""Verdicts of which a count is enough where there is nothing more to say."""


def report_lines(review: Review, *, color: bool, everything: bool = False) -> Iterator[str]:
    """A heading, what was not read, then the citations by what a reader must do, and under each what is said of it.

    Of those that are right or not in the corpus and of which nothing is said the count stands, or with `everything`
    each citation, once, with a count of the places where it is typed again.
    """
    heading = f"{review.draft.name} (xét vào ngày {show_day(review.day)}): {review.summary()}."
    yield _painted(heading, Style.BOLD, color=color)
    yield from _reading(review, color=color)
    for name, verdicts in PARTS:
        findings = [f for verdict in verdicts for f in review.of(verdict)]
        told = [f for f in findings if everything or not _is_folded(f)]
        if told:
            yield _painted(name, Style.BOLD, color=color)
            yield from _told_once(told, color=color)
    if not everything:
        yield from _folded(review, color=color)
    if review.findings:
        yield review.coverage.line()


def _reading(review: Review, *, color: bool) -> Iterator[str]:
    """How the file was read: what it was converted from, and what of it was not read."""
    if review.converted:
        yield f"  {review.converted}"
    if review.draft.unread:
        yield _painted("Chưa đọc được", Style.BOLD, color=color)
        yield from (f"  {line}" for line in review.draft.unread)


def _is_folded(finding: Finding) -> bool:
    return finding.verdict in _FOLDED and not finding.sentences()


def _painted(text: str, style: Style, *, color: bool) -> str:
    return styled(text, style) if color else text


def _folded(review: Review, *, color: bool) -> Iterator[str]:
    """One line for each verdict whose citations were not listed."""
    for verdict in _FOLDED:
        folded = [finding for finding in review.of(verdict) if _is_folded(finding)]
        if folded:
            said = left_open(finding.effect_open for finding in folded)
            line = f"  {verdict.label}: {len(folded)} viện dẫn{said} (--all để liệt kê)"
            yield _painted(line, _STYLES[verdict], color=color)


def _told_once(findings: Sequence[Finding], *, color: bool) -> Iterator[str]:
    """Each finding; one typed again of which the same is said stands once, unless it is to be mended there too."""
    again = Counter(map(_key, findings))
    shown: set[tuple[str, ...]] = set()
    for finding in findings:
        key = _key(finding)
        if finding.needs_attention or key not in shown:
            yield from _finding_lines(finding, 0 if finding.needs_attention else again[key] - 1, color=color)
        shown.add(key)


def _key(finding: Finding) -> tuple[str, ...]:
    """Words, verdict and what is said."""
    return (finding.excerpt[1], finding.verdict.value, *finding.sentences())


def _finding_lines(finding: Finding, again: int, *, color: bool) -> Iterator[str]:
    verdict = finding.label.upper() if finding.needs_attention else finding.label
    before, words, after = finding.excerpt
    style = Style.YELLOW if finding.end_reported else _STYLES[finding.verdict]
    shown = _painted(verdict, style, color=color)
    yield f"  {shown}  {finding.place}: {words}" + (f" (và {again} chỗ khác)" if again else "")
    mending = finding.mending()
    said = [sentence for sentence in finding.sentences() if sentence not in mending]
    if finding.needs_attention and said:
        marked = _painted(words, Style.UNDERLINED, color=True) if color else f"[{words}]"
        said = [*said, f"… {before}{marked}{after} …"]
    yield from (f"      {sentence}" for sentence in (*mending, *said, *unheld(finding), *_source(finding)))


def _source(finding: Finding) -> list[str]:
    """What the finding rests on, where no sentence says it yet."""
    if finding.errors and finding.target_name:
        return [f"nguồn: {finding.target_name} trong kho"]
    return finding.source_words()
