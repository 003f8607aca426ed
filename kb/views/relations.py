"""The relations of a record in both directions: to other records, and to what the register alone holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.corpus.graph import Edge
from kb.model import NumberedRelation, Record, Relation
from kb.model.vocabulary import RelationKind
from kb.views.record_parts import relation_order
from kb.views.register_acts import acts_on
from kb.views.registered import address
from kb.views.registered_citations import related
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.sureness import sure_mark
from kb.views.witnesses import WitnessView, witness_view
from kb.views.wording import title_beside_name


@dataclass(frozen=True)
class RelationView:
    """One end of a relation: the other record, its title, its status today, the provision and the witness."""

    link: Hyperlink
    title: str
    provision: str
    note: str
    witness: WitnessView


@dataclass(frozen=True)
class RelationGroup:
    """The relations of one kind and direction, under the words that a reader sees."""

    label: str
    items: tuple[RelationView, ...]


def relations_of(snapshot: SiteSnapshot, record: Record) -> Iterator[RelationGroup]:
    """What changes the worth of the record first, replacement before all; what the register alone knows last."""
    ends = sorted(_ends(snapshot, record), key=lambda end: relation_order(end[0]))
    groups: dict[str, list[RelationView]] = {}
    for _, label, view in ends:
        groups.setdefault(label, []).append(view)
    yield from (RelationGroup(label, tuple(items)) for label, items in groups.items())
    acts = tuple(_acts(snapshot, record))
    if acts:
        yield RelationGroup("Theo sổ đăng ký, chưa biên tập", acts)


def _ends(snapshot: SiteSnapshot, record: Record) -> Iterator[tuple[RelationKind, str, RelationView]]:
    """The other ends of all relations, with the kind and the words of it; what points here first, since it is newer."""
    for edge in snapshot.corpus.graph.into(record.id):
        yield edge.kind, edge.kind.inverse_label, _back(snapshot, edge)
    for edge in snapshot.corpus.graph.out(record.id):
        # The sources of this end stand on this page, so they can be pointed at.
        yield edge.kind, edge.kind.label, _end(snapshot, edge.object, edge.relation, witness_view(edge.relation))
    for numbered in record.numbered_relations:
        yield numbered.kind, numbered.kind.label, _unheld(snapshot, record, numbered)


def _back(snapshot: SiteSnapshot, edge: Edge) -> RelationView:
    return _end(snapshot, edge.subject, edge.relation, WitnessView(sure_mark(edge.relation.sure)))


def _end(snapshot: SiteSnapshot, other: str, relation: Relation, witness: WitnessView) -> RelationView:
    record = snapshot.corpus.records.get(other)
    title = title_beside_name(record) if record else ""
    return RelationView(snapshot.link(other), title, relation.provision or "", relation.note or "", witness)


def _unheld(snapshot: SiteSnapshot, record: Record, numbered: NumberedRelation) -> RelationView:
    """The end that has no record: its number, which leads to what the register holds of it."""
    issued = f" {numbered.to_issued.in_words}" if numbered.to_issued.is_known else ""
    document = snapshot.corpus.documents.get(record.id)
    entry = related(snapshot, document, numbered) if document else None
    said = Hyperlink(f"{numbered.to_number}{issued}", address(entry) if entry else None)
    return RelationView(said, "", numbered.provision or "", numbered.note or "", witness_view(numbered))


def _acts(snapshot: SiteSnapshot, record: Record) -> Iterator[RelationView]:
    """What ended or changed a document by acts that the corpus does not hold."""
    document = snapshot.corpus.documents.get(record.id)
    for act in acts_on(snapshot, document) if document else ():
        yield RelationView(act.link, "", "", act.said, WitnessView(None))
