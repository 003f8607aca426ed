"""The review of a plan of the corpus: every finding with the paragraph in which it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.citation.annotate import Mention
from kb.drafts import Draft
from kb.model import Plan
from kb.review.judge import Reviewer
from kb.review.model import Finding


@dataclass(frozen=True)
class PlanFinding:
    """A finding and where it stands: offsets of its citation in code points of the paragraph, ends excluded."""

    paragraph: str
    start: int
    core_end: int
    """The end of number and date: of what is a link in the text."""
    end: int
    finding: Finding

    @property
    def id(self) -> str:
        """Its place in the plan, by which every page names it: ``ii-1.p1@120``."""
        return f"{self.paragraph}@{self.start}"

    def is_of(self, mention: Mention) -> bool:
        """Whether the mention is the citation itself, and not a body that it names as its issuer."""
        return self.paragraph == mention.paragraph and self.start < mention.end and mention.start < self.core_end


def plan_findings(reviewer: Reviewer, plan: Plan, day: date) -> list[PlanFinding]:
    """The findings on the text of the plan, judged for `day`, in the order of the text."""
    ids, starts, texts, length = [], [], [], 0
    for section in plan.sections:
        for paragraph in section.paragraphs:
            ids.append(paragraph.id)
            starts.append(length)
            texts.append(paragraph.text)
            length += len(paragraph.text) + 1
    judged = reviewer.review(Draft(plan.title, "\n".join(texts)), day)
    return [_placed(ids, starts, finding) for finding in judged.findings]


def as_judged(plan: Plan, mentions: Sequence[Mention], findings: Sequence[PlanFinding]) -> list[Mention]:
    """The mentions, each meaning what its finding says; what only the review of the whole text found is one too.

    What an editor pinned stays as pinned.
    """
    judged = [_judged(mention, findings) for mention in mentions]
    missed = [f for f in findings if f.finding.target and not any(f.is_of(mention) for mention in mentions)]
    order = {p.id: index for index, p in enumerate(p for section in plan.sections for p in section.paragraphs)}
    return sorted([*judged, *map(_mention, missed)], key=lambda mention: (order[mention.paragraph], mention.start))


def _judged(mention: Mention, findings: Sequence[PlanFinding]) -> Mention:
    own = next((f for f in findings if f.is_of(mention)), None)
    return mention if own is None or mention.how == "pinned" else replace(mention, candidates=_meant(own))


def _meant(found: PlanFinding) -> tuple[str, ...]:
    return (found.finding.target,) if found.finding.target else found.finding.candidates


def _mention(found: PlanFinding) -> Mention:
    words, citation = found.finding.citation.core.surface, found.finding.citation
    how = "number" if citation.number else "name"
    return Mention(found.paragraph, found.start, found.core_end, words, _meant(found), how, citation)


def _placed(ids: list[str], starts: list[int], finding: Finding) -> PlanFinding:
    span = finding.citation.span
    index = bisect_right(starts, span.start) - 1
    core = finding.citation.core
    begin = starts[index]
    return PlanFinding(ids[index], span.start - begin, core.end - begin, span.end - begin, finding)
