"""The review of a plan's citations as a page: the same verdicts and words as `kb review`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kb.drafts import Draft
from kb.model import Plan
from kb.review.judge import review
from kb.review.model import Finding
from kb.views.as_of import AsOf, as_of
from kb.views.plan_text import paragraph_address
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.wording import section_name


@dataclass(frozen=True)
class FindingView:
    """One citation: its verdict, where it stands, its words, and what is said of it."""

    verdict: str
    label: str
    place: Hyperlink
    excerpt: tuple[str, str, str]
    target: Hyperlink | None
    said: tuple[str, ...]


@dataclass(frozen=True)
class ReviewView:
    """The findings in a plan; `day` is the day of the verdicts, in words."""

    plan: Hyperlink
    summary: str
    day: str
    findings: tuple[FindingView, ...]
    as_of: AsOf


def review_view(snapshot: SiteSnapshot, plan: Plan) -> ReviewView:
    """The review of a plan for the earliest day it can be of."""
    paragraphs = [(section, paragraph) for section in plan.sections for paragraph in section.paragraphs]
    starts, length = [], 0
    for _, paragraph in paragraphs:
        starts.append(length)
        length += len(paragraph.text) + 1
    draft = Draft(plan.title, "\n".join(paragraph.text for _, paragraph in paragraphs))
    day = plan.dated.earliest.first_day
    judged = review(snapshot.corpus, draft, day)

    def view(finding: Finding) -> FindingView:
        section, paragraph = paragraphs[bisect_right(starts, finding.citation.span.start) - 1]
        return FindingView(
            finding.verdict.value,
            finding.verdict.label,
            Hyperlink(section_name(section), paragraph_address(plan, paragraph.id)),
            finding.excerpt,
            snapshot.link(finding.target) if finding.target else None,
            tuple(finding.sentences()),
        )

    findings = tuple(map(view, judged.findings))
    shown = as_of(snapshot, plan, (f.target.badge for f in findings if f.target))
    name = Hyperlink(f"Kế hoạch năm {plan.year}", plan.page_address)
    return ReviewView(name, judged.summary(), day.strftime("%d/%m/%Y"), findings, shown)
