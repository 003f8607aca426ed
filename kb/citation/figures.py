"""Letters that a scanner or a slip puts for figures (``l24/2021``, ``2O21``, ``14/l0/2021``), read as figures.

Letter for letter, so that places stay; in a number that bears the symbol of a type, and in a day behind "ngày".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.number.scanned import FIGURES
from kb.number.types import symbol_names

Mend = tuple[int, int, str]
"""Start and end in the text, and what is read there: as many characters."""
_IN_YEAR = r"[\dlIi|OoQSsBZz]"
_LAST_OF_ORDINAL = r"[\dlIi|OoQSsZz]"
"""No B: behind an ordinal it is that of a series (``522B/NQ-UBTVQH13``)."""
_LETTERS = "|".join(sorted({*symbol_names(), "QH", "UBTVQH", "ND", "QD"}, key=len, reverse=True))
NUMBER = re.compile(
    rf"(?<![\w/.|-])(?P<ordinal>{_IN_YEAR}{{0,4}}{_LAST_OF_ORDINAL})[a-zA-Z]?(?P<year>/{_IN_YEAR}{{4,5}}(?=[/-]))?"
    rf"(?P<symbol>[/-](?:{_LETTERS})(?![a-zà-ỹ]{{3}})\w*(?:[/-]\w{{1,20}}){{0,4}})"
)
"""A number with the symbol of a type, in figures or what is taken for them."""
_UNIT = re.compile(r"(?<=[/-])(?:QH|UBTVQH|P?[A-Z])(?P<figures>[lIOo]\d|\d[lIOoSZ])(?!\w)")
"""A unit of the police or a term of the National Assembly: ``VO5``, ``QHl5``."""
_DOUBLED = re.compile(r"(?<=[\dA-ZĐ])(?:--|//)(?=[\dA-ZĐ])")
_PART = rf"{_IN_YEAR}{{1,2}}"
_DAY = re.compile(
    rf"(?<!\w)ng[aàáạả]y\s+(?:(?P<d>{_PART})\s*[/.-]\s*(?P<m>{_PART})\s*[/.-]\s*(?P<y>{_IN_YEAR}{{4}})"
    rf"|(?P<D>{_PART})\s+(?P<month>th[aáàâ]ng)\s+(?P<M>{_PART})\s*,?\s+(?P<year>n[aăãâá](?:m|rn))\s+(?P<Y>{_IN_YEAR}{{4}}))(?!\w)",
    re.IGNORECASE,
)
_FIGURED, _WORDED = ("d", "m", "y"), ("D", "M", "Y")
"""The parts of a day in figures alone, and of one with words."""
_WORDS = {"month": "tháng", "year": "năm"}


def number_figures(number: re.Match[str]) -> Iterator[Mend]:
    """Figures of a match of `NUMBER` that were typed as letters; one letter alone is none without a year."""
    ordinal, year = number["ordinal"], number["year"]
    figures = ordinal.translate(FIGURES)
    if not ordinal.isdecimal() and (any(map(str.isdigit, ordinal)) or ((year or len(ordinal) > 1) and int(figures))):
        yield *number.span("ordinal"), figures
    if year:
        yield *number.span("year"), year.translate(FIGURES)
    for unit in _UNIT.finditer(number.string, *number.span("symbol")):
        yield *unit.span("figures"), unit["figures"].translate(FIGURES)


def signs(text: str) -> Iterator[Mend]:
    """Signs of a number that were typed twice (``06//2014/NĐ--CP``): a blank behind one ends no number."""
    if "--" in text or "//" in text:
        yield from ((*sign.span(), f"{sign.group()[0]} ") for sign in _DOUBLED.finditer(text))


def days(text: str) -> Iterator[Mend]:
    """Letters for figures, and the words of a day with no or other marks: ``22 tháng l2 nãm 2O21``."""
    for day in _DAY.finditer(text):
        parts = _FIGURED if day["y"] else _WORDED
        typed = day.group(*parts)
        if not any(map(str.isdecimal, typed[-1])):
            continue
        for name, figures in zip(parts, typed, strict=True):
            if not figures.isdecimal():
                yield *day.span(name), figures.translate(FIGURES)
        if parts is _WORDED:
            yield from ((*day.span(name), _cased(word, day[name])) for name, word in _WORDS.items())


def _cased(word: str, typed: str) -> str:
    """A word in the letter case and the length of what was typed; a word of mixed case stays."""
    return word.ljust(len(typed)) if typed.islower() else word.upper().ljust(len(typed)) if typed.isupper() else typed
