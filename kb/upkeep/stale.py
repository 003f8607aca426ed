"""Finds records to look at again; those on which most plan paragraphs rest come first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kb.corpus.corpus import Corpus
from kb.corpus.graph import reachable
from kb.corpus.link_status import read_link_status
from kb.language.dates import PartialDate, show_iso
from kb.model import Record, is_unknown
from kb.model.vocabulary import Status, Sureness
from kb.plans.impact import RESTING
from kb.snapshot import Snapshot
from kb.upkeep.addresses import addresses
from kb.upkeep.places_to_look import PortalsRead
from kb.upkeep.weak_facts import FIELD_WORDS, WEAK, weak_facts


@dataclass(frozen=True)
class Reason:
    """Why to look again: `kind` is outdated, unknown, end-sought, single-source, dead-link or reorganised."""

    kind: str
    text: str


@dataclass(frozen=True)
class StaleRecord:
    """A record to look at again; `paragraphs` of the plans rest on it, directly or through others."""

    id: str
    name: str
    path: str
    paragraphs: int
    reasons: tuple[Reason, ...]
    look: str = ""
    """Where a second source may be found, in words; empty where nothing rests on one source."""

    def as_json(self) -> dict[str, Any]:
        """{"id", "name", "path", "paragraphs", "reasons": [{"kind", "text"}], "look"}."""
        return asdict(self)


def stale_records(snapshot: Snapshot, months: int = 12) -> list[StaleRecord]:
    """Records with something to look at again on the day; a source is outdated `months` after it was last checked."""
    corpus, day = snapshot.corpus, snapshot.day
    weights, portals = paragraphs_resting(snapshot), PortalsRead(corpus)
    found = []
    for record in corpus.records.values():
        reasons = (
            *_outdated(record, day, months),
            *_unknown(record),
            *_end_sought(snapshot, record, months),
            *_single(record),
            *_dead(corpus, record),
            *_reorganised(corpus, record),
        )
        if reasons:
            path, resting = corpus.sourced[record.id].shown, weights.get(record.id, 0)
            look = portals.places(record).said if any(reason.kind == "single-source" for reason in reasons) else ""
            found.append(StaleRecord(record.id, _name(record), path, resting, reasons, look))
    return sorted(found, key=lambda stale: (-stale.paragraphs, -len(stale.reasons), stale.id))


def _name(record: Record) -> str:
    return record.short_name if is_unknown(record.name_text) else record.name_text


def paragraphs_resting(snapshot: Snapshot) -> Mapping[str, int]:
    """Record -> how many plan paragraphs cite it, or cite something that rests on it."""
    corpus = snapshot.corpus
    citing: dict[str, set[tuple[str, str]]] = {}
    for plan in corpus.plans.values():
        for mention in snapshot.mentions(plan):
            for target in mention.candidates:
                citing.setdefault(target, set()).add((plan.id, mention.paragraph))
    resting: dict[str, set[tuple[str, str]]] = {}
    for target, paragraphs in citing.items():
        for below in _foundations(corpus, target):
            resting.setdefault(below, set()).update(paragraphs)
    return {record: len(paragraphs) for record, paragraphs in resting.items()}


def _foundations(corpus: Corpus, record_id: str) -> Iterable[str]:
    """The ids of the record and of all that it rests on, directly or through others."""

    def resting_on(above: str) -> Iterator[tuple[str, None]]:
        return ((edge.object, None) for edge in corpus.graph.out(above) if edge.kind in RESTING)

    return reachable(record_id, resting_on)


def _outdated(record: Record, day: date, months: int) -> Iterator[Reason]:
    old = [s for s in record.sources if _is_older(s.checked, day, months)]
    if old:
        oldest = min(old, key=lambda source: source.checked)
        said = f"{len(old)} nguồn quá {months} tháng chưa kiểm tra lại"
        yield Reason("outdated", f"{said}, cũ nhất {oldest.id} ngày {oldest.checked.shown}")


def _is_older(checked: PartialDate, day: date, months: int) -> bool:
    return (day - checked.first_day).days > months * 30.44


def _unknown(record: Record) -> Iterator[Reason]:
    fields = [FIELD_WORDS.get(name, name) for name in record.__struct_fields__ if is_unknown(getattr(record, name))]
    events = [e.kind.label.lower() for e in record.events if not e.date.is_known]
    if fields:
        yield Reason("unknown", f"chưa biết: {'; '.join(fields)}")
    if events:
        yield Reason("unknown", f"chưa biết ngày: {', '.join(dict.fromkeys(events))}")


def _end_sought(snapshot: Snapshot, record: Record, months: int) -> Iterator[Reason]:
    """Documents of which no end is recorded, where none was looked for, or not since so many months."""
    document = snapshot.corpus.documents.get(record.id)
    if document is None or snapshot.effect(document).status is not Status.PRESUMED:
        return
    sought = document.end_sought
    if sought is None:
        yield Reason("end-sought", "chưa ghi đã tra cứu văn bản chấm dứt hiệu lực đến ngày nào (end_sought)")
    elif _is_older(sought.day, snapshot.day, months):
        said = f"quá {months} tháng chưa tra cứu lại văn bản chấm dứt hiệu lực, lần cuối đến ngày {sought.day.shown}"
        yield Reason("end-sought", said)


def _single(record: Record) -> Iterator[Reason]:
    for sure in (Sureness.READ, Sureness.PLAN):
        facts = list(weak_facts(record, sure))
        if facts:
            yield Reason("single-source", f"{WEAK[sure]}: {'; '.join(facts)}")


def _dead(corpus: Corpus, record: Record) -> Iterator[Reason]:
    link_status = read_link_status(corpus.root)
    for url in addresses(record):
        seen = link_status.dead(url)
        if seen:
            yield Reason("dead-link", f"liên kết hỏng ngày {show_iso(seen.day)} ({seen.why}): {url}")


def _reorganised(corpus: Corpus, record: Record) -> Iterator[Reason]:
    """Bodies responsible for the record that ended after it was begun, or on an unknown date."""
    for body in (corpus.bodies[name] for name in record.responsible_bodies if name in corpus.bodies):
        if body.valid_to and _may_precede(record.begun, body.valid_to):
            heirs = ", ".join(corpus.bodies[i].name for i in body.successors if i in corpus.bodies)
            when = f" từ {body.valid_to.shown}" if body.valid_to.is_known else ""
            yield Reason("reorganised", f"{body.name} đã sắp xếp lại{when}" + (f", nay là {heirs}" if heirs else ""))


def _may_precede(begun: PartialDate, end: PartialDate) -> bool:
    """Whether something begun on one date was begun before the other, or may have been."""
    return not (begun.is_known and end.is_known) or begun <= end
