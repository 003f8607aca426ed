"""A number of a list as Word writes it (ECMA-376, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_LETTERS = 30
"""Word repeats a letter from the second round on: z, aa, bb; no list of an office goes this far."""
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_CIRCLED = 0x2460
ROMAN = frozenset({"upperRoman", "lowerRoman"})
LETTERS = frozenset({"upperLetter", "lowerLetter"})


def list_number(number: int, form: str, pattern: str = "") -> str:
    """``number`` in a format of Word; `pattern` is the first numbers of one that is described (``001, 002, …``).

    Formats of other scripts are written in decimal digits.
    """
    if form in ("none", "bullet"):
        return ""
    if form in ROMAN:
        return _cased(_roman(number), form)
    if form in LETTERS:
        return _cased(_letters(number), form)
    return _other(number, form, pattern)


def _other(number: int, form: str, pattern: str) -> str:
    if form == "decimalZero":
        return f"{number:02}"
    if form == "custom":
        return str(number).zfill(len(pattern.partition(",")[0].strip()))
    if form == "vietnameseCounting":
        return _words(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(_CIRCLED + number - 1)
    return f"- {number} -" if form == "numberInDash" else str(number)


def _cased(text: str, form: str) -> str:
    return text if form.startswith("upper") else text.lower()


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    times, place = divmod(number - 1, 26)
    if not 0 <= times < _MOST_LETTERS:
        return str(number)
    return chr(ord("A") + place) * (times + 1)


def _words(number: int) -> str:
    """Vietnamese up to ninety-nine, as Word says it."""
    tens, ones = divmod(number, 10)
    if not 0 <= tens < 10:
        return str(number)
    if not tens:
        return _DIGITS[ones]
    begin = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])
    return f"{begin} {last}".strip()
