"""One record in words, for the terminal: what `kb show` prints, each fact with the mark of how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.corpus.corpus import Corpus
from kb.language.dates import show_day
from kb.law.cite import name_of
from kb.model import UNKNOWN, NumberedRelation, Record
from kb.model.vocabulary import EventKind, Sureness
from kb.snapshot import Snapshot
from kb.upkeep.weak_facts import best_witnesses
from kb.views.describe import cited_at, relation_ends
from kb.views.sureness import legend_line, sure_mark
from kb.views.wording import UNKNOWN_SHOWN


@dataclass(frozen=True)
class ShownLine:
    """A line of a terminal; `sure` is how sure the fact is that it says, None where it says none."""

    text: str
    sure: Sureness | None = None

    @property
    def marked(self) -> str:
        """The line with its mark behind it."""
        return f"{self.text} {sure_mark(self.sure).sign}" if self.sure else self.text


def shown_record(snapshot: Snapshot, record: Record) -> Iterator[str]:
    """The lines of a record; the last says what the marks mean, where there are any."""
    lines = list(_lines(snapshot, record))
    yield from (line.marked for line in lines)
    sures = {line.sure for line in lines if line.sure}
    if sures:
        yield legend_line(sures)


def _lines(snapshot: Snapshot, record: Record) -> Iterator[ShownLine]:
    yield ShownLine(record.short_name)
    yield ShownLine(f"  {record.kind_label} · {record.id}")
    yield from _fields(snapshot, record)
    if record.statements:
        yield ShownLine("Lưu ý")
        yield from (ShownLine(f"  - {said.text}", said.sure) for said in record.statements)
    relations = list(_relations(snapshot.corpus, record))
    if relations:
        yield ShownLine("Quan hệ")
        yield from relations
    places = cited_at(snapshot, record.id)
    if places:
        yield ShownLine("Được viện dẫn tại")
        for place in places:
            yield ShownLine(f"  {place.paragraph}: {place.quote}")
            yield from (ShownLine(f"    ! {fault}") for fault in place.faults)


def _fields(snapshot: Snapshot, record: Record) -> Iterator[ShownLine]:
    sure = best_witnesses(record)
    document = snapshot.corpus.documents.get(record.id)
    if document:
        issuers = ", ".join(name_of(snapshot.corpus, i) for i in document.issuers)
        issued = next((event.sure for event in record.events if event.kind is EventKind.ISSUED), None)
        yield ShownLine(f"  Trích yếu: {_shown(document.title)}", sure.get("title"))
        yield ShownLine(f"  Cơ quan ban hành: {issuers}", sure.get("issuers"))
        yield ShownLine(f"  Người ký: {_shown(document.signer)}", sure.get("signer"))
        yield ShownLine(f"  Ngày ban hành: {document.issued.shown}", issued if document.issued.is_known else None)
    if record.has_effect:
        effect = snapshot.effect(record)
        said = f"  Tình trạng ngày {show_day(snapshot.day)}: {effect.status.label} – {effect.reason}"
        yield ShownLine(said, effect.event.sure if effect.event else None)
    if record.summary:
        yield ShownLine(f"  Tóm tắt: {_shown(record.summary)}", sure.get("summary"))
    if record.applies_to:
        yield ShownLine(f"  Đối tượng áp dụng: {_shown(record.applies_to)}", sure.get("applies_to"))
    if record.duties:
        yield ShownLine("  Trách nhiệm, nhiệm vụ:", sure.get("duties"))
        yield from (ShownLine(f"    - {duty}") for duty in record.duties)


def _relations(corpus: Corpus, record: Record) -> Iterator[ShownLine]:
    """Relations out of the record, then into it, then those to documents that have no record."""
    for end in relation_ends(corpus, record.id):
        yield ShownLine(f"  {end.label}: {end.name} ({end.id})", end.sure)
    yield from (_numbered(relation) for relation in record.numbered_relations)


def _numbered(relation: NumberedRelation) -> ShownLine:
    """Label and number, with what is known of the day and the provision, of a document that has no record."""
    issued = f" {relation.to_issued.in_words}" if relation.to_issued.is_known else ""
    provision = f" ({relation.provision})" if relation.provision else ""
    note = f": {relation.note}" if relation.note else ""
    said = f"  {relation.kind.label}: {relation.to_number}{issued}{provision}{note} (chưa có bản ghi)"
    return ShownLine(said, relation.sure)


def _shown(text: str) -> str:
    return UNKNOWN_SHOWN if text == UNKNOWN else " ".join(text.split())
