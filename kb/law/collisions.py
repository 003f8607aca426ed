"""Which other documents bear the number of one, as far as the corpus knows: only the day tells them apart."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import RelationKind


def collisions(corpus: Corpus, document: Document) -> tuple[str, ...]:
    """A Vietnamese sentence for each document of the same number."""
    return tuple(f"cùng số với {other}: ghi rõ ngày ban hành" for other in dict.fromkeys(_others(corpus, document)))


def _others(corpus: Corpus, document: Document) -> Iterator[str]:
    kept = RelationKind.TRUNG_SO
    ids = [edge.object for edge in corpus.graph.out(document.id) if edge.kind is kept]
    ids += [edge.subject for edge in corpus.graph.into(document.id) if edge.kind is kept]
    for other in (corpus.documents[i] for i in ids if i in corpus.documents):
        yield f"{other.short_name}{f' {other.issued.in_words}' if other.issued.is_known else ''}"
    for relation in document.numbered_relations:
        if relation.kind is kept:
            day = f" {relation.to_issued.in_words}" if relation.to_issued.is_known else ""
            yield f"văn bản khác số {relation.to_number}{day}"
