"""Ends of documents that the corpus does not hold, as records that it holds tell them: by number alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.law.effect import status_on
from kb.model import Document
from kb.model.parts import NumberedRelation
from kb.model.vocabulary import DocumentType, RelationKind, Status, Sureness
from kb.number.document_number import match_key_of
from kb.register.entry import RegisterEntry

_ENDING = (RelationKind.THAY_THE, RelationKind.BAI_BO)
_OF_ASSEMBLY = ("QH", "UBTVQH")
"""Symbols that laws and resolutions share: one number is of both."""


class EndedByNumber:
    """What the records of a corpus replace or repeal as a whole. The table is made once, when it is first asked."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _ended(self) -> Mapping[str, Sequence[tuple[Document, NumberedRelation]]]:
        found: dict[str, list[tuple[Document, NumberedRelation]]] = {}
        for document in self._corpus.documents.values():
            for relation in filter(_ends_whole, document.numbered_relations):
                if key := match_key_of(relation.to_number):
                    found.setdefault(key, []).append((document, relation))
        return found

    def told(self, entry: RegisterEntry, day: date) -> str:
        """``hết hiệu lực: bị thay thế bởi Luật 116/2025/QH15 (theo kho)``; empty where no record in force says so."""
        for document, relation in self._ended.get(entry.parsed.match_key, ()):
            if _is_meant(entry, document, relation) and self._holds(document, day):
                return f"hết hiệu lực: {relation.kind.inverse_label.lower()} {document.short_name} (theo kho)"
        return ""

    def _holds(self, document: Document, day: date) -> bool:
        """Whether the text that ends another has taken effect; where that is not known, it ends nothing."""
        return status_on(self._corpus, document, day).status not in (Status.NOT_YET, Status.UNKNOWN)


def _ends_whole(relation: NumberedRelation) -> bool:
    """A repeal that names a provision may be of that provision alone."""
    whole = relation.kind is RelationKind.THAY_THE or not relation.provision
    return relation.kind in _ENDING and whole and relation.sure is not Sureness.INFERRED


def _is_meant(entry: RegisterEntry, document: Document, relation: NumberedRelation) -> bool:
    """Whether the number is that of the entry: it bears its year or the day is told, and laws end laws."""
    told: PartialDate = relation.to_issued
    if told.is_known and not any(day.startswith(str(told)) for day in entry.days):
        return False
    if entry.parsed.symbol.startswith(_OF_ASSEMBLY):
        resolution = entry.type == DocumentType.NGHI_QUYET.label
        return resolution == (document.type is DocumentType.NGHI_QUYET)
    return bool(entry.parsed.year) or told.is_day
