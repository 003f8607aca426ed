"""Document numbers as exact terms, the same for a record and for what a user types.

A record gives every form by which it may be asked for: ``124/2021/TT-BCA`` whole, ``tt 124``,
``tt 124/2021`` and ``124/2021``. A query gives the forms that stand in it, in any spelling: swapped
separators, no diacritics, spaces instead of slashes, the type in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.language.fold import folded
from kb.number import types as table
from kb.number.scanned import with_figures

TYPES = {folded(row.name): row.asked for row in table.TYPES if row.asked}
"""Type words as typed, folded -> the abbreviation that stands in the number."""
_SYMBOLS = {folded(symbol) for row in table.TYPES if row.short for symbol in row.symbols}
ABBREVIATIONS = tuple(sorted({*TYPES.values(), *_SYMBOLS}, key=lambda word: (-len(word), word)))
"""Abbreviations of types, folded, the longest first."""
_ORDINAL = r"(?P<ordinal>\d{1,5}(?:\.\d{1,3})?[a-z]?)"
"""``124``, ``15a``, and ``66.17`` of a resolution of the Government that shares its number with others."""
_TYPED = re.compile(
    rf"\b(?P<type>{'|'.join([*sorted(TYPES, key=len, reverse=True), *ABBREVIATIONS])})"
    rf"[\s./-]*(?:so\s+)?{_ORDINAL}(?:\s*/\s*(?P<year>(?:19|20)\d{{2}})|\s+nam\s+(?P<issued>(?:19|20)\d{{2}}))?\b(?!\s*%)"
)
_WHOLE = re.compile(
    rf"\b{_ORDINAL}(?:[\s/-]+(?P<year>(?:19|20)\d{{2}}))?\s*[\s/-]\s*"
    r"(?P<symbol>[a-z][a-z\d&]*(?:\s*[\s/-]\s*[a-z][a-z\d&]*){0,3})"
)
_YEARED = re.compile(r"\b(?P<ordinal>\d{1,5}(?:\.\d{1,3})?)\s*/\s*(?P<year>(?:19|20)\d{2})\b")
_ARTICLE = re.compile(r"\bdieu\s+(?P<ordinal>\d{1,4}[a-z]?)\b")
_DAY = re.compile(r"\b(?P<day>\d{1,2})\s*[/-]\s*(?P<month>\d{1,2})\b(?!\s*[/-]\s*\d)")
PATTERNS = {"typed": _TYPED, "whole": _WHOLE, "yeared": _YEARED, "article": _ARTICLE, "day": _DAY}
"""What the browser looks for in a folded query (`indexer.browser.settings`)."""


def whole(number: str) -> str | None:
    """The term of a complete number: ``n:124|2021|ttbca``; None for another text."""
    match = _WHOLE.fullmatch(folded(number).strip())
    return _whole_term(match, match["symbol"]) if match else None


def record_terms(number: str, type_: str, issued: str = "") -> Iterator[str]:
    """Every term by which a document of this number, type and year of issue may be asked for."""
    term = whole(number)
    if term is None:
        return
    yield term
    ordinal, year, _ = term[2:].split("|")
    leading = re.match(r"[\d.]+[a-z]?[\s/-]+(?:(?:19|20)\d{2}[\s/-]+)?([a-z]+)", folded(number))
    names = sorted({type_abbreviation(type_), leading[1] if leading else ""} - {""})
    for name in names:
        yield f"n:{name}{ordinal}"
        for known in sorted({year, issued} - {""}):
            yield f"n:{name}{ordinal}|{known}"
    if year:
        yield f"n:{ordinal}|{year}"


def type_abbreviation(type_: str) -> str:
    """``thong-tu`` -> ``tt``; empty for a type without one."""
    return TYPES.get(type_.replace("-", " "), "")


def query_terms(query: str) -> list[tuple[str, str]]:
    """The number terms that stand in a query, each with the words it was read from.

    A reading is only a proposal: the index decides whether it counts.
    """
    text = with_figures(folded(query))
    found: list[tuple[str, str]] = []
    for match in _WHOLE.finditer(text):
        # "124 2021 tt bca chu de": the symbol may take in words that follow, so each prefix is proposed.
        groups = re.split(r"[\s/-]+", match["symbol"])
        for length in range(len(groups), 0, -1):
            found.append((_whole_term(match, "".join(groups[:length])), match.group()))
    for match in _TYPED.finditer(text):
        name = TYPES.get(match["type"], match["type"])
        ordinal = match["ordinal"].lstrip("0") or "0"
        found.append((f"n:{name}{ordinal}" + (f"|{match['year']}" if match["year"] else ""), match.group()))
        if match["issued"]:
            found.append((f"n:{name}{ordinal}|{match['issued']}", match.group()))
    for match in _YEARED.finditer(text):
        found.append((f"n:{match['ordinal'].lstrip('0')}|{match['year']}", match.group()))
    for match in _DAY.finditer(text):
        found.append((day_term(int(match["month"]), int(match["day"])), match.group()))
    return list(dict.fromkeys(found))


def asked_articles(query: str) -> list[str]:
    """The terms of the articles that a query names: "điều 6" -> ``a:6``."""
    return list(dict.fromkeys(article_term(match["ordinal"]) for match in _ARTICLE.finditer(folded(query))))


def article_term(ordinal: str) -> str:
    """The term of an article's number in its law: ``a:6``."""
    return f"a:{folded(ordinal).lstrip('0')}"


def day_term(month: int, day: int) -> str:
    """The term of a day of the year: 19/8 -> ``n:day8-19``."""
    return f"n:day{month}-{day}"


def _whole_term(match: re.Match[str], symbol: str) -> str:
    letters = re.sub(r"[^a-z\d]", "", symbol)
    return f"n:{match['ordinal'].lstrip('0') or '0'}|{match['year'] or ''}|{letters}"
