"""Citations typed without their marks, or with others: ``Nghi dinh so 06/2014/ND-CP ngay 21/01/2014 cua Chinh phu``.

Read letter for letter as they should be, so that places stay: the type word in front of a number, the letters of its
symbol, the body behind "của".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kb.citation.figures import Mend
from kb.language.fold import folded, normal_word
from kb.language.phrases import Phrases, lexicon, phrases_in, words_of
from kb.number.issuers import WITHOUT_MARKS
from kb.number.types import BY_NAME, symbol_names

_SO = re.compile(r"(?P<so>\s+s[oốôóồ])?\s*[:.]?\s*$", re.IGNORECASE)
_OF = re.compile(r"(?<!\w)(?P<of>c[uùúũụủ]a)\s+(?=\w)", re.IGNORECASE)
_GROUP = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+$")
_OTHER_CLAUSE = re.compile(r"[;()“”\"]|\n\s*\n|\.\s")
LOOKED_BACK = 40
"""Code points in front of a number that hold its type word."""
LOOKED_AHEAD = 60
"""Code points behind a number that hold its day, and "của"."""
LONGEST_BODY = 120
"""Code points of the name of a body."""
LONGEST_TYPE = 4
"""Words of a type word."""


def type_words(text: str, number: int) -> list[Mend] | None:
    """What is to be read otherwise of the type word and "số" in front of a number; None where neither stands there."""
    begin = max(0, number - LOOKED_BACK)
    before = text[begin:number]
    so = _SO.search(before)
    assert so  # it matches nothing at the end, too
    words = before[: so.start()].split()[-LONGEST_TYPE:]
    meant = _meant(tuple(words))
    if meant is None:
        shortened = list(_shortened(text[begin : begin + so.start()], begin))
        return shortened or ([] if so["so"] and normal_word(so["so"]).strip() == "số" else None)
    mends: list[Mend] = []
    count, name, is_typed = meant
    if not is_typed:
        start = before.rfind(words[-count], 0, so.start() - sum(map(len, words[1 - count :] if count > 1 else ())))
        mends.append((begin + start, begin + so.start(), _cased(before[start : so.start()], name)))
    if so["so"] and normal_word(so["so"]).strip() != "số":
        at = begin + so.end("so") - 2
        mends.append((at, at + 2, _cased(text[at : at + 2], "số")))
    return mends


def _shortened(before: str, begin: int) -> Iterator[Mend]:
    """A type word shortened without its marks (``QD``, ``ND``) at the end of a text that begins at `begin`."""
    word = _LAST_WORD.search(before)
    marked = WITHOUT_MARKS.get(word.group()) if word else None
    if word and marked and marked in symbol_names():
        yield begin + word.start(), begin + word.end(), marked


@lru_cache(maxsize=1 << 12)
def _meant(words: tuple[str, ...]) -> tuple[int, str, bool] | None:
    """Of the longest type word at the end, whatever its marks: how many words, which it is, and if it is typed so."""
    for count in range(len(words), 0, -1):
        typed = " ".join(words[-count:])
        name = _types().get(folded(typed))
        if name:
            return count, name, words_of(typed) == words_of(name)
    return None


@cache
def _types() -> dict[str, str]:
    return {folded(name): name for name in BY_NAME}


def symbol(number: re.Match[str]) -> Iterator[Mend]:
    """The letters of a symbol that are none without their marks: ``ND-CP``."""
    for group in _GROUP.finditer(number["symbol"]):
        marked = WITHOUT_MARKS.get(group.group())
        if marked:
            start = number.start("symbol") + group.start()
            yield start, start + len(marked), marked


def body(text: str, end: int) -> Iterator[Mend]:
    """ "của" and a known body behind a number, where they are typed otherwise."""
    of = _OF.search(text, end, end + LOOKED_AHEAD)
    if of is None or _OTHER_CLAUSE.search(text, end, of.start()):
        return
    if of["of"].lower() == "của" and _marked_bodies().end(text, of.end()):
        return
    window = text[of.end() : of.end() + LONGEST_BODY]
    plain = folded(window)
    stop = _bodies().end(plain, 0) if len(plain) == len(window) else None
    typed = window[:stop] if stop else ""
    name = _names().get(words_of(folded(typed)))
    if name:
        yield *of.span("of"), _cased(of["of"], "của")
        if words_of(typed) != words_of(name):
            yield of.end(), of.end() + len(typed), _cased(typed, name)


@cache
def _names() -> dict[tuple[str, ...], str]:
    return {words_of(folded(name)): name for name in phrases_in("bodies")}


@cache
def _marked_bodies() -> Phrases:
    return lexicon("bodies")


@cache
def _bodies() -> Phrases:
    return Phrases(folded(name) for name in phrases_in("bodies"))


def _cased(typed: str, name: str) -> str:
    """The letters of a name in the letter case, and between the blanks, of what was typed."""
    letters = iter(c for c in name if c.isalpha())
    return "".join(
        (letter.upper() if c.isupper() else letter.lower()) if c.isalpha() and (letter := next(letters, c)) else c
        for c in typed
    )
