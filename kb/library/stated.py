"""What the notes of the library state of documents, as rows for a register: number, day, body, title, effect, changes.

The code of the source is that of the copy, ``pd261123``: the codified law read on a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kb.language.dates import PartialDate
from kb.library.article import CODE, CodifiedArticle, Subject
from kb.library.place import REGISTER
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
    documents: dict[tuple[str, str, str], Row] = {}
    changes: dict[tuple[str, ...], Row] = {}
    for subject, article in store.articles():
        if subject.is_code:
            code = source_code(subject)
            tables.sources.setdefault(code, _source(code, subject))
            for row in _documents(article, code):
                documents.setdefault((str(row["number"]), str(row["type"]), str(row["issued"])), row)
            for row in _changes(article, code):
                changes.setdefault(tuple(map(str, row.values())), row)
    report = add_rows(tables, issuers, documents.values(), "")
    add_rows(tables, issuers, changes.values(), "")
    if tables.entries or folder.is_dir():
        write_tables(folder, tables)
        _forget_years(folder, tables)
    return report


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
