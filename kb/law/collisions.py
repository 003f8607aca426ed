"""Which other documents bear the number of one, as far as the corpus knows: only the day tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.parts import NumberedRelation
from kb.model.vocabulary import RelationKind


def collisions(corpus: Corpus, document: Document) -> tuple[str, ...]:
    """A Vietnamese sentence for each document of the same number."""
    return tuple(f"cùng số với {other}: ghi rõ ngày ban hành" for other in dict.fromkeys(_others(corpus, document)))


def without_record(documents: Iterable[Document], year: str | None) -> tuple[str, ...]:
    """A Vietnamese sentence for each document of their number that has no record; of a year, those of that year alone.

    The year may be all that is known of its day: no sentence says that a citation means it.
    """
    relations = (relation for document in documents for relation in _numbered(document))
    fitting = (r for r in relations if year is None or (r.to_issued.is_known and r.to_issued.year == year))
    return tuple(dict.fromkeys(map(_known_by_number, fitting)))


def _known_by_number(relation: NumberedRelation) -> str:
    subject = f" ({relation.note})" if relation.note else ""
    other = f"một văn bản{_day(relation)}{subject}"
    return f"kho biết số {relation.to_number} còn là của {other}, chưa có bản ghi để đối chiếu"


def _others(corpus: Corpus, document: Document) -> Iterator[str]:
    kept = RelationKind.TRUNG_SO
    ids = [edge.object for edge in corpus.graph.out(document.id) if edge.kind is kept]
    ids += [edge.subject for edge in corpus.graph.into(document.id) if edge.kind is kept]
    for other in (corpus.documents[i] for i in ids if i in corpus.documents):
        yield f"{other.short_name}{f' {other.issued.in_words}' if other.issued.is_known else ''}"
    yield from map(_named, _numbered(document))


def _numbered(document: Document) -> Iterator[NumberedRelation]:
    return (relation for relation in document.numbered_relations if relation.kind is RelationKind.TRUNG_SO)


def _named(relation: NumberedRelation) -> str:
    return f"văn bản khác số {relation.to_number}{_day(relation)}"


def _day(relation: NumberedRelation) -> str:
    return f" {relation.to_issued.in_words}" if relation.to_issued.is_known else ""
