"""What is known of a number beyond the hits of a search: what registers hold, and that nothing is held at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from indexer.bearing import bearing
from indexer.results import NOTHING_BEYOND
from kb.number.asked import number_asked
from kb.number.ordinal_asked import ordinal_asked
from kb.register.describing import (
    Found,
    beside,
    entries_of_ordinal,
    entry_json,
    entry_line,
    found_in,
    known_to,
    number_lines,
)
from kb.register.layers import LayerRegister

NOT_HELD, NOT_IN_CORPUS = "Kho và sổ đăng ký không có văn bản số {}", "Kho không có văn bản số {}"
"""Of a number that nothing holds: where there are registers, and where there is none."""
LED_ELSEWHERE = "có nơi ghi số ấy cho {}"
ONLY_ALIKE = "kết quả dưới đây chỉ gần giống hoặc nhắc tới số ấy"
CONSTANTS = {"notHeld": NOT_HELD, "notInCorpus": NOT_IN_CORPUS, "onlyAlike": ONLY_ALIKE}
"""What the search of the site says with the same words (`indexer.browser.settings`)."""


def beyond_lines(registers: Sequence[LayerRegister], query: str, index: Path, *, any_hit: bool) -> list[str]:
    """A sentence for each document of the number asked for, to stand in front of the hits of the corpus.

    These then only mention the number, or are one document of several; none for a query that is no number. Of one
    without its symbol each document of a register is told that the corpus does not hold.
    """
    number = number_asked(query)
    if number is None:
        return _without_symbol(registers, query, index)
    borne, typed, today = bearing(index, number), str(number), date.today()
    told = [f"Cùng số, {said}." for said in borne.without_record]
    if borne.years:
        others = beside(list(registers), typed, borne.years)
        return told + [f"Cùng số, ngoài kho, {entry_line(held, entry, today)}" for held, entry in others]
    outside = [f"Ngoài kho, {line}" for line in number_lines(list(registers), typed, today)]
    if outside:
        return outside + ([_not_held(NOT_IN_CORPUS.format(typed), borne.others, any_hit)] if borne.others else [])
    return [_not_held((NOT_HELD if registers else NOT_IN_CORPUS).format(typed), borne.others, any_hit)]


def beyond_json(registers: Sequence[LayerRegister], query: str, index: Path) -> dict[str, object]:
    """What `beyond_lines` tells of: `register`, documents in the form of ``kb register show --json``;
    `without_record`, a sentence for each that is known by its number alone; `not_held`, the number asked for where
    neither corpus nor registers hold it, else null.
    """
    number = number_asked(query)
    if number is None:
        found = _of_ordinal(registers, query, index)
        return {**NOTHING_BEYOND, "register": [entry_json(layer, entry) for layer, entry in found]}
    borne, typed, layers = bearing(index, number), str(number), list(registers)
    found = beside(layers, typed, borne.years) if borne.years else found_in(layers, typed)
    held = borne or found or known_to(layers, typed)
    return {
        "register": [entry_json(layer, entry) for layer, entry in found],
        "without_record": list(borne.without_record),
        "not_held": None if held else typed,
    }


def is_numbered(query: str) -> bool:
    """Whether a number is all that is asked for, be it without its symbol: only then registers are asked."""
    return number_asked(query) is not None or ordinal_asked(query) is not None


def _without_symbol(registers: Sequence[LayerRegister], query: str, index: Path) -> list[str]:
    today = date.today()
    return [f"Ngoài kho, {entry_line(held, entry, today)}" for held, entry in _of_ordinal(registers, query, index)]


def _of_ordinal(registers: Sequence[LayerRegister], query: str, index: Path) -> Found:
    """The documents of a type, ordinal and year that registers hold and the corpus does not."""
    asked = ordinal_asked(query)
    if asked is None:
        return []
    found = entries_of_ordinal(registers, asked.ordinal, asked.year, asked.type)
    return [(held, entry) for held, entry in found if not bearing(index, entry.parsed).years]


def _not_held(unheld: str, others: Sequence[str], any_hit: bool) -> str:
    """That nothing holds the number, and what the hits then are."""
    if others:
        return "; ".join([unheld, *(LED_ELSEWHERE.format(other) for other in others)]) + "."
    return f"{unheld}; {ONLY_ALIKE}." if any_hit else f"{unheld}."
