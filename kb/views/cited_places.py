"""Where a plan names what it rests on: each citation with its verdict, and each section that names it otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.citation.annotate import Mention
from kb.model import Plan, Section
from kb.review.plan_findings import PlanFinding
from kb.views.citation_marks import CitationMark, citation_mark
from kb.views.plan_text import paragraph_address
from kb.views.registered_citations import cited_link
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.wording import section_name


@dataclass(frozen=True)
class CitedPlace:
    """A citation, or a section that names the record without one: then it has no verdict and no words."""

    link: Hyperlink
    section: str
    """The id of the section."""
    paragraph: str = ""
    """The id of the paragraph; empty where a section rests on the record without naming it."""
    typed: str = ""
    verdict: str = ""
    said: tuple[str, ...] = ()
    mark: CitationMark | None = None
    registered: Hyperlink | None = None
    """The light page of what is cited, where the register alone holds it."""


@dataclass(frozen=True)
class CitedPlaces:
    """`of` a record by its id, in the order of the text; `unmatched` by the words of what means no one record."""

    of: dict[str, tuple[CitedPlace, ...]]
    unmatched: dict[str, tuple[CitedPlace, ...]]


def cited_places(snapshot: SiteSnapshot, plan: Plan) -> CitedPlaces:
    """Every finding on the plan once, and the sections that name a record beside them once each."""
    found: dict[str, list[CitedPlace]] = {}
    unmatched: dict[str, list[CitedPlace]] = {}
    mentions = snapshot.mentions(plan)
    names = {paragraph.id: section for section in plan.sections for paragraph in section.paragraphs}
    for finding in snapshot.findings(plan):
        place = _citation(snapshot, plan, names[finding.paragraph], finding)
        target = _meant(finding, mentions)
        own = found.setdefault(target, []) if target else unmatched.setdefault(place.typed, [])
        own.append(place)
    for target, place in _otherwise(plan, mentions, names):
        own = found.setdefault(target, [])
        if all(place.section != known.section for known in own):
            own.append(place)
    return CitedPlaces(_settled(found), _settled(unmatched))


def _settled(found: dict[str, list[CitedPlace]]) -> dict[str, tuple[CitedPlace, ...]]:
    return {key: tuple(places) for key, places in found.items()}


def _meant(found: PlanFinding, mentions: Sequence[Mention]) -> str | None:
    """What an editor pinned it to, else what the finding says."""
    pinned = (mention.target for mention in mentions if found.is_of(mention) and mention.target)
    return next(pinned, found.finding.target)


def _citation(snapshot: SiteSnapshot, plan: Plan, section: Section, found: PlanFinding) -> CitedPlace:
    finding, number = found.finding, found.paragraph.partition(".p")[2]
    place = f"{section_name(section)}, {f'đoạn {number}' if number else 'tiêu đề'}"
    return CitedPlace(
        Hyperlink(place, paragraph_address(plan, found.paragraph)),
        section.id,
        found.paragraph,
        finding.excerpt[1],
        finding.verdict.label,
        tuple(finding.sentences()),
        citation_mark(found),
        cited_link(snapshot, finding),
    )


def _otherwise(plan: Plan, mentions: Sequence[Mention], names: dict[str, Section]) -> Iterator[tuple[str, CitedPlace]]:
    """(record, section) of each mention, and of what a section rests on without a number."""
    for mention in mentions:
        section = names[mention.paragraph]
        if mention.target:
            link = Hyperlink(section_name(section), paragraph_address(plan, mention.paragraph))
            yield mention.target, CitedPlace(link, section.id, mention.paragraph)
    for section in plan.sections:
        words = f"{section_name(section)}, không ghi số"
        link = Hyperlink(words, f"{plan.page_address}{section.id}/#khong-ghi-so")
        for target in section.implied:
            yield target, CitedPlace(link, section.id)
