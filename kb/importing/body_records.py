"""A name of a body as a reading: the corpus's record of that name, or the name in its usual letter case."""

from __future__ import annotations

import re
from functools import cache

from kb.corpus.corpus import Corpus
from kb.importing.readings import CERTAIN, BodyReading
from kb.language.phrases import phrases_in, words_of

_PLACE_WORD = re.compile(
    r"(?i:(?:tỉnh|thành|huyện|quận|thị|đảng)\s+(?:ủy|uỷ)"
    r"|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã(?!\s+hội)|phường|đặc khu)\s+(?P<name>[^\d()]+)$"
)
_COMMITTEE = re.compile(r"(?:tỉnh|thành|huyện|quận|thị|đảng)(?= (?:ủy|uỷ) )")
_NATIONAL = " Việt Nam"


def names_of(corpus: Corpus) -> dict[tuple[str, ...], str]:
    """The id of the record for the words of each name and alias."""
    table: dict[tuple[str, ...], str] = {}
    for body in corpus.bodies.values():
        for name in (body.name, *body.aliases):
            table.setdefault(words_of(name), body.id)
    return table


def reading_of(corpus: Corpus, name: str, record_id: str | None, sure: float, start: int, words: str) -> BodyReading:
    """A body of the corpus by its record's name; another with the letter case that the text gives it."""
    if record_id:
        return BodyReading(corpus.bodies[record_id].name, record_id, CERTAIN, start)
    return BodyReading(_cased(name, words), None, sure, start, "chưa có trong kho")


def _cased(name: str, words: str) -> str:
    """The name in the letter case in which the text has it, or the word list; else with a first capital.

    So is what stands in front of a place: texts name ``Sở Nội vụ``, headers the province too.
    """
    form = r"\s+".join(map(re.escape, name.split()))
    written = (match.group() for match in re.finditer(form, words, re.IGNORECASE))
    if match := next((found for found in written if found != found.upper()), ""):
        return " ".join(match.split())
    for national in ("", _NATIONAL):  # the word list has bodies of provinces by the name of the national one
        if known := listed().get(words_of(name + national)):
            return known.removesuffix(national)
    small = _in_small_letters(name)
    place = _PLACE_WORD.search(name)
    front = name[: place.start()].strip() if place else ""
    return f"{_cased(front, words)} {small[place.start() :]}" if place and front else small


def _in_small_letters(name: str) -> str:
    """A name in capitals with a first capital, and with those of the place at its end."""
    small = name[:1].upper() + name[1:].lower()
    place = _PLACE_WORD.search(small)
    if place:
        small = small[: place.start("name")] + place["name"].title()
    return _COMMITTEE.sub(lambda word: word.group().capitalize(), small)


@cache
def listed() -> dict[tuple[str, ...], str]:
    """The word list of bodies, each by its words."""
    return {words_of(name): name for name in phrases_in("bodies")}
