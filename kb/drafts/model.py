"""A draft: its text, and where each character stands for a reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property

from msgspec import Struct

from kb.citation.reading import without_page_headers
from kb.language.legacy_letters import FontSpan
from kb.language.rewriting import Rewritten

_LINE_ENDS, _PAGE_ENDS = re.compile(r"[\n\f]"), re.compile(r"\f")
LONGEST_TEXT = 10_000_000
"""Code points of the text of a draft: some four thousand pages. A review holds about 70 bytes of memory for each."""
TOO_LONG = f"dài quá {LONGEST_TEXT // 1_000_000} triệu chữ; hãy tách tệp rồi thử lại"


class DraftPlace(Struct, frozen=True):
    """Line and column from 1; where the file has pages, `page` from 1, and the line counts within it.

    `part` names what stands apart from the lines of the file, the header of even pages for one; `counted` is what a
    reader calls a line.
    """

    line: int
    column: int
    page: int | None = None
    part: str = ""
    counted: str = "dòng"

    def __str__(self) -> str:
        if self.part:
            return self.part
        return f"trang {self.page}, dòng {self.line}" if self.page else f"{self.counted} {self.line}"


@dataclass(frozen=True, slots=True)
class DraftPart:
    """What begins at an offset of the text, up to the next part or the end.

    What is said `about` the document, a remark of a reader for one, is none of its text.
    """

    start: int
    name: str
    about: bool = False


@dataclass(frozen=True)
class Draft:
    """The text of one file, `name` without its folder. Form feeds separate the pages of a `paged` file.

    `parts` stand apart from its lines, in the order of the text, behind all that does not. `unread` names what the
    file holds besides, a line for a reader each: nobody may take it for judged.
    """

    name: str
    text: str
    paged: bool = False
    parts: tuple[DraftPart, ...] = ()
    unread: tuple[str, ...] = ()
    """What of the file was not read, a line for a reader each."""
    fonts: tuple[FontSpan, ...] = ()
    """Where the text is in fonts that tell an encoding from before Unicode, until it was converted."""
    encoding: str = ""
    """What the text was typed in, where it was not Unicode: ``TCVN3 (ABC)``; the text is in Unicode all the same."""
    source: Rewritten | None = None
    """The way back to the characters of the file, where reading changed them."""
    counted: str = "dòng"
    """What a reader calls a line of the text: in Word it is a paragraph (*đoạn*)."""
    folder: str = ""
    """The folder of the file with a slash at its end, from the current one; empty where it does not stand below it."""

    def own(self) -> Draft:
        """The draft without what is only said about it."""
        about = next((part.start for part in self.parts if part.about), None)
        if about is None:
            return self
        kept = tuple(part for part in self.parts if part.start < about)
        return replace(self, text=self.text[:about], parts=kept)

    def place(self, offset: int) -> DraftPlace:
        """Where a code point of the text stands, by its offset from 0."""
        line = bisect_right(self._lines, offset) - 1
        column = offset - self._lines[line] + 1
        if not self.paged:
            part = next((part.name for part in reversed(self.parts) if part.start <= offset), "")
            return DraftPlace(line + 1, column, part=part, counted=self.counted)
        page = bisect_right(self._pages, offset) - 1
        first = bisect_right(self._lines, self._pages[page]) - 1
        return DraftPlace(line - first + 1, column, page + 1)

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where a place of the text stands among the characters of the file."""
        return self.source.original(start, end) if self.source else (start, end)

    def excerpt(self, start: int, end: int, around: int = 60) -> tuple[str, str, str]:
        """The words before, at and behind a place, each on one line; at most `around` code points on either side."""
        before, after = self.text[max(0, start - around) : start], self.text[end : end + around]
        if start > around:  # whole words only
            before = before.partition(" ")[2] if " " in before else before
        if end + around < len(self.text):
            after = after.rpartition(" ")[0] if " " in after else after
        return (
            _one_line(before).lstrip(),
            _one_line(without_page_headers(self.text[start:end])).strip(),
            _one_line(after).rstrip(),
        )

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *map(re.Match.end, _LINE_ENDS.finditer(self.text))]

    @cached_property
    def _pages(self) -> list[int]:
        return [0, *map(re.Match.end, _PAGE_ENDS.finditer(self.text))]


def _one_line(text: str) -> str:
    """White space as single blanks; a blank at either end is kept."""
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"
