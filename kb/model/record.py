"""What every record has, and what every record answers.

A question about a record is asked of the record, never of its class: each kind answers in its own module, and the
answers here are those of a kind without such a fact.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, NamedTuple

from msgspec import Meta

from kb.language.dates import PartialDate
from kb.model.kinds import DOCUMENT, OBSERVANCE, PROGRAMME, RecordKind
from kb.model.parts import (
    Event,
    Link,
    NumberedRelation,
    Part,
    Provision,
    Relation,
    Source,
    Statement,
    Witness,
    Witnessed,
)
from kb.model.values import Slug

RELATED = (DOCUMENT, PROGRAMME, OBSERVANCE)
"""The kinds between which relations hold, and which a section of a plan may rest on."""


class Reference(NamedTuple):
    """An id that a record names: the place of the id in the file, the id, and the kinds that it may be of."""

    path: tuple[str | int, ...]
    id: str
    kinds: tuple[RecordKind, ...]


def references_in(field: str, ids: tuple[str, ...], *kinds: RecordKind) -> Iterator[Reference]:
    """The references of a field that lists ids."""
    return (Reference((field, index), target, kinds) for index, target in enumerate(ids))


def relation_ends(field: str, relations: tuple[Relation, ...]) -> Iterator[Reference]:
    """The references of a field of relations: the record at the other end of each."""
    return (Reference((field, index, "to"), relation.to, RELATED) for index, relation in enumerate(relations))


def event_causes(events: tuple[Event, ...]) -> Iterator[Reference]:
    """The documents named as causes of events."""
    return (Reference(("events", index, "by"), event.by, (DOCUMENT,)) for index, event in enumerate(events) if event.by)


class Record(Part, frozen=True, kw_only=True):
    """What every record has: an id that equals its file name and never changes."""

    record_kind: ClassVar[RecordKind]
    witnessed: ClassVar[frozenset[str]] = frozenset()
    """Fields that are facts: when known, some witness must name them."""
    relations_field: ClassVar[str] = "relations"
    """The field in which the file states relations to other records, where the kind has one."""

    id: Annotated[Slug, Meta(description="Mã của bản ghi: trùng tên tệp, là địa chỉ trang, không bao giờ đổi.")]
    former_ids: Annotated[tuple[Slug, ...], Meta(description="Mã cũ, nếu từng đổi.")] = ()

    @property
    def kind(self) -> str:
        """The word for the record's kind in data: ``document``."""
        return self.record_kind.name

    @property
    def kind_label(self) -> str:
        """The record's kind as a reader calls it: ``Văn bản``."""
        return self.record_kind.label

    @property
    def folder(self) -> str:
        """The folder of the record's file inside the corpus."""
        return self.record_kind.folder

    @property
    def has_effect(self) -> bool:
        """Whether the record has a status on a day."""
        return self.record_kind.has_effect

    @property
    def page_address(self) -> str:
        """Where the record is shown, from the site's root, without a slash in front."""
        return self.record_kind.address(self.id)

    @property
    def name_text(self) -> str:
        """The words a reader knows the record by: title, name, label, abbreviation with its expansion."""
        raise NotImplementedError

    @property
    def short_name(self) -> str:
        """The name in a sentence: type and number of a document, the name of any other record."""
        return self.name_text

    @property
    def title_beside_name(self) -> str:
        """The title that stands beside `short_name`, ``unknown`` where not known; empty where the name says it all."""
        return ""

    @property
    def full_name(self) -> str:
        """The name with all that identifies it: number and title of a document, the name of any other record."""
        return self.name_text

    @property
    def type_label(self) -> str:
        """The narrowest word for what the record is: ``Thông tư``, ``Phong trào``, else the label of its kind."""
        return self.kind_label

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names."""
        return ()

    @property
    def abbreviations(self) -> tuple[str, ...]:
        """Abbreviations of the name, as they stand in symbols of numbers."""
        return ()

    @property
    def misspelt_names(self) -> tuple[str, ...]:
        """Wrong names that were met: they mean the record, and are faults."""
        return ()

    @property
    def names_in_texts(self) -> tuple[str, ...]:
        """The names by which a text mentions the record without a number; none where names are not searched for."""
        return ()

    @property
    def is_cited_by_name(self) -> bool:
        """Whether naming the record is a citation: true of documents and of what a document approved."""
        return False

    @property
    def summary(self) -> str | None:
        """The project's own words about the record; None for kinds without, and where nothing was written."""
        return None

    @property
    def applies_to(self) -> str | None:
        """Whom the record binds, or ``unknown``; None for kinds without addressees."""
        return None

    @property
    def duties(self) -> tuple[str, ...]:
        """What the addressees must do, a duty an item."""
        return ()

    @property
    def responsible_bodies(self) -> tuple[str, ...]:
        """Ids of the bodies that issued, lead or run what the record describes."""
        return ()

    @property
    def begun(self) -> PartialDate:
        """When what the record describes was issued or launched; unknown for kinds without such a date."""
        return PartialDate.UNKNOWN

    @property
    def issued(self) -> PartialDate:
        """The date of issue, as exact as known; unknown for kinds that are not issued."""
        return PartialDate.UNKNOWN

    @property
    def yearly_day(self) -> str | None:
        """``MM-DD`` for what comes back every year, else None."""
        return None

    @property
    def events(self) -> tuple[Event, ...]:
        """Dated events, in the order of the file."""
        return ()

    @property
    def stated_relations(self) -> tuple[Relation, ...]:
        """The relations that the record's own file states, in the order of `relations_field`."""
        return ()

    @property
    def numbered_relations(self) -> tuple[NumberedRelation, ...]:
        """Relations to documents that have no record, in the order of the file."""
        return ()

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of topics."""
        return ()

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The parts of the record's text, in their order, where the corpus holds it."""
        return ()

    @property
    def web_links(self) -> tuple[Link, ...]:
        """Links to pages of the web that show the record officially."""
        return ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What a reader should heed, each with its witness: the field ``remarks`` of every kind but plans."""
        return ()

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """Which facts were read in which sources."""
        return ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that were read."""
        return ()

    def references(self) -> Iterator[Reference]:
        """Every id that the record names, with its place in the file and the kinds it may be of."""
        return iter(())

    def witnessed_items(self) -> Iterator[tuple[tuple[str | int, ...], Witnessed]]:
        """Everything in the record that says how sure it is and where it was read, with its place in the file."""
        groups: tuple[tuple[str, tuple[Witnessed, ...]], ...] = (
            ("witnesses", self.witnesses),
            ("events", self.events),
            (self.relations_field, self.stated_relations),
            ("numbered_relations", self.numbered_relations),
            ("remarks", self.statements),
        )
        for field, items in groups:
            for index, item in enumerate(items):
                yield (field, index), item

    def named_sources(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every short name of a source that the record uses, with the place in the file of what uses it."""
        for path, item in self.witnessed_items():
            yield from (((*path, "sources"), name) for name in item.sources)


class Sourced(Record, frozen=True, kw_only=True):
    """A record of facts, with the witnesses and sources that carry them."""

    witnesses: Annotated[tuple[Witness, ...], Meta(description="Dữ kiện nào đọc ở nguồn nào, chắc tới đâu.")] = ()
    sources: Annotated[tuple[Source, ...], Meta(description="Các nguồn đã đọc.")] = ()
