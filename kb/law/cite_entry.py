"""The citation of a document that only a register holds, in the form of official texts (`kb.law.cite`).

A day on which sources do not agree, and what one citing text alone says, is left out and listed as missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kb.law.cite import Cited, day_in_words, title_in_words
from kb.law.officer import issuing
from kb.register.entry import RegisterEntry
from kb.register.facts import RegisterFact
from kb.register.layers import LayerRegister
from kb.register.sources import is_weak


def cite_entry(held: LayerRegister, entry: RegisterEntry, names: Mapping[str, str]) -> Cited:
    """The citation of an entry; `names` gives the names of bodies by their ids."""
    day, title = _sure(held, entry.issued), _sure(held, entry.title)
    body = issuing(entry.type, names.get(entry.issuer, entry.issuer))
    parts = (("ngày ban hành", day), ("cơ quan ban hành", body), ("tên văn bản", title))
    missing = tuple(part for part, known in parts if not known)
    on = day_in_words(date.fromisoformat(day), party=entry.parsed.separator == "-") if day else ""
    if entry.law_name:
        short = f"{entry.law_name} số {entry.number}"
        return Cited(entry.number, f"{short}{on}", short, missing)
    short = f"{entry.type} số {entry.number}"
    full = f"{short}{on}{f' của {body}' if body else ''}{title_in_words(title) if title else ''}"
    return Cited(entry.number, full, short, missing)


def _sure(held: LayerRegister, fact: RegisterFact) -> str:
    """The value on which sources agree; empty where they do not, or where one citing text alone gives it."""
    return "" if is_weak(held.register.sources, fact.codes) else fact.value
