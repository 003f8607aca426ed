"""Articles of the codified law as records: JSON lines, one article a line, plain or compressed (.xz).

Forms read: the codified law (``subject``, ``chapter``, ``heading``, ``text``, ``document``) with the list of its
documents beside it (``documents.jsonl``), and single laws (``law``, ``article``, ``heading``, ``text``). Lines and
cells are told as by ``kb library import``, which reads the same files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from indexer.query.numbers import article_term, record_terms
from indexer.records.kinds import ARTICLE, LABELS
from indexer.records.record import IndexRecord
from kb.errors import IndexUnusable, LibraryUnreadable
from kb.files import why_no_file
from kb.language.one_line import on_one_line
from kb.library.article_rows import ArticleRow, CellRefused, DistinctIds, article_lines, row_of

T = TypeVar("T")
_DAY = re.compile(r"(\d{4}(-\d{2}){0,2})?", re.ASCII)
"""A day as exact as it is known; empty where it is not."""


class _ListedDocument(NamedTuple):
    """A document of the list; each text on one line, empty where the list does not say it."""

    title: str = ""
    url: str = ""
    number: str = ""
    type: str = ""
    issuer: str = ""
    issued: str = ""
    """``2014-01-21``."""


class Articles:
    """A record for each article of a file, read again at each pass. Raises IndexUnusable for another form.

    `distinct` asks that no id comes twice, also where the codified law has it twice: what is replaced goes by its id.
    """

    def __init__(self, path: Path, *, distinct: bool = False) -> None:
        self._path, self._distinct = path, distinct
        if why := why_no_file(path):  # a device has no end
            raise IndexUnusable(f"không đọc được các điều luật trong {path}: {why}")
        listed = path.parent / "documents.jsonl"
        self._documents = dict(_read(listed, _listed)) if listed.is_file() else {}

    def __iter__(self) -> Iterator[IndexRecord]:
        ids, empty = DistinctIds(strict=self._distinct), True
        for record in _read(self._path, lambda row, line: self._record(row, line, ids)):
            empty = False
            yield record
        if empty:
            raise IndexUnusable(f"không có điều luật nào trong {self._path}")

    def _record(self, row: ArticleRow, line: int, ids: DistinctIds) -> IndexRecord:
        ids.add(row, line)
        document = self._documents.get(row.item("document"), _ListedDocument())
        where = [document.title or _line(row, "law"), *map(on_one_line, row.lines("chapter")), _line(row, "subject")]
        article = on_one_line(row.figure_or_words("article"))
        return IndexRecord(
            id=row.id,
            kind=ARTICLE,
            kind_label=LABELS[ARTICLE],
            title=on_one_line(row.words("heading")),
            text=row.words("text"),
            context=" · ".join(filter(None, where)),
            numbers=tuple(_numbers(article or _ordinal(_line(row, "source_note")), document)),
            section=f"Điều {article}" if article else _line(row, "code"),
            **_of_document(document),
        )


def _read(path: Path, reading: Callable[[ArticleRow, int], T]) -> Iterator[T]:
    """What `reading` makes of each row and the number of its line.

    Raises IndexUnusable with the line for a row of another form, which `reading` tells as CellRefused.
    """
    try:
        for number, line in article_lines(path):
            try:
                read = reading(row_of(line), number)
            except CellRefused as why:
                raise IndexUnusable(f"không đọc được các điều luật trong {path}, dòng {number}: {why}") from None
            yield read
    except LibraryUnreadable as why:
        raise IndexUnusable(f"không đọc được các điều luật: {why}") from why


def _listed(row: ArticleRow, _: int) -> tuple[int, _ListedDocument]:
    """The item of the national database, and the document that it is."""
    item = row.item("item_id")
    if not item:
        raise CellRefused("thiếu “item_id”")
    document = _ListedDocument(*(_line(row, name) for name in _ListedDocument._fields))
    if not _DAY.fullmatch(document.issued):
        raise CellRefused("“issued” phải là ngày dạng 2014-01-21")
    return item, document


def _line(row: ArticleRow, name: str) -> str:
    """A text on one line, empty where there is none."""
    return str(on_one_line(row.words(name, "")))


def _numbers(article: str, document: _ListedDocument) -> Iterator[str]:
    """The terms by which an article is asked for: its document's number, its own in the document."""
    if document.number:
        yield from record_terms(document.number, "")
    if article:
        yield article_term(article)


def _of_document(document: _ListedDocument) -> Mapping[str, Any]:
    """What an article has from its document; of an unknown one, nothing."""
    return {
        "url": document.url,
        "number": document.number,
        "type": document.type,
        "issuers": (document.issuer,) if document.issuer else (),
        "year": document.issued[:4],
        "issued": int(document.issued.replace("-", "") or 0),
    }


def _ordinal(source_note: str) -> str:
    """The article's number in the document it was taken from; empty where the note does not begin with it."""
    match = re.match(r"\s*\(?\s*Điều (\d{1,4}[a-zđ]?)\b", source_note)
    return match[1] if match else ""
