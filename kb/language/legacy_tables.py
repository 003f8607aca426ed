"""The letters of Vietnamese as programs before Unicode wrote them: one or two characters of Windows-1252 for each.

- TCVN3 (ABC): the small letters and the seven capitals of TCVN 5712:1993, VN3; capitals with a tone are small letters
  in a font of capitals (.VnTimeH).
- VNI: the table of VNI for Windows, a letter and a mark behind it.
- VISCII: RFC 1456.
- Windows-1258: Microsoft's code page, in which a tone is a character of its own; Python knows it.

A file whose bytes were taken for Windows-1252, or for ISO 8859-1, and saved as UTF-8 holds these characters, too.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import product

from kb.language.normal_forms import nfc, nfd
from kb.language.syllable import TONES

_PLAIN = "aăâeêioôơuưy"
SMALL = [nfc(vowel + tone) for vowel in _PLAIN for tone in ("", *TONES)] + ["đ"]
LETTERS = SMALL + [letter.upper() for letter in SMALL]
_TCVN3_CAPITALS = "ĂÂÊÔƠƯĐ"  # from A1
_TCVN3_SMALL = {
    0xA8: "ăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ", 0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
}  # fmt: skip
_VISCII = (  # from 80
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_CONTROLS = {"\x02": "Ẳ", "\x05": "Ẵ", "\x06": "Ẫ", "\x14": "Ỷ", "\x19": "Ỹ"}
_SIGNS = "“”‘’…–—•"
"""Signs of Windows-1252 that are capitals in VISCII; read so behind a capital alone."""
_VNI_MARKS = {"": "ùøûõï", "â": "áàåãä", "ê": "éèúüë"}
"""Marks behind a vowel, for sắc, huyền, hỏi, ngã, nặng: alone, with the circumflex, with the breve."""
_VNI_ORDER = "\u0301\u0300\u0309\u0303\u0323"
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}


@dataclass(frozen=True)
class LegacyEncoding:
    """An encoding by its name for a reader, and how it writes each letter: characters of Windows-1252 -> letter."""

    name: str
    letters: dict[str, str]
    pattern: re.Pattern[str]
    """Every letter as it is written; the longest where one begins another."""
    caps_by_font: bool = False
    """Whether capitals with a tone are small letters in a font of capitals."""


def _seen(byte: int) -> set[str]:
    """How a byte is seen in Windows-1252, and in ISO 8859-1 where that is another character."""
    return {bytes([byte]).decode("cp1252", "ignore"), chr(byte)} - {""}


def _views(data: bytes) -> Iterator[tuple[str, ...]]:
    return product(*(sorted(_seen(byte)) for byte in data))


def _by_bytes(letters: dict[int, str]) -> dict[str, str]:
    return {seen: letter for byte, letter in letters.items() for seen in _seen(byte)}


def _tcvn3() -> dict[str, str]:
    rows = {0xA1: _TCVN3_CAPITALS, **_TCVN3_SMALL}
    return _by_bytes({first + place: letter for first, row in rows.items() for place, letter in enumerate(row)})


def _vni() -> dict[str, str]:
    table = dict(_VNI_ALONE)
    for vowel, kind in (("a", ""), ("a", "â"), ("a", "ê"), ("e", ""), ("e", "â"), ("o", ""), ("o", "â"), ("u", ""),
                        ("y", ""), ("ô", ""), ("ö", "")):  # fmt: skip
        usual = nfc(_VNI_ALONE.get(vowel, vowel) + {"": "", "â": "\u0302", "ê": "\u0306"}[kind])
        if kind:
            table[vowel + kind] = usual
        for mark, tone in zip(_VNI_MARKS[kind], _VNI_ORDER, strict=True):
            table[vowel + mark] = nfc(usual + tone)
    capitals = {written.upper(): letter.upper() for written, letter in table.items()}
    mixed = {written[0].upper() + written[1:]: letter.upper() for written, letter in table.items()}
    return table | mixed | capitals


def _cp1258() -> dict[str, str]:
    table = {}
    for letter in LETTERS:
        parts = nfd(letter)
        tone = "".join(mark for mark in parts if mark in TONES)
        vowel = nfc("".join(mark for mark in parts if mark not in TONES))
        for typed in {letter, vowel + tone}:
            with suppress(UnicodeEncodeError):
                table["".join(bytes([byte]).decode("cp1252") for byte in typed.encode("cp1258"))] = letter
    return table


def _viscii() -> dict[str, str]:
    return _by_bytes({0x80 + place: letter for place, letter in enumerate(_VISCII)}) | _VISCII_CONTROLS


def _encoding(name: str, table: dict[str, str], *, caps_by_font: bool = False) -> LegacyEncoding:
    letters = {written: letter for written, letter in table.items() if written != letter}
    written = sorted(letters, key=len, reverse=True)
    forms = [f"(?<=[A-Z]){sign}" if sign in _SIGNS else re.escape(sign) for sign in written]
    return LegacyEncoding(name, letters, re.compile("|".join(forms)), caps_by_font)


@cache
def encodings() -> dict[str, LegacyEncoding]:
    """Every encoding by its name, the commonest in offices first."""
    utf_8 = {"".join(views): letter for letter in (*LETTERS, *"“”‘’–—…") for views in _views(letter.encode())}
    found = (
        _encoding("TCVN3 (ABC)", _tcvn3(), caps_by_font=True),
        _encoding("VNI", _vni()),
        _encoding("VISCII", _viscii()),
        _encoding("Windows-1258", _cp1258()),
        _encoding(
            "UTF-8 mở nhầm thành Windows-1252", {typed: letter for typed, letter in utf_8.items() if len(typed) > 1}
        ),
    )
    return {one.name: one for one in found}


def of_font(font: str) -> tuple[str, bool] | None:
    """The encoding of a font by its name, and whether it has capitals alone: ``.VnTimeH``, ``VNI-Times``."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return "TCVN3 (ABC)", name.endswith("h")
    return ("VNI", False) if name.startswith("vni") else None


def single_bytes(data: bytes) -> str:
    """Bytes as Windows-1252 shows them, and as ISO 8859-1 does where that shows nothing."""
    return data.decode("cp1252", _AS_LATIN)


def _latin(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


_AS_LATIN = "kb-latin-1"
codecs.register_error(_AS_LATIN, _latin)
