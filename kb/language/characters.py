"""Characters that nobody sees or that act: what no record should hold, and how each is shown wherever text is printed.

Each constant is the inside of a character class of `re`. Unicode 15, chapter 23; Default_Ignorable_Code_Point of
DerivedCoreProperties.txt.
"""

from __future__ import annotations

import re

_ENDS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
DANGEROUS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
DANGEROUS += _ENDS
"""Control characters but the white space of old text files, embeddings and isolates of direction, surrogates, marks of
annotation, noncharacters (Unicode 15, 23.7)."""
MEANINGLESS = r"\xad\u061c\u180e\u200b-\u200f\u2060-\u2065\ufeff"
"""Nothing is seen, and Vietnamese needs none of them: they may be deleted without a look."""
SEPARATORS = r"\x0b\x0c\x85\u2028\u2029"
"""Ends of lines and pages that a terminal or a reader may take for such."""
IGNORABLE = r"\u034f\u17b4\u17b5\u180b-\u180d\u180f\ufe00-\ufe0f"
IGNORABLE += r"\U00013430-\U00013440\U00016fe4\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
"""What else is ignorable by default: joiners, selectors of variants, tags."""
INKLESS = r"\u115f\u1160\u2800\u303f\u3164\uffa0\ufffc\U0001d159"
"""Letters and signs that are blank: fillers, Braille without a dot, the null note, what stands for an object."""
STRANGE_SPACES = r"\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks of other widths and scripts: they look like one and are none to a search. A draft may hold them."""

_UNSEEN = re.compile(f"[\r{DANGEROUS}{MEANINGLESS}{SEPARATORS}{IGNORABLE}{INKLESS}]")


def visible(text: str) -> str:
    """The text with what nobody sees, or what acts, as JSON writes it (``\\u001b``); tab and newline stay.

    Beyond U+FFFF that is a pair of surrogates (RFC 8259, section 7), so that printed JSON keeps its value.
    """
    return _UNSEEN.sub(lambda found: _escaped(found[0]), text)


def is_seen_whole(text: str) -> bool:
    """Whether the text is one line of characters that are all seen; an identifier of another program may not be."""
    return bool(text) and visible(text) == text and not {"\n", "\t"} & set(text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
