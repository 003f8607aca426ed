"""What somebody who asks for a document means: an id, a number, a title, or a citation as texts write it.

One reader of citations serves drafts and questions: what is typed behind ``kb show`` is read as a draft of one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import AMENDS, LAW_TYPES
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import ids_bearing, look_up
from kb.drafts import Draft
from kb.errors import UnknownRecord
from kb.language.fold import composed, folded
from kb.language.phrases import words_of
from kb.model import Record
from kb.number.asked import number_asked
from kb.number.file_name import numbers_in_words
from kb.number.ordinal_asked import HEAD, SHORT, TYPE, TYPES_ASKED
from kb.number.scanned import with_figures
from kb.register.describing import entries_of_ordinal, found_in
from kb.register.entry import RegisterEntry
from kb.register.layers import LayerRegister
from kb.review.asked_amending import amending, names_amending, without_titles
from kb.review.asked_ordinal import of_another_day, of_body, of_ordinal
from kb.review.asked_outside import entries_cited, of_the_day
from kb.review.judge import Reviewer
from kb.review.model import Finding
from kb.review.told_apart import told_apart

_TYPED = re.compile(rf"{TYPE}\s+(?=\D)")
"""How a question begins that names a document by type and title."""
_NO_SYMBOL = "số ghi thiếu ký hiệu: kể ra mọi văn bản mang số ấy trong năm ấy, của bất kỳ cơ quan nào"
_NONE_AMENDS = "kho không ghi văn bản nào sửa đổi, bổ sung {}"
_NO_YEAR = "kho không có; số ghi thiếu ký hiệu và năm, nên không tra được trong sổ đăng ký"
_WITHIN = re.compile(rf"(?<!\w){SHORT.pattern}(?![\w/-])")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d")
"""Behind the type word of a law: ``Hiến pháp 2013``."""
_ABOUT = re.compile(r"^về\s+(?:việc\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """What was asked for, and the records of the corpus that it means: none, one, or several."""

    text: str
    """By which registers and messages know it: the number that was read in what was typed, else all of it."""
    records: tuple[Record, ...] = ()
    said: tuple[str, ...] = ()
    """What is wrong in the way it was asked for, a Vietnamese sentence each."""
    is_document: bool = False
    """It names a document by its number, by type and ordinal, or a law by its name."""
    entries: tuple[tuple[LayerRegister, RegisterEntry], ...] = ()
    """The documents of registers that it means, where the corpus has none."""

    def found(self) -> tuple[Record, ...]:
        """The records. Raises UnknownRecord, with what was said, where there is none."""
        if not self.records:
            raise self._unknown()
        return self.records

    def registered(self) -> tuple[tuple[LayerRegister, RegisterEntry], ...]:
        """The documents of registers. Raises UnknownRecord, with what was said, where there is none."""
        if not self.entries:
            raise self._unknown()
        return self.entries

    def _unknown(self) -> UnknownRecord:
        told = "; ".join(self.said)
        return UnknownRecord(told or f"không có “{self.text[:60]}” trong kho; thử: kb search")


def is_named(corpus: Corpus, text: str) -> bool:
    """Whether a text is an id, a number, a file's name or the whole name of a record: nothing else is read in it."""
    with suppress(UnknownRecord):
        return bool(look_up(corpus, text))
    return bool(_titled(corpus, " ".join(composed(text).split())))


def read_asked(corpus: Corpus, text: str, day: date, registers: Sequence[LayerRegister] = ()) -> Asked:
    """The records meant by an id, a number, the name of a file, a title or a citation; never raises for none.

    What the corpus does not hold is asked of `registers`.
    """
    try:
        return Asked(text, tuple(look_up(corpus, text)), is_document=True)
    except UnknownRecord:
        asked = _read_asked(corpus, text, day, registers)
    meant = with_figures(composed(text))
    if asked.records or asked.entries or meant == composed(text):
        return asked
    read = read_asked(corpus, meant, day, registers)
    if not read.records and not read.entries:
        return asked
    return replace(read, said=(f"gõ “{' '.join(text.split())}”, đọc là “{' '.join(meant.split())}”", *read.said))


def _read_asked(corpus: Corpus, text: str, day: date, registers: Sequence[LayerRegister]) -> Asked:
    """As `read_asked`, of what is neither an id nor the whole number of a record."""
    typed = " ".join(composed(text).split())
    if titled := _titled(corpus, typed):
        return Asked(text, titled)
    short = SHORT.fullmatch(folded(typed))
    if short and _is_shortened(short):
        return _shortened(corpus, typed, short, registers)
    cited = _cited(corpus, typed, day, registers)
    if cited.records or cited.said or cited.entries:
        return cited
    return replace(cited, records=_loosely_numbered(corpus, typed))


def _loosely_numbered(corpus: Corpus, text: str) -> tuple[Record, ...]:
    """The documents of a number with other signs: ``06_2014 NĐ-CP``."""
    numbers = (number for typed in numbers_in_words(text) if (number := number_asked(typed)))
    ids = next(filter(None, (ids_bearing(corpus, number) for number in numbers)), ())
    return tuple(corpus.records[id_] for id_ in ids)


def shortened_in(text: str) -> list[str]:
    """The documents that a question names by type, ordinal and year, as typed: ``Thông tư 999 năm 2099 về …``."""
    typed = " ".join(composed(text).split())
    return [typed[slice(*match.span())] for match in _WITHIN.finditer(folded(typed)) if match["type"] and match["year"]]


