"""Where pages name what the register alone holds: the document that is meant, and the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.register.entry import RegisterEntry
from kb.views.plan_text import paragraph_address
from kb.views.register_acts import acts_on
from kb.views.registered_citations import cited, related
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.wording import plan_name, section_name


@dataclass(frozen=True)
class NamedAt:
    """A page that names the document, and how the document is related to what the page is of."""

    how: str
    link: Hyperlink


def of_records(snapshot: SiteSnapshot) -> Iterator[tuple[RegisterEntry, NamedAt]]:
    """What records name by a number, and what changed their documents as the register tells it."""
    for document in snapshot.corpus.documents.values():
        link = snapshot.link(document.id)
        for relation in document.numbered_relations:
            entry = related(snapshot, document, relation)
            if entry:
                yield entry, NamedAt(relation.kind.inverse_label, link)
        for act in acts_on(snapshot, document):
            yield act.entry, NamedAt(f"Theo sổ đăng ký: {act.how}", link)


def of_plans(snapshot: SiteSnapshot) -> Iterator[tuple[RegisterEntry, NamedAt]]:
    """What plans cite."""
    for plan in snapshot.corpus.plans.values():
        sections = {p.id: section_name(section) for section in plan.sections for p in section.paragraphs}
        for found in snapshot.findings(plan):
            entry = cited(snapshot, found.finding)
            if entry:
                words = f"{plan_name(plan)}, {sections[found.paragraph]}"
                yield entry, NamedAt("Được viện dẫn tại", Hyperlink(words, paragraph_address(plan, found.paragraph)))
