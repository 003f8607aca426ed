"""The type of document that a question names: one of another type that stands in a title is never the answer."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.citation.patterns import LAW_TYPES, NUMBERED_TYPES
from kb.corpus.corpus import Corpus
from kb.language.fold import folded
from kb.number.ordinal_asked import TYPE, TYPES_ASKED
from kb.review.asked import Asked

_BEGINS = re.compile(rf"{TYPE}(?!\w)")
_NAMES = "|".join(sorted(map(folded, LAW_TYPES | NUMBERED_TYPES), key=len, reverse=True))
_NUMBERED = re.compile(r"(?:so\s+)?\d")
_WITHIN = re.compile(rf"(?<!\w)(?<!phap\s)(?<!ky\s)(?:{_NAMES})(?!\w)")
"""A type word; ``pháp luật`` and ``kỷ luật`` are none."""
_CALLED = {"Luật": "Bộ luật"}
"""What is called by a shorter name: ``luật dân sự``."""


def type_asked(text: str) -> str | None:
    """The type at the beginning of a question, empty where none is typed; None where one stands behind other words.

    ``dự thảo Luật Trẻ em`` is no law, and ``Nghị định quy định chi tiết Luật Trẻ em`` is a decree.
    """
    plain = folded(text)
    if begins := _BEGINS.match(plain):
        return TYPES_ASKED[begins["type"]]
    return None if _WITHIN.search(plain) and not _NUMBERED.match(plain) else ""


def is_of_type(typed: str, type_name: str) -> bool:
    """Whether a document may be called by the type typed; a joint circular is a circular."""
    return typed in ("", type_name) or type_name.startswith(f"{typed} ") or _CALLED.get(typed) == type_name


def of_type(corpus: Corpus, known: Asked, typed: str) -> Asked:
    """What of the documents that are known is of the type typed; nothing is said of what is not."""
    records = tuple(r for r in known.records if r.id in corpus.documents and is_of_type(typed, r.type_label))
    entries = tuple((held, entry) for held, entry in known.entries if is_of_type(typed, entry.type))
    is_other = (known.records or known.entries) and not (records or entries)
    return replace(known, records=records, entries=entries, said=() if is_other else known.said)
