"""What should be looked at again, the records first on which most plan paragraphs rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kb.citation.annotate import annotate_plan
from kb.corpus.corpus import Corpus
from kb.corpus.link_status import read_link_status
from kb.corpus.witnessed_items import witnessed_items
from kb.language.dates import PartialDate, show_iso
from kb.model import Body, Document, Model, Programme, Record, Sourced, is_unknown
from kb.model.vocabulary import Sureness
from kb.plans.impact import RESTING


@dataclass(frozen=True)
class Reason:
    """Why to look again: `kind` is outdated, unknown, single-source, dead-link or reorganised."""

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

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def stale_records(corpus: Corpus, day: date, months: int = 12) -> list[StaleRecord]:
    """Records with something to look at again on `day`; sources are outdated after so many months."""
    weights = paragraphs_resting(corpus)
    found = []
    for record in corpus.records.values():
        if not isinstance(record, Sourced):
            continue
        reasons = (
            *_outdated(record, day, months),
            *_unknown(record),
            *_single(record),
            *_dead(corpus, record),
            *_reorganised(corpus, record),
        )
        if reasons:
            path = corpus.sourced[record.id].shown
            found.append(StaleRecord(record.id, record.name_text, path, weights.get(record.id, 0), reasons))
    return sorted(found, key=lambda stale: (-stale.paragraphs, -len(stale.reasons), stale.id))


def paragraphs_resting(corpus: Corpus) -> Mapping[str, int]:
    """Record -> how many plan paragraphs cite it, or cite something that rests on it."""
    citing: dict[str, set[tuple[str, str]]] = {}
    for plan in corpus.plans.values():
        for mention in annotate_plan(corpus, plan):
            for target in mention.candidates:
                citing.setdefault(target, set()).add((plan.id, mention.paragraph))
    resting: dict[str, set[tuple[str, str]]] = {}
    for target, paragraphs in citing.items():
        for below in _foundations(corpus, target):
            resting.setdefault(below, set()).update(paragraphs)
    return {record: len(paragraphs) for record, paragraphs in resting.items()}


def _foundations(corpus: Corpus, record_id: str) -> set[str]:
    """The record and all that it rests on, down to the last."""
    seen, waiting = {record_id}, [record_id]
    while waiting:
        for edge in corpus.graph.out(waiting.pop()):
            if edge.kind in RESTING and edge.object not in seen:
                seen.add(edge.object)
                waiting.append(edge.object)
    return seen


def _outdated(record: Sourced, day: date, months: int) -> Iterator[Reason]:
    old = [s for s in record.sources if (day - s.checked.first_day).days > months * 30.44]
    if old:
        oldest = min(old, key=lambda source: source.checked)
        said = f"{len(old)} nguồn quá {months} tháng chưa kiểm tra lại"
        yield Reason("outdated", f"{said}, cũ nhất {oldest.id} ngày {oldest.checked.shown}")


def _unknown(record: Sourced) -> Iterator[Reason]:
    fields = [name for name in record.__struct_fields__ if is_unknown(getattr(record, name))]
    events = [e.kind.label.lower() for e in getattr(record, "events", ()) if not e.date.is_known]
    if fields:
        yield Reason("unknown", f"chưa biết: {', '.join(fields)}")
    if events:
        yield Reason("unknown", f"chưa biết ngày: {', '.join(dict.fromkeys(events))}")


def _single(record: Sourced) -> Iterator[Reason]:
    facts = {fact for w in record.witnesses if w.sure in (Sureness.READ, Sureness.PLAN) for fact in w.facts}
    facts -= {fact for w in record.witnesses if w.sure is Sureness.CONFIRMED for fact in w.facts}
    others = sum(
        w.sure in (Sureness.READ, Sureness.PLAN) for path, w in witnessed_items(record) if path[0] != "witnesses"
    )
    if facts or others:
        also = f"{others} sự kiện, quan hệ, nhận xét" if others else ""
        yield Reason("single-source", f"chỉ một nguồn: {', '.join(filter(None, [*sorted(facts), also]))}")


def _dead(corpus: Corpus, record: Sourced) -> Iterator[Reason]:
    rot = read_link_status(corpus.root)
    for url in addresses(record):
        seen = rot.dead(url)
        if seen:
            yield Reason("dead-link", f"liên kết hỏng ngày {show_iso(seen.day)} ({seen.why}): {url}")


def _reorganised(corpus: Corpus, record: Record) -> Iterator[Reason]:
    """Bodies behind the record that ended after it was made, or at an unknown day."""
    names: tuple[str, ...] = ()
    made = PartialDate.UNKNOWN
    if isinstance(record, Document):
        names, made = record.issuers, record.issued
    elif isinstance(record, Programme):
        names, made = record.led_by, record.launched
    elif isinstance(record, Model):
        names = record.run_by
    for body in (corpus.bodies.get(name) for name in names):
        if not isinstance(body, Body) or body.valid_to is None:
            continue
        if not (made.is_known and body.valid_to.is_known) or made <= body.valid_to:
            heirs = ", ".join(corpus.bodies[i].name for i in body.successors if i in corpus.bodies)
            when = f" từ {body.valid_to.shown}" if body.valid_to.is_known else ""
            yield Reason("reorganised", f"{body.name} đã sắp xếp lại{when}" + (f", nay là {heirs}" if heirs else ""))


def addresses(record: Sourced) -> Iterator[str]:
    """The web addresses of a record: its links, and the sources that are pages."""
    yield from (link.url for link in getattr(record, "links", ()) if hasattr(link, "url"))
    yield from (s.where for s in record.sources if s.where.startswith(("http://", "https://")))
