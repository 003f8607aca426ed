"""Texts in encodings from before Unicode: recognised by their letters or fonts, and read as Unicode.

A line is taken for an encoding when its odd words, read so, are syllables of Vietnamese, and are none as they stand.
Lines that read either way follow the lines around them. `kb.language.legacy_tables` holds the tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.language.legacy_letters import FontSpan, LegacyPiece, edits_of, in_encoding
from kb.language.legacy_tables import encodings
from kb.language.rewriting import Edit
from kb.language.syllable import is_syllable
from kb.language.viqr import NAME as VIQR
from kb.language.viqr import viqr_edits

_ODD = re.compile(
    r"[\x80-\xa9\xab-\xbf\xc4-\xc7\xcb\xce\xcf\xd1\xd6-\xd8\xdb\xdc\xde\xdf\xe4-\xe7\xeb\xee\xef\xf1\xf6-\xf8\xfb\xfc\xfe"
    r"\xff\x02\x05\x06\x14\x19ƒŠŒŽšœžŸ]"
    r"|[ìòÌÒ](?:(?<=[aeoyâêôãõýAEOYÂÊÔÃÕÝ].)|(?<=[^\WgG]i.)|(?<=[^\WqQ]u.)|(?<=iì))"
)
"""Characters that stand in words of a legacy text alone. ð and Ð are not among them: keyboards type them for đ.
A tone of Windows-1258 stands behind its vowel, and there no word of today has ì or ò (but ``giò``, ``quì``)."""
_UNICODE_LETTER = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u0323]")
"""Letters that no text before Unicode has."""
_WORD = re.compile(r"[^ \t-\r\xa0!-/:-@\[-`{-~0-9]+")
_EDGES = "«»·°²³¹®©§±¼½¾÷×¬¦“”‘’…–—•\u00a0"
"""Signs that stand at a word in any text."""
LEAST_SHARE = 0.8
"""Share of the words with marks of a line that must be syllables in an encoding."""
FEWEST_ODD = 2
"""Different odd words that settle the encoding of a line by themselves; one may be a unit of measure (``µm``)."""
FEWEST_UNREAD, LEAST_UNREAD_SHARE = 3, 0.3
"""Odd words that are syllables in no encoding, and their share of the words with marks, from which a text or a line of
it is in an encoding that is not known."""
LONGEST_SYMBOL = 8
"""Letters of a group of a number: ``BGDĐT``."""


@dataclass(frozen=True)
class LegacyReading:
    """What a text was found to be: the edits that make it Unicode, and the names of the encodings it was typed in."""

    edits: tuple[Edit, ...] = ()
    names: tuple[str, ...] = ()
    unread: tuple[int, ...] = ()
    """Where lines begin whose encoding is not known."""
    hopeless: bool = False
    """Whether that is so of the text at large."""


def read_legacy(text: str, fonts: Sequence[FontSpan] = ()) -> LegacyReading:
    """How the text becomes Unicode; nothing to do for nearly every text."""
    if not _may_be_legacy(text, fonts):
        typed = viqr_edits(text)
        return LegacyReading(tuple(typed), (VIQR,)) if typed else LegacyReading()
    pieces = list(_pieces(text, fonts))
    chosen = _chosen(text, pieces)
    edits: list[Edit] = []
    names: Counter[str] = Counter()
    left: list[tuple[int, list[str]]] = []
    for piece, name in zip(pieces, chosen, strict=True):
        words = _words(text[piece[0] : piece[1]])
        if name:
            edits += edits_of(text, piece, name)
            names[name] += len(words)
        else:
            left.append((piece[0], words))
    unread = tuple(start for start, words in left if _is_unread(words))
    hopeless = not edits and _is_unread([word for _, words in left for word in words])
    return LegacyReading(tuple(edits), tuple(name for name, count in names.most_common() if count), unread, hopeless)


def _may_be_legacy(text: str, fonts: Sequence[FontSpan]) -> bool:
    """Whether letters or fonts tell of an encoding from before Unicode; a font tells nothing of ASCII."""
    return _ODD.search(text) is not None or any(not text[font.start : font.end].isascii() for font in fonts)


def has_unicode_letter(text: str) -> bool:
    """Whether a text has a Vietnamese letter that no text from before Unicode has."""
    return _UNICODE_LETTER.search(text) is not None


def _pieces(text: str, fonts: Sequence[FontSpan]) -> Iterator[LegacyPiece]:
    """The lines, cut where a font begins or ends that tells an encoding."""
    at = 0
    for font in fonts:
        yield from ((start, end, None) for start, end in _lines(text, at, font.start))
        yield from ((start, end, font) for start, end in _lines(text, font.start, font.end))
        at = font.end
    yield from ((start, end, None) for start, end in _lines(text, at, len(text)))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield start, stop
        start = stop


def _chosen(text: str, pieces: Sequence[LegacyPiece]) -> list[str]:
    """The encoding of each piece; empty for Unicode."""
    settled = [_settled(text[start:end], font) for start, end, font in pieces]
    commonest = Counter(filter(None, settled)).most_common(1)
    if commonest:
        settled = [
            name if font else _as_most(text[start:end], name, commonest[0][0])
            for (start, end, font), name in zip(pieces, settled, strict=True)
        ]
    following = next((name for name in settled if name is not None), None)
    if following is None:
        following = _of_all(text)
    chosen = []
    for (start, end, _), name in zip(pieces, settled, strict=True):
        if name is None:
            name = following if _fits(text[start:end], following) else ""
        else:
            following = name
        chosen.append(name)
    return chosen


def _settled(piece: str, font: FontSpan | None) -> str | None:
    """The encoding of a piece by its font or letters, empty for Unicode; None where it may be either."""
    if _UNICODE_LETTER.search(piece):
        return ""
    words = _words(piece)
    if font:  # a text in Unicode may keep the style of an old one
        return font.encoding if _share(words, font.encoding) >= _share(words, "") else ""
    odd = {word for word in words if _ODD.search(word) and len(word) > 1}
    return (_best(words) or None) if len(odd) >= FEWEST_ODD else None


def _as_most(piece: str, name: str | None, commonest: str) -> str | None:
    """The commonest encoding of the text for a line that reads in it too: few words may be syllables in several."""
    return commonest if name and _share(_words(piece), commonest) >= LEAST_SHARE else name


def _of_all(text: str) -> str:
    """The encoding of a text no line of which is settled."""
    words = _words(text)
    return _best(words) if any(_ODD.search(word) and len(word) > 2 for word in words) else ""


def _best(words: Sequence[str]) -> str:
    """The encoding in which most words are syllables; empty where too few are, or no more than in Unicode."""
    shares = {name: _share(words, name) for name in encodings()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= LEAST_SHARE and shares[best] > _share(words, "") else ""


def _fits(piece: str, name: str) -> bool:
    """Whether a piece that may be either reads at least as well in the encoding of those around it."""
    words = _words(piece)
    return bool(name) and bool(words) and _share(words, name) >= _share(words, "")


def _words(piece: str) -> list[str]:
    """The words with marks, without signs at their edges that are none of theirs in any encoding."""
    return [word for word in _WORD.findall(piece) if not word.isascii() or _ODD.search(word)]


def _share(words: Iterable[str], name: str) -> float:
    """The share of words that are syllables in an encoding, of those that have a vowel; 0 where none has."""
    read = [found for word in words if (found := _is_read(word, name)) is not None]
    return sum(read) / len(read) if read else 0.0


@lru_cache(maxsize=1 << 14)
def _is_read(word: str, name: str) -> bool | None:
    """Whether a word is a syllable in an encoding, as it stands for none; None for letters of a symbol (``Q§``)."""
    if not name:
        return is_syllable(word.strip(_EDGES))
    read = in_encoding(word, name)
    if is_syllable(read) or is_syllable(in_encoding(word.strip("“”‘’…–—•"), name)):
        return True
    return None if read.isalpha() and read.isupper() and len(read) <= LONGEST_SYMBOL else False


def _is_unread(words: Sequence[str]) -> bool:
    """Whether too many words are syllables neither as they stand nor in any encoding.

    A soft hyphen, which is ư in TCVN3, may stand in any word that a program has hyphenated: alone it makes none odd.
    """
    unread = list(filter(None, map(_unread, words)))
    return len(set(unread)) >= FEWEST_UNREAD and len(unread) >= LEAST_UNREAD_SHARE * len(words)


@lru_cache(maxsize=1 << 14)
def _unread(word: str) -> str:
    """A word without the signs at its edges where it is no syllable, else empty. Remembered: texts repeat few words."""
    bare = word.strip(_EDGES).replace("\u00ad", "")
    return bare if len(bare) > 1 and _ODD.search(bare) and not is_syllable(bare) else ""
