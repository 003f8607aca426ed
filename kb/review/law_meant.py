"""Which law a name alone means: of the laws of one name that which is in force on the day of the text.

A text follows the law of its own day (Luật Ban hành văn bản quy phạm pháp luật: a text applies from the day on which it
takes effect), so a law that was issued or took effect later is not the one meant, and nothing is said of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb.citation.models import Citation, CitationKind, Resolution
from kb.citation.patterns import LAW_TYPES
from kb.corpus.corpus import Corpus
from kb.language.dates import show_day
from kb.model import Document
from kb.model.vocabulary import Status
from kb.review.record_words import RecordsOnDay


@dataclass(frozen=True)
class LawMeant:
    """Tells which law is meant on a day; `own` says that it is the day of the text itself, not that of the review.

    `on_day` knows what holds of each record on that day.
    """

    corpus: Corpus
    on_day: RecordsOnDay
    own: bool

    def of(self, resolution: Resolution) -> tuple[Resolution, str]:
        """The resolution with the laws that may be meant, and a sentence on how they were told from others."""
        laws = [law for i in resolution.candidates if (law := self.corpus.documents.get(i))]
        if not laws or not by_name_alone(resolution.citation):
            return resolution, ""
        there = [law for law in laws if not self._is_later(law)]
        if not there:
            names = "; ".join(law.short_name for law in laws)
            said = f"kho chỉ có {names}, ban hành hoặc có hiệu lực sau {self._shown_day}: không đối chiếu"
            return Resolution(resolution.citation, ()), said
        meant = self._in_force(there) if len(laws) > 1 else None
        if meant is None:
            return Resolution(resolution.citation, tuple(law.id for law in there), resolution.faults), ""
        said = (
            f"hiểu là {meant.short_name}, văn bản cùng tên còn hiệu lực vào {self._shown_day}; nên ghi thêm số hoặc năm"
        )
        return Resolution(resolution.citation, (meant.id,)), said

    def has_lapsed(self, law: str) -> bool:
        """Whether the law of an id no longer holds on the day: its name alone may then mean another."""
        return self.on_day.of(self.corpus.records[law]).status.lapsed

    @property
    def _shown_day(self) -> str:
        return f"ngày của văn bản ({show_day(self.on_day.day)})" if self.own else "ngày xét"

    def _is_later(self, law: Document) -> bool:
        issued_later = law.issued.is_known and law.issued.first_day > self.on_day.day
        return issued_later or self.on_day.of(law).status is Status.NOT_YET

    def _in_force(self, laws: list[Document]) -> Document | None:
        """The only one in force, where the others are known to have ended."""
        statuses = [self.on_day.of(law).status for law in laws]
        holding = [law for law, status in zip(laws, statuses, strict=True) if status.holds]
        settled = all(status.holds or status is Status.ENDED for status in statuses)
        return holding[0] if settled and len(holding) == 1 else None


def by_name_alone(citation: Citation) -> bool:
    """Whether a law is cited without number, year or day."""
    law = citation.kind is CitationKind.NAMED and citation.type_name in LAW_TYPES
    return law and citation.year is None and citation.date_typed is None
