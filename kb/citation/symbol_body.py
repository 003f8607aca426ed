"""The body in the symbol of a number against the body typed: ``12/2021/TT-BCA của Bộ Nội vụ``, without any corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.citation.models import Citation, CitationFault
from kb.language.fold import composed
from kb.language.phrases import words_of
from kb.number.issuers import DISSOLVED, STATE_BODIES
from kb.number.types import PARTY, STATE, symbol_names

_SYMBOLS = symbol_names()
_NAMES = {words_of(name): symbol for symbol, name in STATE_BODIES.items()}
_HEADS = frozenset({"CP", "TTg"})
"""The Government and its head, who signs for it: a text may name one for the other, but for no ministry."""
_LOCAL = re.compile(
    r"(?:Ban\s+(?:Thường\s+vụ|Chấp\s+hành)\s+|Chủ\s+tịch\s+|Giám\s+đốc\s+|Thường\s+trực\s+)?"
    r"(?:(?:Tỉnh|Thành|Huyện|Quận|Thị)\s+[uủ][yỷ]|Đảng\s+bộ\s+(?:tỉnh|thành|huyện|xã|phường)"
    r"|(?:UBND|HĐND|(?:[Ủủ]y|[Uu]ỷ)\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân|Công\s+an|Sở\s+\w+(?:\s+\w+){0,4}?)"
    r"\s+(?:tỉnh|thành\s+phố|TP|huyện|quận|thị\s+xã|xã|phường|đặc\s+khu))(?!\w)",
    re.IGNORECASE,
)
"""How the name of a body of one place begins."""
_CENTRE = re.compile(r"(?:Bộ\s+Chính\s+trị|Ban\s+Bí\s+thư|Ban\s+Chấp\s+hành\s+Trung\s+ương)(?!\w)", re.IGNORECASE)
_STANDING = re.compile(r"(?:Ủy|Uỷ)\s+ban\s+Thường\s+vụ\s+Quốc\s+hội", re.IGNORECASE)
_ASSEMBLY = re.compile(r"Quốc\s+hội(?!\w)", re.IGNORECASE)
_HOUSE = re.compile(r"(?P<standing>UBTV)?QH\d{0,2}")
_BY = re.compile(r"(?<!\w)do\s+$", re.IGNORECASE)
"""``do Bộ Công an chủ trì soạn thảo``: who drafted it is no issuer."""


def of_another_body(citation: Citation) -> Iterator[CitationFault]:
    """The contradiction between the last group of a number and the body named behind it, or in front of it."""
    number, issuer = citation.number, citation.issuer_typed
    if number is None or issuer is None or "issuer" in citation.inherited or not number.groups:
        return
    symbol, typed = number.groups[-1], composed(issuer.surface)
    found = next((told for rule in (_state, _house, _party) if (told := rule(number.groups, typed))), None)
    if found is None:
        return
    expected, severity = found
    before = citation.span.surface[: max(0, issuer.start - citation.span.start)]
    if _BY.search(before) or not (_is_dated(citation) or _is_ministry(number.groups, typed)):
        severity = "doubt"
    source = PARTY if symbol in _PARTY_BODIES else STATE
    yield CitationFault("symbol-body", expected, f"{symbol}” mà ghi của “{_words(typed)}", severity, source=source)


def _is_dated(citation: Citation) -> bool:
    """Whether a day ties the body to the number: the plan of ``thực hiện Chỉ thị số 46-CT/TW của Tỉnh ủy`` is."""
    return citation.date_typed is not None and "date" not in citation.inherited


def _is_ministry(groups: tuple[str, ...], typed: str) -> bool:
    """Whether one ministry is named for another, where none carries out what the other laid down."""
    return groups[-1] in STATE_BODIES.keys() - _HEADS and _state_body(typed) in STATE_BODIES.keys() - _HEADS


_PARTY_BODIES = {"TW": "cơ quan Đảng ở Trung ương", "TU": "tỉnh ủy, thành ủy"}
Told = tuple[str, str]
"""The body that the symbol stands for, and the severity."""


def _state(groups: tuple[str, ...], typed: str) -> Told | None:
    """A symbol of the Government, the Prime Minister or a ministry; one of a local body is an error only in a circular.

    ``KH-BTC`` may be of the organizing committee of a place.
    """
    if len(groups) != 2 or groups[1] not in STATE_BODIES or groups[0].upper() not in _SYMBOLS:
        return None
    symbol, named = groups[1], _state_body(typed)
    if _LOCAL.match(typed):
        return STATE_BODIES[symbol], "error" if symbol in _HEADS or groups[0].upper() == "TT" else "doubt"
    if named is None or named == symbol:
        return None
    pair = {symbol, named}
    taken_over = bool(pair & DISSOLVED) and not pair & _HEADS
    return STATE_BODIES[symbol], "doubt" if taken_over or pair == _HEADS else "error"


def _house(groups: tuple[str, ...], typed: str) -> Told | None:
    """``120/2025/QH15`` of the Standing Committee, or of the Government; and the other way round."""
    house = _HOUSE.fullmatch(groups[-1])
    if house is None:
        return None
    standing = bool(_STANDING.match(typed))
    if standing or _ASSEMBLY.match(typed):
        expected = "Ủy ban Thường vụ Quốc hội" if house["standing"] else "Quốc hội"
        return (expected, "error") if standing != bool(house["standing"]) else None
    other = _state_body(typed) in _HEADS or _LOCAL.match(typed)
    return ("Ủy ban Thường vụ Quốc hội" if house["standing"] else "Quốc hội", "error") if other else None


def _party(groups: tuple[str, ...], typed: str) -> Told | None:
    """``46-CT/TW`` of a committee of a province, ``46-CT/TU`` of the Politburo."""
    if len(groups) != 2 or groups[1] not in _PARTY_BODIES:
        return None
    other = (_LOCAL if groups[1] == "TW" else _CENTRE).match(typed)
    return (_PARTY_BODIES[groups[1]], "error") if other else None


@lru_cache(maxsize=1 << 10)
def _state_body(issuer: str) -> str | None:
    """The symbol of the one body of the Government that is named; None where none or several are.

    Remembered: a text names few bodies many times.
    """
    words = words_of(issuer)
    found = [
        (start, -len(name), symbol)
        for name, symbol in _NAMES.items()
        for start in range(len(words) - len(name) + 1)
        if words[start : start + len(name)] == name
    ]
    inside = {
        symbol
        for start, length, symbol in found
        for other, longer, _ in found
        if other <= start and start - length <= other - longer and longer < length
    }
    named = {symbol for _, _, symbol in found} - inside
    return named.pop() if len(named) == 1 else None


def _words(text: str) -> str:
    return " ".join(text.split())
