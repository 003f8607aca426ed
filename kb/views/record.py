"""The page of one record: facts with witnesses, status, relations both ways, where it is cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.law.cautions import dated_unchecked_ends
from kb.law.cite import Cited, cite
from kb.law.successors import instead
from kb.model import UNKNOWN, Record
from kb.plans.basis import weakness
from kb.views.codified import CodifiedView, codified_view
from kb.views.describe import CitedAt, cited_at, quote
from kb.views.facts import EventView, Fact, events_of, facts_of
from kb.views.ladder import LadderView, ladder_view
from kb.views.listing import ListingRow, list_of, row
from kb.views.neighbours import NeighboursView, neighbours_view
from kb.views.plan_text import paragraph_address
from kb.views.portals import texts
from kb.views.provisions import ProvisionView, provisions_of
from kb.views.record_parts import HEADINGS, is_known, order_of, unknown_of
from kb.views.relations import RelationGroup, relations_of
from kb.views.site_snapshot import Badge, Hyperlink, SiteSnapshot
from kb.views.timeline import TimelineView, timeline_view
from kb.views.usable import Usable, usable
from kb.views.witnesses import Sentence, SourceView, WitnessView, fact_witnesses, sources_of, witness_view
from kb.views.wording import UNKNOWN_SHOWN, known, section_name


@dataclass(frozen=True)
class Citing:
    """A place of a plan that cites the record: the words, what stands around them, what is wrong in them."""

    label: str
    href: str
    before: str
    words: str
    after: str
    faults: tuple[str, ...] = ()
    severity: str = ""
    finding: str = ""


@dataclass(frozen=True)
class RecordView:
    """Everything that the page of a record says, in the order of the page."""

    id: str
    kind: str
    crumbs: tuple[Hyperlink, ...]
    heading: str
    title: str
    href: str
    source: str
    badge: Badge | None
    usable: Usable | None
    """Whether a document can still be used, and what to use in its place."""
    warning: str
    """Why a document is no basis any more, and what took its place; empty where it may be one."""
    now_instead: str
    """What took its place, as the end of a sentence."""
    unchecked: tuple[tuple[str, str], ...]
    """The ends that nobody could check: from which ISO day each is told, and the sentence."""
    cited: Cited | None
    summary: str
    applies_to: str | None
    duties: tuple[str, ...] | None
    applies_to_witnesses: tuple[WitnessView, ...]
    duties_witnesses: tuple[WitnessView, ...]
    facts: tuple[Fact, ...]
    events: tuple[EventView, ...]
    issued: tuple[ListingRow, ...]
    relations: tuple[RelationGroup, ...]
    citing: tuple[Citing, ...]
    remarks: tuple[Sentence, ...]
    official: tuple[Hyperlink, ...]
    """Where the text stands on the portals of the State and the Party."""
    links: tuple[Hyperlink, ...]
    """Where else it stands."""
    sources: tuple[SourceView, ...]
    provisions: tuple[ProvisionView, ...]
    codified: CodifiedView | None
    """The articles that the library of the site has."""
    neighbours: NeighboursView | None
    ladder: LadderView | None
    timeline: TimelineView | None
    before: Hyperlink | None = None
    """The record before it in its list; `after` the one behind."""
    after: Hyperlink | None = None

    @property
    def known_facts(self) -> tuple[Fact, ...]:
        """The facts of which something is said."""
        return tuple(fact for fact in self.facts if is_known(fact))

    @property
    def unknown(self) -> tuple[str, ...]:
        """What is not known, in words."""
        return tuple(unknown_of(self.facts, self.summary, self.applies_to, self.duties))

    @property
    def figures(self) -> tuple[str, ...]:
        """Which figures there are."""
        named = (("dòng thời gian", self.timeline), ("thứ bậc căn cứ", self.ladder), ("sơ đồ quan hệ", self.neighbours))
        return tuple(name for name, figure in named if figure)

    @property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """Anchor and heading of the parts that the page has."""
        held = {
            "tom-tat": self.summary not in ("", UNKNOWN_SHOWN),
            "ap-dung": self.applies_to not in (None, UNKNOWN_SHOWN),
            "phai-lam": self.duties,
            "quan-he": self.relations,
            "da-ban-hanh": self.issued,
            "vien-dan-tai": self.citing,
            "noi-dung": self.provisions,
            "cac-dieu": self.codified,
            "luu-y": self.remarks,
            "hinh": self.figures,
            "du-kien": True,
        }
        return tuple((anchor, HEADINGS[anchor]) for anchor in order_of(self.kind) if held[anchor])


def record_view(snapshot: SiteSnapshot, record: Record) -> RecordView:
    """Everything a record's page says."""
    document = snapshot.corpus.documents.get(record.id)
    return RecordView(
        record.id,
        record.kind,
        list_of(record),
        record.short_name,
        "" if record.title_beside_name == UNKNOWN else record.title_beside_name,
        record.page_address,
        f"corpus/{record.folder}/{record.id}.yaml",
        snapshot.badge(record),
        usable(snapshot, document) if document else None,
        (weakness(snapshot, document) or "") if document else "",
        instead(snapshot.corpus, document, snapshot.day) if document else "",
        dated_unchecked_ends(snapshot.corpus, record),
        cite(snapshot.corpus, document, snapshot.day) if document else None,
        known(record.summary) if record.summary else "",
        *_demands(record),
        tuple(facts_of(snapshot, record)),
        tuple(events_of(snapshot, record)),
        tuple(_issued(snapshot, record)),
        tuple(relations_of(snapshot, record)),
        tuple(_citing(snapshot, record)),
        tuple(Sentence(said.text, witness_view(said), said.note or "") for said in record.statements),
        *texts(record),
        sources_of(snapshot, record),
        provisions_of(record),
        codified_view(snapshot, document) if document else None,
        neighbours_view(snapshot, record),
        ladder_view(snapshot, document) if document else None,
        timeline_view(snapshot, record),
    )


