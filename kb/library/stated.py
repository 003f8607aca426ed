"""What the notes of the library state of documents, as rows for a register: number, day, body, title, effect, changes.

The code of the source is that of the copy, ``pd261123``: the codified law read on a day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kb.language.dates import PartialDate
from kb.library.article import CODE, CodifiedArticle, Subject
from kb.library.place import REGISTER
from kb.library.replaced import replaced_by
from kb.library.store import LibraryStore
from kb.register.adding import IN_PART, AddReport, add_rows
from kb.register.folder import RegisterTables, read_tables, write_tables
from kb.register.issuers import Issuers
from kb.register.sources import RegisterSource, SourceGroup
from kb.register.tables import Row


def grow_register(store: LibraryStore, issuers: Issuers) -> AddReport:
    """Write what the articles state into the register of the library, in its folder; the report tells of documents.

    Made anew from the library that is there: what a subject no longer states is gone.
    """
    folder = store.folder / REGISTER
    tables = RegisterTables()
    stated = _Stated()
    for subject, article in store.articles():
        if subject.is_code:
            code = source_code(subject)
            tables.sources.setdefault(code, _source(code, subject))
            stated.take(article, code)
    report = add_rows(tables, issuers, stated.rows(), "")
    if all(subject.whole for subject in store.subjects().values() if subject.is_code):
        add_rows(tables, issuers, stated.left(), "")
    add_rows(tables, issuers, stated.changes.values(), "")
    if tables.entries or folder.is_dir():
        write_tables(folder, tables)
        _forget_years(folder, tables)
    return report


class _Stated:
    """Rows for the register, each once."""

    def __init__(self) -> None:
        self.documents: dict[tuple[str, ...], Row] = {}
        self.changes: dict[tuple[str, ...], Row] = {}
        self._replaced: dict[tuple[str, ...], Row] = {}
        self._days: dict[tuple[str, ...], set[str]] = defaultdict(set)

    def take(self, article: CodifiedArticle, code: str) -> None:
        """What the note of an article states, and which documents its own replaces."""
        for row in _documents(article, code):
            self.documents.setdefault(_key(row), row)
            self._days[_key(row)].add(article.source.in_force)
        for row in _changes(article, code):
            self.changes.setdefault(tuple(map(str, row.values())), row)
        for row in _replaced(article, code):
            self._replaced.setdefault(_key(row), row)

    def rows(self) -> list[Row]:
        """The documents, without a day of effect where their articles took effect on several."""
        several = {"in_force": "", "in_force_sources": ""}
        return [row | several if len(self._days[key]) > 1 else row for key, row in self.documents.items()]

    def left(self) -> list[Row]:
        """The documents that were replaced and that the codified law no longer holds."""
        held = {number for number, _, _ in self.documents}
        return [row for (number, _, _), row in self._replaced.items() if number not in held]


def _key(row: Row) -> tuple[str, ...]:
    return str(row["number"]), str(row["type"]), str(row["issued"])


def source_code(subject: Subject) -> str:
    """``pd261123`` for a copy of 23/11/2026."""
    return f"pd{date.fromisoformat(subject.read):%y%m%d}"


def _source(code: str, subject: Subject) -> RegisterSource:
    return RegisterSource(code, SourceGroup.CODIFIED, CODE, PartialDate.parse(subject.read))


def _documents(article: CodifiedArticle, code: str) -> Iterator[Row]:
    """The document of an article, where its note states the day."""
    source = article.source
    if source.number and source.issued:
        facts = {"issued": source.issued, "title": source.title, "in_force": source.in_force}
        sources = {f"{name}_sources": code for name, value in facts.items() if value}
        plain = {"number": source.number, "type": source.type, "issuer": source.issuer}
        yield {**plain, **facts, **sources, "official_id": str(article.document or "")}


def _replaced(article: CodifiedArticle, code: str) -> Iterator[Row]:
    """The documents that the article's own replaces, from the day of that one's effect."""
    source = article.source
    for one in replaced_by(article) if source.in_force and source.number else ():
        plain = {"number": one.number, "type": one.type, "issued": one.issued, "issued_sources": code}
        yield {**plain, "ended": source.in_force, "ended_by": source.number, "ended_sources": code}


def _changes(article: CodifiedArticle, code: str) -> Iterator[Row]:
    """What later documents did to an article, as changes in part of its document."""
    for change in article.source.changes:
        how = change.how.replace("có nội dung ", "").replace("được ", "").replace("bị ", "")
        if article.source.number and change.number and change.in_force and how:
            kind = f"{IN_PART}{how.partition(',')[0].strip()}"
            yield {
                "number": article.source.number,
                "kind": kind,
                "by": change.number,
                "date": change.in_force,
                "source": code,
            }


def _forget_years(folder: Path, tables: RegisterTables) -> None:
    """Empty the files of years of which the library holds no document any more."""
    held = {entry.days[0][:4] for entry in tables.entries}
    for path in folder.glob("[0-9][0-9][0-9][0-9].tsv"):
        if path.stem not in held:
            path.unlink()


def read_stated(folder: Path) -> RegisterTables:
    """The register of a library folder; empty where there is none."""
    return read_tables(folder / REGISTER)
