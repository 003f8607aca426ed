"""Which documents a question means, and which of them the library holds.

Documents are told by the corpus and the registers, as in any question (`kb.review.asked`); the library itself is asked
by name, for it may hold what these do not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.language.fold import composed, folded
from kb.language.key_typing import decoded
from kb.law.written_out import written_out
from kb.library.document_asked import DocumentAsked
from kb.library.holdings import name_of_held
from kb.library.law_asked import laws_meant
from kb.library.lookup import HeldDocument, Library
from kb.library.type_asked import is_of_type, of_type, type_asked
from kb.number.asked import number_asked
from kb.number.document_number import DocumentNumber
from kb.number.ordinal_asked import SHORT, TYPES_ASKED
from kb.register.entry import LAWS
from kb.register.layers import LayerRegister
from kb.review.asked import Asked, read_asked

_YEAR = re.compile(r"[\s,(]+(?:năm\s+)?(?P<year>(?:19|20)\d\d)\)?$")


class DocumentsAsked:
    """Reads the documents of questions by corpus, registers and library."""

    def __init__(self, library: Library, corpus: Corpus, registers: Sequence[LayerRegister], day: date) -> None:
        self._library, self._corpus, self._registers, self._day = library, corpus, registers, day

    def of(self, text: str) -> DocumentAsked:
        """The documents of a text, by the first way of reading it that means any; as typed where none does.

        A law whose type word a hurried hand wrote small is read as its name.
        """
        typed = self._as_typed(text[:1].upper() + text[1:] if type_asked(text) in LAWS else text)
        if typed.is_known or typed.known.said:
            return typed
        for meant in dict.fromkeys((written_out(self._corpus, text), typed_by_keys(text))):
            if meant != text and (found := self._as_typed(meant)).is_known:
                return self._read_as(text, meant, found)
        return self._by_name(text) or typed

    def unknown(self, text: str) -> str:
        """That nobody knows a document, with those of its name that the library holds of other years."""
        name = _YEAR.sub("", text)
        named = [held for law in (name, *laws_meant(name, self._library.law_titles())) for held in self._of_name(law)]
        others = "; ".join(dict.fromkeys(name_of_held(self._library, held) for held in named))
        has = f"; thư viện có {others}" if others else "; thử: kb search"
        return f"không rõ “{text}” là văn bản nào: kho, sổ đăng ký và thư viện không có{has}"

    def _as_typed(self, text: str) -> DocumentAsked:
        typed = type_asked(text)
        if typed is None:
            return DocumentAsked(Asked(text))
        known = of_type(self._corpus, read_asked(self._corpus, text, self._day, self._registers), typed)
        numbers = [*_numbers(self._corpus, known)]
        found = [held for number, days in numbers for held in self._library.numbered(number) if _is_of(held, days)]
        found += self._of_ordinal(text) or self._of_number(text) or self._of_name(text)
        unique = {(held.type, held.number, held.issued): held for held in found if is_of_type(typed, held.type)}
        said = (*(known.said if unique or known.records else ()), *self._left_open(text, [*unique.values()]))
        return DocumentAsked(known, tuple(unique.values()), said)

    def _left_open(self, text: str, found: Sequence[HeldDocument]) -> Iterator[str]:
        """What is told where a question leaves open which document is meant."""
        names = "; ".join(name_of_held(self._library, held) for held in found)
        short = SHORT.fullmatch(folded(" ".join(composed(text).split())))
        if len(found) > 1:
            yield f"“{text}” có thể là: {names}"
        elif found and short and not short["year"]:
            yield f"số ghi thiếu năm, đọc là {names}"

    def _of_number(self, text: str) -> list[HeldDocument]:
        number = number_asked(text)
        return self._library.numbered(number) if number else []

    def _of_ordinal(self, text: str) -> list[HeldDocument]:
        """Of a number without its symbol: all that bear it, of the type typed."""
        short = SHORT.fullmatch(folded(" ".join(composed(text).split())))
        if short is None or not short["year"]:
            return []
        label = TYPES_ASKED[short["type"]] if short["type"] else ""
        held = self._library.of_ordinal(short["ordinal"], short["year"])
        return [one for one in held if label in ("", one.type)]

    def _of_name(self, text: str) -> list[HeldDocument]:
        """By the name of a law, with or without its year."""
        year = _YEAR.search(text)
        found = self._library.named(text) or (self._library.named(text[: year.start()]) if year else [])
        return [held for held in found if not year or held.issued[:4] == year["year"]]

    def _by_name(self, text: str) -> DocumentAsked | None:
        """By first letters or without marks, where these leave one law."""
        meant = {law: self._as_typed(law) for law in laws_meant(text, self._library.law_titles())}
        known = {law: found for law, found in meant.items() if found.is_known}
        if len(known) == 1:
            [(law, found)] = known.items()
            return self._read_as(text, law, found)
        if known:
            return DocumentAsked(Asked(text), said=(f"“{text}” có thể là {'; '.join(known)}: hãy gõ đủ tên",))
        return None

    @staticmethod
    def _read_as(text: str, meant: str, found: DocumentAsked) -> DocumentAsked:
        return DocumentAsked(found.known, found.held, (f"gõ “{text}”, đọc là “{meant}”", *found.said))


def typed_by_keys(text: str) -> str:
    """The text with the words that keys of Telex or VNI make, where no input method read them."""
    return " ".join(decoded(word) or word for word in text.split())


def _numbers(corpus: Corpus, known: Asked) -> Iterator[tuple[DocumentNumber, tuple[str, ...]]]:
    """Number and days of each document that is known, the days none for unknown."""
    for record in known.records:
        document = corpus.documents.get(record.id)
        if document and (number := number_of(document)):
            yield number, (str(document.issued),) if document.issued.is_day else ()
    yield from ((entry.parsed, entry.days) for _, entry in known.entries)


def _is_of(held: HeldDocument, days: tuple[str, ...]) -> bool:
    return not held.issued or not days or held.issued in days