_Demands = tuple[str | None, tuple[str, ...] | None, tuple[WitnessView, ...], tuple[WitnessView, ...]]


def _demands(record: Record) -> _Demands:
    """Whom the record binds and what they must do, then the witnesses of both; None for kinds that bind nobody."""
    if record.applies_to is None:
        return None, None, (), ()
    witnesses = (fact_witnesses(record, "applies_to"), fact_witnesses(record, "duties"))
    return known(record.applies_to), record.duties, *witnesses


def _issued(snapshot: SiteSnapshot, record: Record) -> Iterator[ListingRow]:
    """The documents that a body issued, oldest first; nothing else issues any."""
    own = [d for d in snapshot.corpus.documents.values() if record.id in d.issuers]
    return (row(snapshot, document) for document in sorted(own, key=lambda d: (d.issued, d.id)))


def _citing(snapshot: SiteSnapshot, record: Record) -> Iterator[Citing]:
    for place in cited_at(snapshot, record.id):
        yield _cited(snapshot, place)
    for plan in snapshot.corpus.plans.values():
        for section in plan.sections:
            if record.id in section.implied:
                words = section.heading or section.label
                label, href = f"{section_name(section)} (không ghi số)", f"{plan.page_address}{section.id}/"
                yield Citing(label, href, quote(words, 0, len(words)), "", "")


def _cited(snapshot: SiteSnapshot, place: CitedAt) -> Citing:
    plan = snapshot.corpus.plans[place.plan]
    section = next(s for s in plan.sections if any(p.id == place.paragraph for p in s.paragraphs))
    words = " ".join(place.words.split())
    before, found, after = place.quote.partition(words)
    href = paragraph_address(plan, place.paragraph)
    return Citing(section_name(section), href, before, found, after, place.faults, place.severity, place.finding)
