"""Characters of the fonts Symbol and Wingdings, whose codes are none of Unicode's, as text.

Symbol as in the table that Adobe gave to Unicode (VENDORS/ADOBE/symbol.txt), with the hyphen and the stop that a
keyboard types. Of Wingdings the signs that stand for text, a number in a circle or a mark of a list; a picture of an
envelope is no text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PRIVATE = 0xF000
"""Where Word puts the codes of such fonts: U+F020 to U+F0FF."""
_CODES = re.compile("[\uf020-\uf0ff]")
_SYMBOL = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xFF)),
        " !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        strict=True,
    )
)
_WINGDINGS = {
    0x20: " ", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **dict(zip(range(0x80, 0x96), "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", strict=True)),
}  # fmt: skip
_PICTURES = {0x20: " "}
"""Of the other fonts of pictures no letter is known."""
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    **dict.fromkeys(("wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "itc zapf dingbats"), _PICTURES),
}
UNKNOWN_SIGN = "\ufffd"
"""What is read for a sign that stands for no letter that is known: it may not vanish from a number."""


def symbol(code: int, font: str) -> str:
    """The character that a font shows for a code, in the private range or below it; U+FFFD where that is not known.

    A font that is none of these shows what Unicode says, of a code in the private range that of the one below it.
    """
    shown = _FONTS.get(font.strip().casefold())
    below = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    if shown is None:
        return chr(below) if below >= 0x20 and not 0xD800 <= below < 0xF900 and below <= 0x10FFFF else ""
    return shown.get(below, UNKNOWN_SIGN)


def in_font(text: str, font: str) -> str:
    """Text as a font shows it, character for character; what is not known stays.

    A private character without such a font around it is taken for one of Symbol, as Word shows it. Letters that such a
    font does not have, those of Vietnamese, are shown in another.
    """
    if font.strip().casefold() not in _FONTS and not _CODES.search(text):
        return text
    return "".join(_shown(character, font) for character in text)


def _shown(character: str, font: str) -> str:
    code = ord(character)
    if _PRIVATE <= code < _PRIVATE + 0x100:
        return symbol(code, font if font.strip().casefold() in _FONTS else "symbol")
    return symbol(code, font) if font.strip().casefold() in _FONTS and 0x20 <= code < 0x100 else character
