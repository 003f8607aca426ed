"""Words as the keys of Telex or VNI make them, typed where no input method read the keys: ``phuj nuwx``, ``d9i5nh``.

Keys of Telex: s f r x j set the tone, aa ee oo dd and w the letter; of VNI: 1–5 the tone, 6 7 8 9 the letter. They may
stand behind the letter or at the end of the word, as input methods take them.

Twin: site/docs/assets/search/engine/keys.js.
"""

from __future__ import annotations

import re

from kb.language.normal_forms import nfc
from kb.language.syllable import is_syllable

TELEX_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
VNI_TONES = {"2": "\u0300", "1": "\u0301", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
VNI_SHAPES = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"u": "ư", "o": "ơ"}, "8": {"a": "ă"}}
SHAPED = {"a": "ă", "o": "ơ", "u": "ư"}
"""What the key w makes of a letter."""
DOUBLED = {"a": "â", "e": "ê", "o": "ô"}
KEYS = re.compile(r"[a-z]+[a-z1-9]*")
LONGEST_KEYS = 12
"""Keys of one syllable."""
CONSTANTS = {
    "telexTones": TELEX_TONES, "vniTones": VNI_TONES, "vniShapes": VNI_SHAPES, "shaped": SHAPED, "doubled": DOUBLED,
    "longest": LONGEST_KEYS,
}  # fmt: skip
"""What the browser's twin takes over (`indexer.browser.settings`)."""


def decoded(word: str) -> str | None:
    """The syllable that the keys of a word make, in NFC and small letters; None where they make none, or none else."""
    keys = word.lower()
    if len(keys) > LONGEST_KEYS or not KEYS.fullmatch(keys):
        return None
    vni = any(key.isdigit() for key in keys)
    letters, tone = _vni(keys) if vni else _telex(keys)
    made = _with_tone(letters, tone)
    return made if made != keys and is_syllable(made) else None


def _telex(keys: str) -> tuple[str, str]:
    letters, tone = "", ""
    for key in keys:
        doubled = DOUBLED.get(key)
        if key in TELEX_TONES and re.search("[aăâeêioôơuưy]", letters):
            tone = TELEX_TONES[key]
        elif key == "w":
            letters = _shaped(letters)
        elif key == "d" and letters[:1] == "d":
            letters = "đ" + letters[1:]
        elif doubled and key in letters:
            at = letters.rindex(key)
            letters = letters[:at] + doubled + letters[at + 1 :]
        else:
            letters += key
    return letters, tone


def _shaped(letters: str) -> str:
    """The letters with the horn or breve of the key w; ``uo`` gets both horns."""
    if "uo" in letters and not letters.startswith("qu"):
        return letters.replace("uo", "ươ")
    if "ưo" in letters:
        return letters.replace("ưo", "ươ")
    at = max(letters.rfind(letter) for letter in SHAPED)
    if letters.endswith("ua") and not letters.startswith("qu"):
        at = len(letters) - 2
    return letters[:at] + SHAPED[letters[at]] + letters[at + 1 :] if at >= 0 else letters + "ư"


def _vni(keys: str) -> tuple[str, str]:
    letters, tone = "", ""
    for key in keys:
        if key in VNI_TONES:
            tone = VNI_TONES[key]
        elif key == "9" and letters[:1] == "d":
            letters = "đ" + letters[1:]
        elif key == "7" and re.search("u[oơ]", letters) and not letters.startswith("qu"):
            letters = re.sub("u[oơ]", "ươ", letters)
        elif key in VNI_SHAPES:
            at = max(letters.rfind(letter) for letter in VNI_SHAPES[key])
            if at < 0:
                return "", ""
            letters = letters[:at] + VNI_SHAPES[key][letters[at]] + letters[at + 1 :]
        elif key.isdigit():
            return "", ""
        else:
            letters += key
    return letters, tone


def _with_tone(letters: str, tone: str) -> str:
    """The tone on the letter that bears it: one with a mark of its own, else by the place in the rhyme."""
    start = 2 if re.match("qu|gi[aăâeêoôơuư]", letters) else 0
    rhyme = re.search("[aăâeêioôơuưy]+", letters[start:])
    if not tone or not rhyme:
        return letters
    begin, vowels = start + rhyme.start(), rhyme.group()
    marked = max(vowels.rfind(letter) for letter in "ăâêôơư")
    if marked >= 0:
        at = marked
    elif begin + len(vowels) < len(letters):
        at = len(vowels) - 1
    else:
        at = 1 if len(vowels) == 3 else 0
    place = begin + at
    return nfc(letters[: place + 1] + tone + letters[place + 1 :])
