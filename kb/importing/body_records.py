"""A name of a body as a reading: the corpus's record of that name, or the name in its usual letter case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.corpus.corpus import Corpus
from kb.importing.readings import CERTAIN, BodyReading
from kb.language.fold import normal_word
from kb.language.phrases import phrases_in, words_of
from kb.language.syllable import is_syllable

_PLACE_WORD = re.compile(
    r"(?i:(?:tỉnh|thành|huyện|quận|thị|đảng)\s+(?:ủy|uỷ)"
    r"(?!\s+(?:công an|quân sự|biên phòng|bộ|sở|cơ quan|các|khối|quân khu|trường|ủy ban)(?!\w))"
    r"(?!\s+(?:xã|phường|đặc khu|tỉnh|huyện|thành phố)(?!\w))"
    r"|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã(?!\s+hội)|phường|đặc khu"
    r"|(?:trung học phổ thông|trung học cơ sở|tiểu học|mầm non|mẫu giáo|đại học|thpt|thcs)(?:\s+chuyên)?)"
    r"\s+(?P<name>[^\d()]+)$"
)
"""What stands before the name of a place, or of a school, at the end of a body's name."""
_COMMITTEE = re.compile(r"(?:tỉnh|thành|huyện|quận|thị|đảng)(?= (?:ủy|uỷ) )")
_NATIONAL = " Việt Nam"
_WORD = re.compile(r"[^\W\d_]+")
LONGEST_PHRASE = 6
"""Words of a phrase of the word list whose letter case is taken over."""


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
    """A name in capitals with a first capital, and those of known phrases, abbreviations and the place at its end."""
    small = name[:1].upper() + "".join(_phrases_cased(name))[1:]
    place = _PLACE_WORD.search(small)
    if place:
        small = small[: place.start("name")] + place["name"].title()
    return _COMMITTEE.sub(lambda word: word.group().capitalize(), small)


def _phrases_cased(name: str) -> Iterator[str]:
    """The pieces of a name: phrases of the word list as it has them, abbreviations in capitals, the rest small."""
    words = list(_WORD.finditer(name))
    place, end = 0, 0
    while place < len(words):
        length, cased = _listed_phrase([normal_word(word.group()) for word in words[place : place + LONGEST_PHRASE]])
        taken = words[place : place + length] or words[place : place + 1]
        for word, known in zip(taken, cased or [""], strict=True):
            yield name[end : word.start()]
            yield known or (word.group().lower() if is_syllable(word.group()) else word.group())
            end = word.end()
        place += len(taken)
    yield name[end:]


def _listed_phrase(words: list[str]) -> tuple[int, list[str]]:
    """How many of the words, two at least, are a phrase of the word list, and as it writes them; the longest."""
    for length in range(len(words), 1, -1):
        if cased := _phrases().get(tuple(words[:length])):
            return length, cased
    return 0, []


@cache
def _phrases() -> dict[tuple[str, ...], list[str]]:
    """Every phrase of two words and more in the names of the word list, as it is written in the first that has it."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name in phrases_in("bodies"):
        words = _WORD.findall(name)
        keys = [normal_word(word) for word in words]
        for start in range(len(words)):
            for end in range(start + 2, min(len(words), start + LONGEST_PHRASE) + 1):
                found.setdefault(tuple(keys[start:end]), words[start:end])
    return found


@cache
def listed() -> dict[tuple[str, ...], str]:
    """The word list of bodies, each by its words."""
    return {words_of(name): name for name in phrases_in("bodies")}