def _titled(corpus: Corpus, text: str) -> tuple[Record, ...]:
    """The records of a name, or the documents of a type and title: ``Nghị quyết về Chiến lược …``."""
    words, head = _title_words(text), _TYPED.match(folded(text))
    found = [record for record in corpus.records.values() if words and words == _title_words(record.name_text)]
    if head and not found:
        rest, label = _title_words(text[head.end() :]), TYPES_ASKED[head["type"]]
        of_type = (document for document in corpus.documents.values() if document.type.label == label)
        found = [document for document in of_type if rest and rest == _title_words(document.title)]
    return tuple(found)


def _title_words(text: str) -> tuple[str, ...]:
    """Without the ``về``, ``về việc`` that a title may begin with."""
    return words_of(_ABOUT.sub("", text))


def _is_shortened(short: re.Match[str]) -> bool:
    """``124/2021``, ``nq 51``; but ``Hiến pháp 2013`` is a name with its year."""
    return bool(short["year"]) or (short["type"] is not None and TYPES_ASKED[short["type"]] not in LAW_TYPES)


def _shortened(corpus: Corpus, typed: str, short: re.Match[str], registers: Sequence[LayerRegister]) -> Asked:
    """By ordinal with type or year, without a symbol: a register is asked where the year is typed."""
    label = TYPES_ASKED[short["type"]] if short["type"] else ""
    if records := tuple(of_ordinal(corpus, short["ordinal"], label, short["year"])):
        return Asked(typed, records, is_document=True)
    if short["year"] is None:
        return Asked(typed, said=(_NO_YEAR,), is_document=True)
    entries = tuple(entries_of_ordinal(registers, short["ordinal"], short["year"], label))
    return Asked(typed, said=(_NO_SYMBOL,) if entries else (), is_document=True, entries=entries)


def _cited(corpus: Corpus, text: str, day: date, registers: Sequence[LayerRegister]) -> Asked:
    """By the only citation that the text holds, of a whole document: a provision is a question to the library."""
    reviewer = Reviewer(corpus, registers)
    findings = without_titles(reviewer.review(Draft("", _written_out(text)), day).findings)
    if names_amending(text) and not all(_is_amending(found.citation) for found in findings):
        return _amended(corpus, text, findings)
    if not findings and number_asked(text):  # of no known form, and without a type word: no citation in a draft
        return Asked(text, is_document=True, entries=tuple(found_in(list(registers), text)))
    if len(findings) != 1 or findings[0].citation.provision:
        return Asked(text, said=tuple(_asked_otherwise(findings)))
    return _only(reviewer, text, findings[0])


def _only(reviewer: Reviewer, text: str, found: Finding) -> Asked:
    """By the one citation of a question."""
    if records := tuple(of_body(reviewer, found.citation)):
        return Asked(text, records, is_document=True)
    if not found.target and (others := tuple(of_another_day(reviewer, found.citation))):
        return Asked(
            text, tuple(document for document, _ in others), tuple(said for _, said in others), is_document=True
        )
    return _meant(reviewer.corpus, text, found, reviewer.registers)


def _is_amending(citation: Citation) -> bool:
    return bool(citation.title and AMENDS.match(citation.title.surface))


def _amended(corpus: Corpus, text: str, findings: Sequence[Finding]) -> Asked:
    """The acts that amend what the name of one tells; never what is amended."""
    acts = tuple(amending(corpus, findings))
    named = "; ".join(" ".join(found.citation.span.surface.split()) for found in findings)
    return Asked(text, acts, () if acts else (_NONE_AMENDS.format(named),), is_document=bool(acts))


def _meant(corpus: Corpus, text: str, found: Finding, registers: Sequence[LayerRegister]) -> Asked:
    """What a citation means: its records, else the documents of registers."""
    citation, meant = found.citation, [found.target] if found.target else list(found.candidates)
    numbered = citation.kind is CitationKind.NUMBERED
    others = list(ids_bearing(corpus, citation.number)) if citation.number and not meant else []
    records = tuple(corpus.records[id_] for id_ in meant)
    entries, day = of_the_day(citation, () if records else tuple(entries_cited(registers, citation)))
    told = (_NO_SYMBOL, *filter(None, (day,))) if entries and numbered and citation.number is None else ()
    asked = citation.document_number if citation.number else text
    return Asked(
        asked, records, (*_said(corpus, found, others), *told), numbered or _names_law(citation), tuple(entries)
    )


def _names_law(citation: Citation) -> bool:
    return citation.type_name in LAW_TYPES and bool(citation.title or citation.year)


def _asked_otherwise(findings: Sequence[Finding]) -> Iterator[str]:
    """What to ask instead of several documents, or of a provision of one."""
    if len(findings) > 1:
        yield f"có {len(findings)} văn bản trong câu hỏi; hãy hỏi từng văn bản"
    elif findings:
        yield f"hãy hỏi cả văn bản: {' '.join(findings[0].citation.span.surface.split())}"


def _said(corpus: Corpus, found: Finding, others: list[str]) -> Iterator[str]:
    """What contradicts the record; where none is meant, which other documents bear the number."""
    yield from (fault.message for fault in (*found.errors, *found.doubts))
    if others:
        names = "; ".join(told_apart(corpus, corpus.records[id_]) for id_ in others)
        yield f"kho không có “{' '.join(found.citation.span.surface.split())}”; cùng số ấy, kho có {names}"
        yield from found.notes


def _written_out(text: str) -> str:
    """With the type word in full and ``số`` behind it, where the text begins with a type and a number."""
    head = HEAD.match(folded(text))
    if head is None or (TYPES_ASKED[head["type"]] in LAW_TYPES and _YEAR_ALONE.fullmatch(text, head.end())):
        return text
    return f"{TYPES_ASKED[head['type']]} số {text[head.end() :]}"
