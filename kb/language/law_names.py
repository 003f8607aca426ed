"""The names of laws as they are compared: abbreviations in full, without the small words that texts leave out."""

from __future__ import annotations

import re

from kb.language.phrases import words_of

ABBREVIATED = {
    "Hội đồng nhân dân": "HĐND", "Ủy ban nhân dân": "UBND", "Tòa án nhân dân": "TAND", "Quốc hội": "QH",
    "Viện kiểm sát nhân dân": "VKSND", "Mặt trận Tổ quốc": "MTTQ", "quy phạm pháp luật": "QPPL",
    "vi phạm hành chính": "VPHC", "bảo hiểm xã hội": "BHXH", "bảo hiểm y tế": "BHYT",
}  # fmt: skip
"""Words in the names of laws that texts abbreviate."""
LEFT_OUT = ("và", "của")
"""Words that texts leave out: ``Luật Phòng cháy chữa cháy``, ``Luật Phòng, chống tác hại rượu, bia``."""
_FULL = {short: words for words, short in ABBREVIATED.items()}
_SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(_FULL)})(?!\w)")


def law_words(name: str) -> tuple[str, ...]:
    """The words by which a law's name is the same however it is typed."""
    full = _SHORT.sub(lambda short: _FULL[short.group()], name)
    return tuple(word for word in words_of(full) if word not in LEFT_OUT)


def ways(name: str) -> set[str]:
    """A name with each choice of its words abbreviated or left out: ``Tổ chức HĐND và UBND``."""
    found = {name}
    for words, short in ABBREVIATED.items():
        found |= {re.sub(rf"{words}(?!\w)", short, way, flags=re.IGNORECASE) for way in found}
    for word in LEFT_OUT:
        found |= {way.replace(f" {word} ", " ") for way in found}
    return found
