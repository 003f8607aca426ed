"""Abbreviations written out: a legal basis names bodies and matters in full (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

import re

from kb.corpus.corpus import Corpus
from kb.model import UNKNOWN

_CAPITALS = re.compile(r"(?<![\w/.–-])[A-ZĐƯ]{2,}(?![\w/–-]|\.\w)")
"""A word in capitals that is no part of a number or symbol."""


def written_out(corpus: Corpus, text: str) -> str:
    """The text with the abbreviations that the corpus knows of matters, and of one body alone, in full."""
    words = _expansions(corpus)
    return _CAPITALS.sub(lambda match: words.get(match[0], match[0]), text)


def _expansions(corpus: Corpus) -> dict[str, str]:
    bodies: dict[str, set[str]] = {}
    for body in corpus.bodies.values():
        for abbreviation in body.abbreviations:
            bodies.setdefault(abbreviation, set()).add(body.name)
    found = {short: next(iter(names)) for short, names in bodies.items() if len(names) == 1}
    terms = corpus.terms.values()
    return found | {term.abbreviation: term.expansion for term in terms if term.expansion != UNKNOWN}
