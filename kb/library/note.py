"""The source note of an article of the codified law: article, document, day, body, effect, and later changes.

``(Điều 8 Luật số 35/2013/QH13 Hòa giải ở cơ sở ngày 20/06/2013 của Quốc hội, có hiệu lực thi hành kể từ ngày
01/01/2014)``. The first note of a document on a page gives all of it, the others its number alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from kb.errors import InvalidNumber
from kb.library.article import ArticleSource, SourceChange
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME

_TYPES = {name.casefold(): name for name in BY_NAME}
_TYPE = "|".join(sorted(BY_NAME, key=len, reverse=True))
_SIGNED = r"\s?[/-]\s?"
_NUMBER = rf"\d{{1,5}}[A-Za-z]?(?:\s?/\s?\d{{4}})?{_SIGNED}[^\W\d_][\w&]*(?:{_SIGNED}[^\W\d_][\w&]*)*"
_HEAD = re.compile(
    rf"(?:Điều\s+(?P<article>\d{{1,4}}[a-zđ]{{0,2}})\s+)?(?P<type>{_TYPE})(?!\w)(?:\s+số:?\s+(?P<number>{_NUMBER}))?",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{4}"
_PASSED = re.compile(rf"\bngày\s+(?P<day>{_DAY})\s+của\s+(?P<issuer>.+)")
_EFFECT = re.compile(rf",?\s*có hiệu lực(?:\s+thi hành)?(?:\s+kể)?\s+từ\s+ngày\s+(?P<day>{_DAY})")
_CHANGED = re.compile(
    r"(?:^|[,;])\s*(?:(?P<how>(?:có nội dung )?(?:được|bị) [^;,]{1,60}(?:, [^;,]{1,60}){0,6}?)\s+)?bởi "
)
LONGEST_NOTE = 10_000
"""Code points of a note that are read; the longest of 2026 has some 900."""
_BEHIND_NUMBER = re.compile(r"^\s*\(\d+\)\s*")


class StatedSources:
    """The sources of the articles of one subject: what only the first note of a document states holds of all."""

    def __init__(self) -> None:
        self._stated: dict[tuple[str, str], ArticleSource] = {}

    def of(self, note: str) -> ArticleSource:
        """The source of the next article of the subject."""
        source = parse_note(note)
        key = (source.type, source.number or source.title)
        first = self._stated.get(key)
        if source.issued:
            self._stated[key] = source
        elif first:
            return replace(source, title=first.title, issued=first.issued, issuer=first.issuer)
        return source


def parse_note(note: str) -> ArticleSource:
    """What a note states; an empty source where it does not begin as notes do. Never raises."""
    text = " ".join(note[:LONGEST_NOTE].split()).lstrip("( ")
    head = _HEAD.match(text)
    if head is None:
        return ArticleSource()
    effect = _EFFECT.search(text, head.end())
    end = effect.start() if effect else len(text.rstrip(") "))
    changed = text[effect.end() if effect else end :]
    title, issued, issuer = _passed(_BEHIND_NUMBER.sub("", text[head.end() : end]).strip(" ,"))
    return ArticleSource(
        article=(head["article"] or "").lower(),
        type=_TYPES[" ".join(head["type"].casefold().split())],
        number=plain_number(head["number"]),
        title=title,
        issued=issued,
        issuer=issuer,
        in_force=_day(effect["day"]) if effect else "",
        changes=tuple(_changes(changed)),
    )


def _passed(words: str) -> tuple[str, str, str]:
    """Title, day and body: ``Hòa giải ở cơ sở ngày 20/06/2013 của Quốc hội``; titles may hold days of others."""
    match = None
    for start in (found.start() for found in re.finditer(r"\bngày\s", words)):
        match = _PASSED.match(words, start) or match
    if match is None:
        return words, "", ""
    return words[: match.start()].strip(" .,"), _day(match["day"]), match["issuer"].strip(" .,")


def _changes(words: str) -> Iterator[SourceChange]:
    """``, có nội dung được sửa đổi bởi Điều 1 Nghị định số … có hiệu lực … từ ngày …; Điều 2 …``."""
    found = list(_CHANGED.finditer(words))
    ends = [match.start() for match in found[1:]] + [len(words)]
    for match, end in zip(found, ends, strict=False):
        for part in words[match.end() : end].split(";"):
            if by := part.strip(" ,.)"):
                number = re.search(rf"số:?\s+({_NUMBER})", by)
                effect = _EFFECT.search(by)
                name = by[: effect.start()].strip(" ,") if effect else by
                day = _day(effect["day"]) if effect else ""
                yield SourceChange(match["how"] or "", name, plain_number(number[1]) if number else "", day)


def type_pattern() -> str:
    """The type words of documents, as a pattern."""
    return _TYPE


def number_pattern() -> str:
    """A number as notes write it, blanks around its signs, as a pattern."""
    return _NUMBER


def plain_number(typed: str | None) -> str:
    """The number in its usual form; as typed where it is none."""
    bare = re.sub(r"\s", "", typed or "")
    try:
        return str(DocumentNumber.parse(bare)) if bare else ""
    except InvalidNumber:
        return bare


def _day(typed: str) -> str:
    """``01/07/2005`` as an ISO day; empty for no day of the calendar."""
    day, month, year = (int(part) for part in typed.split("/"))
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
