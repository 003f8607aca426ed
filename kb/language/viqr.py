"""Vietnamese typed in ASCII with its marks behind the letters (VIQR, RFC 1456): ``Nghi. ddi.nh so^' 06/2014/NDD-CP``.

Such a text has no letter of any other script, so a line that has one is left as it is. The stop at the end of a line
is a stop; a backslash in front of a mark keeps it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kb.language.normal_forms import nfc
from kb.language.rewriting import Edit
from kb.language.syllable import is_syllable

NAME = "VIQR"
_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_SURE = re.compile(r"[aeo]\^|a\(|[ou][+*]|dd(?=[aeiouy])|[aeiouy]['`?~](?=[cmnpt])", re.IGNORECASE)
"""What no other text has within a word but by chance."""
_LETTER = re.compile(
    r"(?P<stroke>[dD][dD])|(?P<vowel>[aAeEoOuUiIyY])(?P<shape>(?<=[aeoAEO])\^|(?<=[aA])\(|(?<=[ouOU])[+*])?"
    r"(?P<tone>['`?~]|\.(?!\s*$))?|\\(?=[\^(+*'`?~.dD\\])",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[A-Za-z\\](?:[A-Za-z^(+*'`?~.\\])*")
FEWEST_WORDS, SHORTEST_WORD, LEAST_SHARE = 2, 3, 0.8
"""Different words of so many characters with sure marks that must be syllables, and their share of all such words."""


def viqr_edits(text: str) -> list[Edit]:
    """The edits that read a text in VIQR as Unicode; none for any other text."""
    lines = [(match.start(), match.group()) for match in _LINE.finditer(text) if match.group().isascii()]
    if not _is_typed_so(line for _, line in lines):
        return []
    return [edit for start, line in lines for edit in _edits(line, start)]


def _is_typed_so(lines: Iterable[str]) -> bool:
    """Whether enough of the words with sure marks are syllables."""
    words = {word for line in lines if _SURE.search(line) for word in _WORD.findall(line)}
    marked = [word for word in words if len(word) >= SHORTEST_WORD and _SURE.search(word)]
    syllables = sum(map(_is_read, marked))
    return syllables >= max(FEWEST_WORDS, LEAST_SHARE * len(marked))


def _edits(line: str, start: int) -> Iterator[Edit]:
    inside = {at for word in _WORD.finditer(line) if _is_viqr(word.group()) for at in range(*word.span())}
    for letter in _LETTER.finditer(line):
        if letter.start() in inside and (len(letter.group()) > 1 or letter.group() == "\\"):
            yield start + letter.start(), start + letter.end(), _read(letter)


def _is_viqr(word: str) -> bool:
    """Whether a word is read; one in capitals may be letters of a number (``NDD``)."""
    return word.isupper() or _is_read(word)


def _is_read(word: str) -> bool:
    """Whether a word is a syllable once its marks are read, a stop at its end being one or none."""
    read = _LETTER.sub(_read, word)
    return is_syllable(read.rstrip(".?~'`(+*^"))


def _read(letter: re.Match[str]) -> str:
    if letter["stroke"]:
        return "đ" if letter["stroke"][0] == "d" else "Đ"
    if not letter["vowel"]:
        return ""
    return nfc(letter["vowel"] + _SHAPES.get(letter["shape"] or "", "") + _TONES.get(letter["tone"] or "", ""))
