"""A text made ready to be searched, and the way back to the text as it was.

Official texts come with letters, dashes and blanks in many spellings (`kb.language.letters`) and, when copied from the
Official Gazette, with a page header in the middle of a sentence. Patterns are matched on a plain form; every span that
leaves this package counts code points of the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kb.citation.mended import mended, mends
from kb.citation.models import TextSpan
from kb.citation.patterns import TYPE_WORD
from kb.language.letters import Letters
from kb.language.rewriting import Edit, Rewritten

_PAGE_HEADER = re.compile(
    r"""
    (?: \n [ \t]{0,40} \d{1,4} [ \t]{0,40} )?                          # the page number, before it on even pages
    (?: ^ | [\n\f] ) [ \t]{0,40} (?: \d{1,4} [ \t]{1,40} )?
    C?ÔNG[ ]BÁO/Số[ ]\d+ (?: [ ]\+[ ]\d+ )* /Ngày[ ]\d{1,2}-\d{1,2}-\d{4}
    (?: [ \t]{1,40} \d{1,4} )? [ \t]{0,40} (?=[\n\f]|$)
    (?: \n [ \t]{0,40} \d{1,4} [ \t]{0,40} (?=\n|$) )?                 # and after it on odd ones
    """,
    re.VERBOSE,
)
_WIDE = re.compile(r"\s{9,}")
_HEADER_MARK = "ÔNG BÁO/Số "
_PAGE_BREAK = re.compile(r"\n[ \t]{0,40}\d{1,4}[ \t]{0,40}\n?\f|\f[ \t\n]{0,40}\d{1,4}[ \t]{0,40}(?=\n)")
_PAGE_LINE = re.compile(
    r"[\n\f]\s{0,9}(?:trang\s)?(?:-\s?)?\d{1,4}(?:\s?-|/\d{1,4})?[ \t]{0,9}[\n\f]\s{0,9}", re.IGNORECASE
)
"""A line that may be the number of a page."""
_SPACE_BEFORE = 24
"""Code points in front of such a line among which the word before it is looked for."""
_WITHIN = tuple(
    (re.compile(rf"{before}\s*\Z", re.IGNORECASE), re.compile(behind, re.IGNORECASE))
    for before, behind in (
        (r"\d", r"tháng\s+\d|năm\s+(?:19|20)\d\d"),
        (r"ngày", r"\d{1,2}\s+tháng\s|\d{1,2}[/.-]\d"),
        (r"tháng", r"\d{1,2}\s+năm\s"),
        (r"năm", r"(?:19|20)\d\d(?!\w)"),
        (r"số", r"\d{1,5}[/-]"),
        (r"của", r"[^\W\d_]"),
        (r"[^\W_]", r"ngày\s+\d"),
    )
)
"""What stands before and behind the number of a page on a line of its own, within a citation: ``28 tháng 12`` / ``3`` /
``năm 2021``. Between "ngày" and "tháng" it is the day itself, as cells and narrow columns break it."""


def without_page_headers(text: str) -> str:
    """Blanks of the same length where the header or the number of a page cuts a sentence in two."""
    for mark, page in ((_HEADER_MARK, _PAGE_HEADER), ("\f", _PAGE_BREAK)):
        if mark in text:
            text = page.sub(_blank, text)
    if "\n" not in text and "\f" not in text:
        return text
    return _PAGE_LINE.sub(lambda line: _blank(line) if _is_within(text, line) else line.group(), text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _is_within(text: str, line: re.Match[str]) -> bool:
    """Whether the words around a line are those of one citation."""
    start, end = line.span()
    near = max(0, start - _SPACE_BEFORE)
    return any(behind.match(text, end) and before.search(text, near, start) for before, behind in _WITHIN)


class Reading:
    """`plain` is what patterns are matched on; `span` gives the words of the original text.

    Long white space is one mark there: no pattern can lose its way in it, however much a text has. Slips of
    a scanner and words without marks are read as they are meant (`kb.citation.mended`).
    """

    def __init__(self, text: str, mended_text: str | None = None) -> None:
        """`mended_text`: one in which `mends` is known to find nothing."""
        self.text = text
        self._letters = Letters(text)
        plain = without_page_headers(self._letters.text)
        self._narrowed = Rewritten(plain, _narrowings(plain))
        typed = self._narrowed.text
        self._in_place = self._letters.in_place and typed is plain
        self.plain = typed if typed == mended_text else mended(typed, mends(typed))

    @cached_property
    def type_words(self) -> list[re.Match[str]]:
        """Every type word of the plain text, in its order."""
        return list(TYPE_WORD.finditer(self.plain))

    def span(self, start: int, end: int) -> TextSpan:
        """The words of the original that stand at `start` … `end` of the plain text."""
        if not self._in_place:
            start, end = self._letters.original(*self._narrowed.original(start, end))
        return TextSpan(start, end, self.text[start:end])

    def span_at(self, place: tuple[int, int] | None) -> TextSpan | None:
        """`span` of a place that may not have been found."""
        return self.span(*place) if place else None


def _narrowings(text: str) -> Iterator[Edit]:
    """Runs of white space as the end of a paragraph, of a line, of a cell, or a blank."""
    for match in _WIDE.finditer(text):
        run = match.group()
        lines = run.count("\n")
        yield *match.span(), "\n\n" if lines > 1 else "\n" if lines else "\t" if "\t" in run else " "
