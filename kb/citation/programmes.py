"""Whether a name in passing is that of the record that bears it: a programme's name goes to the end of its period.

``Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2016-2020`` is not that of 2021-2025, and ``Dự án 8``
is of any programme that has eight projects.
"""

from __future__ import annotations

import re
from enum import Enum

from kb.citation.models import TextSpan
from kb.citation.title_words import TitleWords
from kb.corpus.corpus import Corpus
from kb.language.fold import composed
from kb.language.phrases import words_of
from kb.model import Document, Programme, Record

_PERIOD = re.compile(
    r"giai\s+đoạn\s+(?:I{1,3}:?\s+)?(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:-|–|đến(?:\s+năm)?)\s*(\d{4})", re.IGNORECASE
)
_PERIOD_BEHIND = re.compile(
    rf"[”\"»]?[\s,]*(?:\([^()\n]{{0,60}}\)[\s,]*)?(?:(?:trên\s+địa\s+bàn\s+)?(?:tỉnh|thành\s+phố)\s+[^,;.\n]{{0,40}}?[\s,]*)?{_PERIOD.pattern}",
    re.IGNORECASE,
)
_NUMBERED_PART = re.compile(r"(?:tiểu\s+)?dự\s+án(?:\s+thành\s+phần)?(?:\s+số)?\s+\d{1,2}", re.IGNORECASE)
_OWN_TITLE = re.compile(r"\s*(?:[-–:“\"«(]|(?:về|thuộc|của)(?!\w))")
"""Behind a part that a text goes on to name: ``Dự án 8 – Nâng cao khả năng …``."""
_AMOUNT = re.compile(r"\s*(?:%|(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha|km|m2?|tầng|phòng|căn|hộ|tuyến|làn)(?!\w))")
"""Behind a figure that counts and is no number of a part: ``bố trí cho dự án 8 tỷ đồng``."""
_SENTENCE_END = re.compile(r"[.;](?=\s)|\n\s*\n")
READ_AROUND = 300
"""Code points on either side of ``Dự án 8`` in which its programme or title is looked for."""
LEAST_SHARE_NAMED = 0.6
"""Share of the weight of a title that must stand there."""


class Naming(Enum):
    """What a name in a text says of the record that bears it."""

    SETTLED = "settled"
    """It is meant."""
    WITHOUT_PERIOD = "without period"
    """The record is of a period; the text names none."""
    BARE = "bare"
    """A part by its number alone: any programme has one; what the rest of the text calls so decides."""
    OTHER = "other"
    """Another programme is meant, or any of several."""


class ProgrammeNames:
    """Reads what stands around the names of a corpus' programmes."""

    def __init__(self, corpus: Corpus, weights: TitleWords) -> None:
        self._corpus = corpus
        self._weights = weights

    def naming(self, record: Record, text: str, span: TextSpan) -> Naming:
        """Whether the name at `span` means the record."""
        programme = self._corpus.programmes.get(record.id)
        if programme is None:
            return Naming.SETTLED
        surface, behind = composed(span.surface), composed(text[span.end : span.end + READ_AROUND])
        if _NUMBERED_PART.fullmatch(surface):
            before = composed(text[max(0, span.start - READ_AROUND) : span.start])
            return self._naming_part(programme, surface, before, behind)
        own = set(_PERIOD.findall(record.name_text))
        typed = _PERIOD.search(surface) or _PERIOD_BEHIND.match(behind)
        if not own:
            return Naming.SETTLED
        if typed is None:
            return Naming.WITHOUT_PERIOD
        return Naming.SETTLED if typed.groups()[-2:] in own else Naming.OTHER

    def _naming_part(self, record: Programme, name: str, before: str, behind: str) -> Naming:
        """What a part by its number says: its programme or title must stand around it, and no period of another."""
        if _AMOUNT.match(behind):
            return Naming.OTHER
        if not self._named_around(record, name, before, behind):
            return Naming.OTHER if _OWN_TITLE.match(behind) else Naming.BARE
        own = [period for document in self._founding(record) for period in _PERIOD.findall(document.title)]
        typed = _PERIOD.search(_SENTENCE_END.split(behind)[0])
        return Naming.SETTLED if typed is None or not own or typed.groups() in own else Naming.OTHER

    def _founding(self, record: Programme) -> list[Document]:
        return [self._corpus.documents[r.to] for r in record.founding if r.to in self._corpus.documents]

    def _named_around(self, record: Programme, name: str, before: str, behind: str) -> bool:
        """Whether the sentence names the programme that the part is of, its document, or the part's own title."""
        sentence = f"{_SENTENCE_END.split(before)[-1]} {_SENTENCE_END.split(behind)[0]}"
        around, letters = set(words_of(sentence)), "".join(sentence.split())
        founding = self._founding(record)
        if any(document.number in letters for document in founding):
            return True
        own = record.name_text.removeprefix(name)
        return any(self._stands(title, around) for title in (own, *(document.title for document in founding)))

    def _stands(self, title: str, around: set[str]) -> bool:
        words = [word for word in words_of(title) if not word.isdigit()]
        here = self._weights.weight_of(word for word in words if word in around)
        return here >= LEAST_SHARE_NAMED * self._weights.weight_of(words)
