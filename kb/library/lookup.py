"""Looks articles up in the library: by document, by id or code, and by what refers to them."""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kb.errors import LibraryUnreadable
from kb.language.dates import PartialDate
from kb.library.article import CodifiedArticle, Subject
from kb.library.compiled import ANCHOR, CODE, NUMBER, REFERRING, mark_of
from kb.library.place import SORTED, SUBJECTS
from kb.library.store import LibraryStore, decoded_article
from kb.number.document_number import DocumentNumber
from kb.register.lookup import LAW, law_key
from kb.register.sorted_lines import keyed_lines, lines_beginning, lines_of

Pointer = str
"""The key of a file, an offset and a length."""


@dataclass
class HeldDocument:
    """A document of which the library holds articles; `issued` is an ISO day, empty where no note states it."""

    type: str
    number: str
    issued: str
    pointers: dict[str, list[Pointer]] = field(default_factory=dict)
    """The places of an article by its number; several where the codified law has it under several subjects."""


class Library:
    """The articles of a library folder. Raises LibraryUnreadable where an import did not come to its end."""

    def __init__(self, folder: Path) -> None:
        self._store = LibraryStore(folder)
        try:
            with (folder / SORTED).open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise LibraryUnreadable(f"thư viện ở {folder} không đọc được; chạy lại: kb library import") from error
        mark = mark_of(self._store)
        if self._data[: len(mark)] != mark:
            raise LibraryUnreadable(f"thư viện ở {folder} nhập dở; chạy lại: kb library import")

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """What each file says of itself."""
        return self._store.subjects()

    def numbered(self, number: DocumentNumber) -> list[HeldDocument]:
        """The documents of a number, those with its very marks first tried."""
        found = self._documents(NUMBER + number.folded_key)
        same = [held for held in found if DocumentNumber.parse(held.number).match_key == number.match_key]
        return same or found

    def named(self, name: str) -> list[HeldDocument]:
        """The laws, codes and ordinances of a name, with or without its type word."""
        return self._documents(law_key(name))

    def of_ordinal(self, ordinal: str, year: str) -> list[HeldDocument]:
        """The documents of an ordinal in a year, of every type and body."""
        begun = f"{NUMBER}{ordinal.lstrip('0') or '0'}|{year}|"
        return _held(line.decode() for line in lines_beginning(self._data, begun.encode()))

    def law_titles(self) -> list[str]:
        """The name of each law, code and ordinance, as the first of its articles gives it."""
        rows = (line.decode().split("\t") for line in keyed_lines(self._data, LAW.encode()))
        first = {row[0]: row[-1] for row in rows}
        return [self.article(pointer).source.title for pointer in first.values()]

    def article(self, pointer: Pointer) -> CodifiedArticle:
        """The article of a place. Raises LibraryUnreadable."""
        key, offset, length = pointer.split(" ")
        path = self._store.folder / SUBJECTS / f"{key}.jsonl"
        try:
            with path.open("rb") as lines:
                lines.seek(int(offset))
                return decoded_article(lines.read(int(length)), path)
        except FileNotFoundError as error:  # an import has put another generation in use meanwhile
            raise LibraryUnreadable("thư viện vừa được nhập lại; chạy lại lệnh này") from error

    def pointers(self, text: str) -> list[Pointer]:
        """The places of what has this id or code; a code may be that of several articles."""
        found = [*self._lines(ANCHOR + text), *self._lines(CODE + text.casefold())]
        return list(dict.fromkeys(found))

    def referring(self, article: CodifiedArticle) -> list[CodifiedArticle]:
        """The articles that refer to this one."""
        return [self.article(pointer) for pointer in self._lines(REFERRING + article.id)]

    def witness(self, pointer: Pointer) -> str:
        """``Bộ pháp điển, đọc 23/11/2026``."""
        subject = self.subjects[pointer.partition(" ")[0]]
        return f"{subject.witness}, đọc {PartialDate.parse(subject.read).shown}"

    def _documents(self, key: str) -> list[HeldDocument]:
        return _held(self._lines(key))

    def _lines(self, key: str) -> Iterator[str]:
        return (line.decode() for line in lines_of(self._data, key.encode()))


def _held(lines: Iterable[str]) -> list[HeldDocument]:
    """The documents of lines, each of which gives the place of an article."""
    found: dict[tuple[str, str, str], HeldDocument] = {}
    for line in lines:
        issued, type_name, number, article, pointer = line.split("\t")
        one = found.setdefault((issued, type_name, number), HeldDocument(type_name, number, issued))
        one.pointers.setdefault(article, []).append(pointer)
    return _united(list(found.values()))


def _united(found: list[HeldDocument]) -> list[HeldDocument]:
    """Articles whose notes do not state the day belong to the only document of that type and number."""
    dated = [held for held in found if held.issued]
    for held in [held for held in found if not held.issued]:
        same = [other for other in dated if (other.type, other.number) == (held.type, held.number)]
        if len(same) == 1:
            for article, pointers in held.pointers.items():
                same[0].pointers.setdefault(article, []).extend(pointers)
        else:
            dated.append(held)
    return dated
