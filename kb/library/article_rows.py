"""Rows of articles from JSON lines, plain or compressed (.xz): read a line at a time, each cell checked.

What is wrong is told with the number of the line and the name of the cell, because a file holds tens of thousands.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import DecodeError
from msgspec.json import Decoder

from kb.errors import LibraryUnreadable
from kb.files import refusal
from kb.language.characters import is_seen_whole
from kb.library.package import LARGEST_PACKAGE, LARGEST_PAGE, MEGABYTE

LONGEST_ID = 200
"""Code points of an id; those of the codified law have 40."""
_MOST_ITEMS = 10**9
"""Beyond any item of the national database."""
_BOM = b"\xef\xbb\xbf"
_decode = Decoder().decode


class CellRefused(ValueError):
    """A line or a cell of it that is not of the form; the text is the reason in Vietnamese."""


class ArticleRow:
    """The cells of a line; each method raises CellRefused."""

    def __init__(self, cells: dict[str, Any]) -> None:
        self._cells = cells

    def __contains__(self, name: str) -> bool:
        return name in self._cells

    @property
    def id(self) -> str:
        """One line of characters that are seen."""
        text = self.words("id")
        if not is_seen_whole(text) or len(text) > LONGEST_ID:
            raise CellRefused(f"“id” phải là một dòng không quá {LONGEST_ID} ký tự, không có ký tự ẩn")
        return text

    def words(self, name: str, default: str | None = None) -> str:
        """A text; `default` where there is none, if it may be missing."""
        value = self._cells.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise CellRefused(f"thiếu “{name}”" if name not in self._cells else f"“{name}” phải là chữ")
        return value

    def name(self, name: str) -> str:
        """A text that says something."""
        if not (text := self.words(name)).strip():
            raise CellRefused(f"“{name}” để trống")
        return text

    def figure_or_words(self, name: str) -> str:
        """A number or a text, as text: ``8``, ``8a``."""
        value = self._cells.get(name)
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.words(name, "")

    def item(self, name: str) -> int:
        """An item of the national database; 0 where there is none."""
        value = self._cells.get(name) or 0
        if not isinstance(value, int) or not 0 <= value < _MOST_ITEMS:
            raise CellRefused(f"“{name}” phải là số của văn bản ở CSDL quốc gia")
        return int(value)

    def lines(self, name: str) -> tuple[str, ...]:
        """A list of texts, or one text."""
        value = self._cells.get(name) or ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            raise CellRefused(f"“{name}” phải là danh sách chữ")
        return tuple(value)

    def rows(self, name: str) -> Iterator[ArticleRow]:
        """A list of objects."""
        value = self._cells.get(name) or ()
        if not isinstance(value, list | tuple) or not all(isinstance(one, dict) for one in value):
            raise CellRefused(f"“{name}” phải là danh sách đối tượng")
        return map(ArticleRow, value)


class DistinctIds:
    """The ids of a file: one that came twice would name two articles.

    The codified law itself has such anchors (29 in its 62,323 articles), so that rows with a code may repeat one where
    `strict` does not ask for more. Of an id its hash is kept, not its letters: files are large.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self._strict = strict
        self._lines: dict[int, int] = {}

    def add(self, row: ArticleRow, line: int) -> None:
        """Raises CellRefused for an id that an earlier line has."""
        first = self._lines.setdefault(hash(row.id), line)
        if first != line and (self._strict or not row.words("code", "")):
            raise CellRefused(f"“id” {row.id} đã có ở dòng {first}")


def article_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers from 1. Raises LibraryUnreadable."""
    number, size = 0, 0
    try:
        with lzma.open(path) if path.suffix.lower() == ".xz" else path.open("rb") as file:
            while line := file.readline(LARGEST_PAGE + 1):
                number, size = number + 1, size + len(line)
                if len(line) > LARGEST_PAGE or size > LARGEST_PACKAGE:
                    raise LibraryUnreadable(f"{path.name} quá lớn ở dòng {number} ({size // MEGABYTE} MB); không đọc")
                line = line.removeprefix(_BOM) if number == 1 else line
                if line.strip():
                    yield number, line.rstrip(b"\r\n")
    except OSError as error:
        raise LibraryUnreadable(f"{path.name} không đọc được; {refusal(error)}") from error
    except (EOFError, lzma.LZMAError) as error:
        raise LibraryUnreadable(f"{path.name} không giải nén được, hoặc hỏng sau dòng {number}") from error


def row_of(line: bytes) -> ArticleRow:
    """The cells of a line. Raises CellRefused."""
    try:
        cells = _decode(line)
    except (DecodeError, UnicodeDecodeError, RecursionError):
        raise CellRefused("không phải JSON, hoặc không phải UTF-8") from None
    if not isinstance(cells, dict):
        raise CellRefused("không phải một đối tượng JSON")
    return ArticleRow(cells)
