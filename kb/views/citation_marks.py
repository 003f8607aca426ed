"""What every page says of one citation of a plan: the verdict of the snapshot, and an editor's remarks within it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.citation.annotate import Mention, locate
from kb.citation.models import TextSpan
from kb.model import Plan, Remark
from kb.model.vocabulary import RemarkKind
from kb.review.model import Finding
from kb.review.plan_findings import PlanFinding
from kb.review.verdicts import Severity
from kb.snapshot import Snapshot

CITATION_KINDS = {
    RemarkKind.CITATION_NUMBER,
    RemarkKind.CITATION_SYMBOL,
    RemarkKind.CITATION_VARIANT,
    RemarkKind.CITATION_NOTE,
    RemarkKind.DATE,
    RemarkKind.WRONG_ISSUER,
    RemarkKind.WRONG_NAME,
}
"""Remarks that concern how something is cited, and so stand beside the legal basis too."""


_OF_CITING = {
    Severity.WRONG.value: "viện dẫn sai",
    Severity.LAPSED.value: "hết hiệu lực khi lập kế hoạch",
    Severity.NOTE.value: "lưu ý khi viện dẫn",
}


@dataclass(frozen=True)
class CitationMark:
    """A citation as a page marks it. `id` is its place in the plan; without a severity the rest is empty."""

    id: str
    severity: str = ""
    label: str = ""
    sign: str = ""
    wrong: tuple[str, ...] = ()
    """What is to be mended, a sentence each."""
    notes: tuple[str, ...] = ()
    """What is to be looked at, a sentence each: the status on the plan's day too."""

    @property
    def of_citing(self) -> str:
        """The severity in words that cannot be taken for a status of the document beside which they stand."""
        return _OF_CITING.get(self.severity, "")

    @property
    def said(self) -> tuple[str, ...]:
        """Everything that is said of it, the gravest first."""
        return (*self.wrong, *self.notes)


@dataclass(frozen=True)
class SeverityCount:
    """How many citations of a plan have one severity."""

    severity: str
    label: str
    sign: str
    count: int


@dataclass(frozen=True)
class Severities:
    """The one count of each severity, and what it counts."""

    citations: int
    counts: tuple[SeverityCount, ...]
    day: str
    """The day of the verdicts, in words."""


def mark_of(snapshot: Snapshot, plan: Plan, mention: Mention) -> CitationMark | None:
    """The verdict on a mention; None where it is no citation."""
    found = snapshot.finding(plan, mention)
    return citation_mark(found) if found else None


def citation_mark(found: PlanFinding) -> CitationMark:
    """A finding on a plan as the pages mark it."""
    finding, severity = found.finding, found.finding.severity
    wrong = tuple(fault.message for fault in finding.errors)
    notes = tuple(_notes(finding))
    if severity is None:
        return CitationMark(found.id)
    return CitationMark(found.id, severity.value, severity.label, severity.sign, wrong, notes)


def _notes(finding: Finding) -> Iterator[str]:
    """What is said beside the errors and beside how to mend them."""
    left_out = {*(fault.message for fault in finding.errors), *finding.confirmed, *finding.mending()}
    return (said.removeprefix("lưu ý: ") for said in finding.sentences() if said not in left_out)


def gravest(marks: Iterable[CitationMark]) -> CitationMark | None:
    """The mark of the gravest severity; None where there is none."""
    return min(marks, key=gravity, default=None)


def gravity(mark: CitationMark | None) -> int:
    """The rank of its severity, the gravest 0; where nothing is said, or there is no mark, it is the last."""
    return [*(known.value for known in Severity), ""].index(mark.severity if mark else "")


def severities(snapshot: Snapshot, plan: Plan) -> Severities:
    """How many citations of the plan have each severity, on the earliest day that it can be of."""
    found: Counter[Severity] = snapshot.severities(plan)
    counts = tuple(SeverityCount(s.value, s.label, s.sign, found[s]) for s in Severity)
    return Severities(len(snapshot.findings(plan)), counts, plan.dated.earliest.shown)


def settled_severity(snapshot: Snapshot, plan: Plan, remark: Remark) -> str:
    """error or remark: what an editor calls an error of a citation is one where the verdict says so too."""
    if remark.kind not in CITATION_KINDS or remark.severity != "error":
        return remark.severity
    paragraph = next(p for section in plan.sections for p in section.paragraphs if p.id == remark.at)
    span = locate(paragraph, remark)
    around = [found.finding.severity for found in snapshot.findings(plan) if span and _holds(found, remark.at, span)]
    return "error" if not around or Severity.WRONG in around else "remark"


def _holds(found: PlanFinding, paragraph: str, words: TextSpan) -> bool:
    return found.paragraph == paragraph and found.start < words.end and words.start < found.end
