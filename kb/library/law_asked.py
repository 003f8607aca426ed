"""The name of a law as a hurried hand types it: by first letters (``BLDS``, ``Luật HN&GĐ``) or without its marks.

Letters are read by the names of laws that are known (`kb.language.law_names`); no list of abbreviations is made up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from kb.language.fold import composed, folded
from kb.language.law_names import LEFT_OUT, abbreviates_whole, law_words
from kb.language.phrases import phrases_in, words_of
from kb.register.entry import LAWS

_TYPES = {folded(law): law for law in LAWS}
_TYPED = re.compile(rf"(?P<type>{'|'.join(sorted(_TYPES, key=len, reverse=True))})(?!\w)\s*")
_LETTERS = {"bl": "Bộ luật", "pl": "Pháp lệnh", "l": "Luật"}
"""First letters of the types, as they stand glued in front of those of a name."""
_GLUED = re.compile(r"(?P<type>bl|pl|l)(?=\w{2})")
_YEAR = re.compile(r"[\s,(]+(?:n[aă]m\s+)?(?P<year>(?:19|20)\d\d)\)?$", re.IGNORECASE)
_SMALL = frozenset(map(folded, LEFT_OUT))


def laws_meant(text: str, titles: Iterable[str]) -> list[str]:
    """The names, with type and year as far as they are typed, of the laws that may be meant; of `titles` and of all
    laws that are known by name.

    A name as it stands in full with its marks is none of these: it needs no reading.
    """
    typed = " ".join(composed(text).split())
    year = _YEAR.search(typed)
    typed = typed[: year.start()] if year else typed
    behind = f" năm {year['year']}" if year else ""
    known = phrases_in("laws")
    names = {law_words(name): name for name in (*map(_without_type, titles), *known)}
    found = {(law, name): None for law, rest in _parted(typed) for name in _named(rest, names.values())}
    return [" ".join(filter(None, (law, name))) + behind for law, name in found]


def _without_type(title: str) -> str:
    named = _TYPED.match(folded(title))
    return title[named.end() :] if named and named.end() < len(title) else title


def _parted(typed: str) -> Iterator[tuple[str, str]]:
    """The type and the words behind it, each way in which they may be told apart; the type may be missing."""
    plain = folded(typed)
    if named := _TYPED.match(plain):
        yield _TYPES[named["type"]], typed[named.end() :]
        return
    if glued := _GLUED.match(plain):
        yield _LETTERS[glued["type"]], typed[glued.end() :]
    yield "", typed


def _named(rest: str, names: Collection[str]) -> Iterator[str]:
    words = words_of(rest)
    is_plain = rest.lower() == folded(rest)
    unmarked = [word for word in map(folded, words) if word not in _SMALL]
    for name in names if words else ():
        own = words_of(name)
        same = is_plain and unmarked == [word for word in map(folded, own) if word not in _SMALL]
        if same or (words != own and abbreviates_whole(words, own)):
            yield name
