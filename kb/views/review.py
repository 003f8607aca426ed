"""The review of a plan's citations as a page: the same verdicts and words as `kb review`."""

from __future__ import annotations

from dataclasses import dataclass

from kb.drafts import Draft
from kb.language.dates import show_day
from kb.model import Plan
from kb.review.model import Review
from kb.review.plan_findings import PlanFinding
from kb.views.as_of import AsOf, as_of
from kb.views.citation_marks import CitationMark, Severities, citation_mark, severities
from kb.views.plan_text import paragraph_address
from kb.views.registered_citations import cited_link
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
    """The record that is meant, else the light page of what the register alone holds."""
    said: tuple[str, ...]
    mark: CitationMark


@dataclass(frozen=True)
class ReviewView:
    """The findings in a plan; `day` is the day of the verdicts, in words."""

    plan: Hyperlink
    summary: str
    day: str
    findings: tuple[FindingView, ...]
    as_of: AsOf
    severities: Severities


def review_view(snapshot: SiteSnapshot, plan: Plan) -> ReviewView:
    """The review of a plan for the earliest day it can be of."""
    found = snapshot.findings(plan)
    day = plan.dated.earliest.first_day
    sections = {p.id: section_name(section) for section in plan.sections for p in section.paragraphs}

    def view(one: PlanFinding) -> FindingView:
        finding = one.finding
        return FindingView(
            finding.verdict.value,
            finding.verdict.label,
            Hyperlink(sections[one.paragraph], paragraph_address(plan, one.paragraph)),
            finding.excerpt,
            snapshot.link(finding.target) if finding.target else cited_link(snapshot, finding),
            tuple(finding.sentences()),
            citation_mark(one),
        )

    findings = tuple(map(view, found))
    shown = as_of(snapshot, plan, (f.target.badge for f in findings if f.target))
    name = Hyperlink(f"Kế hoạch năm {plan.year}", plan.page_address)
    judged = Review(Draft(plan.title, ""), day, tuple(one.finding for one in found))
    return ReviewView(name, judged.summary(), show_day(day), findings, shown, severities(snapshot, plan))
