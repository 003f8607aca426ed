"""The names of laws as they are compared: abbreviations in full, without the small words that texts leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.language.fold import folded
from kb.language.phrases import words_of

ABBREVIATED = {
    "Hội đồng nhân dân": "HĐND", "Ủy ban nhân dân": "UBND", "Tòa án nhân dân": "TAND", "Quốc hội": "QH",
    "Viện kiểm sát nhân dân": "VKSND", "Mặt trận Tổ quốc": "MTTQ", "quy phạm pháp luật": "QPPL",
    "vi phạm hành chính": "VPHC", "bảo hiểm xã hội": "BHXH", "bảo hiểm y tế": "BHYT", "ngân sách nhà nước": "NSNN",
    "chính quyền địa phương": "CQĐP", "công an nhân dân": "CAND", "bảo vệ môi trường": "BVMT",
    "trật tự, an toàn giao thông": "TTATGT", "phòng cháy, chữa cháy": "PCCC", "cứu nạn, cứu hộ": "CNCH",
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


def abbreviates(typed: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words typed are those of a law's name, some by their first letters: ``PCCC và CNCH``, ``CAND``.

    Either may be cut short behind a word, as names in full are.
    """
    return _beyond(typed, name) is not None


def abbreviates_whole(typed: Sequence[str], name: Sequence[str]) -> bool:
    """As `abbreviates`, where neither is cut short: ``HN`` and ``GĐ`` of ``Hôn nhân và gia đình``."""
    return _beyond(typed, name) == ([], [])


def _beyond(typed: Sequence[str], name: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """What both have behind the words by which one abbreviates the other; None where it does not."""
    left = [word for word in name if word not in LEFT_OUT]
    words = [word for word in typed if word not in LEFT_OUT]
    for place, word in enumerate(words):
        if not left:
            return words[place:], []
        taken = 1 if word == left[0] else len(word)
        letters = "".join(each[0] for each in left[:taken])
        if word != left[0] and (taken == 1 or folded(word) != folded(letters)):
            return None
        left = left[taken:]
    return [], left


def ways(name: str) -> set[str]:
    """A name with each choice of its words abbreviated or left out: ``Tổ chức HĐND và UBND``."""
    found = {name}
    for words, short in ABBREVIATED.items():
        found |= {re.sub(rf"{words}(?!\w)", short, way, flags=re.IGNORECASE) for way in found}
    for word in LEFT_OUT:
        found |= {way.replace(f" {word} ", " ") for way in found}
    return found
