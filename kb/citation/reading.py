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
_PAGE_LINE = r"\s{0,9}[\n\f]\s{0,9}(?:trang\s)?(?:-\s?)?\d{1,4}(?:\s?-|/\d{1,4})?[ \t]{0,9}[\n\f]\s{0,9}"
_ALONE = re.compile(r"[\n\f]\s{0,9}(?:[Tt]rang\s)?(?:-\s?)?\d{1,4}(?:\s?-|/\d{1,4})?[ \t]{0,9}[\n\f]")
"""A line that may be the number of a page: texts without one need not be looked through for the next."""
_PAGE_WITHIN = re.compile(
    rf"""
      (?<=[\d\f]) {_PAGE_LINE} (?= tháng\s+\d | năm\s+(?:19|20)\d\d )
    | (?<=ngày) {_PAGE_LINE} (?= \d{{1,2}}\s+tháng\s | \d{{1,2}}[/.-]\d )
    | (?<=tháng) {_PAGE_LINE} (?= \d{{1,2}}\s+năm\s )
    | (?<=năm) {_PAGE_LINE} (?= (?:19|20)\d\d(?!\w) )
    | (?<=số) {_PAGE_LINE} (?= \d{{1,5}}[/-] )
    | (?<=của) {_PAGE_LINE} (?= [^\W\d_] )
    | (?<=[^\W_]) {_PAGE_LINE} (?= ngày\s+\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The number of a page on a line of its own, within a citation: ``28 tháng 12`` / ``3`` / ``năm 2021``. Between "ngày"
and "tháng" it is the day itself, as cells and narrow columns break it."""


def without_page_headers(text: str) -> str:
    """Blanks of the same length where the header of a page of the Official Gazette cuts a sentence in two."""
    for mark, page in ((_HEADER_MARK, _PAGE_HEADER), ("\f", _PAGE_BREAK), ("\n", _PAGE_WITHIN)):
        if mark in text and (page is not _PAGE_WITHIN or _ALONE.search(text)):
            text = page.sub(lambda match: " " * len(match.group()), text)
    return text


class Reading:
    """`plain` is what patterns are matched on; `span` gives the words of the original text.

    Long white space is one mark there: no pattern can lose its way in it, however much a text has. Slips of
    a scanner and words without marks are read as they are meant (`kb.citation.mended`).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._letters = Letters(text)
        plain = without_page_headers(self._letters.text)
        self._narrowed = Rewritten(plain, _narrowings(plain))
        typed = self._narrowed.text
        self.plain = mended(typed, mends(typed))

    @cached_property
    def type_words(self) -> list[re.Match[str]]:
        """Every type word of the plain text, in its order."""
        return list(TYPE_WORD.finditer(self.plain))

    def span(self, start: int, end: int) -> TextSpan:
        """The words of the original that stand at `start` … `end` of the plain text."""
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
