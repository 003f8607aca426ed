"""What a question asks for, and the definitions that answer "X là gì".

A question of law is often the heading of an article with words of asking around it ("… được quy định như thế
nào?"), or asks what a term means; then the article that defines the term is wanted, although it speaks of a
hundred others. Read on folded text, so that questions typed without diacritics are understood too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from indexer.fold import folded, syllables

LONGEST_TERM = 14
"""Syllables of a defined term."""
_DEFINITION = (
    r"(?:^|\n)\s*(?:\d{1,3}\.|[a-zđ]\)|-)?\s*(?P<term>[^\W\d_][^\n.;:“”]{2,90}?)\s+(?:\([^()\n]{1,40}\)\s*)?"
    r"(?:được hiểu là|là)\s"
)
_ASKS_MEANING = (
    r"\b(?:duoc hieu (?:nhu the nao|ra sao|la gi)|la (?:cai )?gi|la nhu the nao|la sao|la ai|nghia la gi|co nghia la gi"
    r"|(?:khai niem|dinh nghia|hieu)(?: ve| cua)?|(?:nhu )?the nao(?: duoc goi)? la|duoc goi la"
    r"|(?:bao )?gom (?:nhung )?(?:\w+ ){0,2}(?:nao|gi)|nhu the nao)\b"
)
_ASKING = (
    r"\b(?:(?:duoc|bi) )?(?:quy dinh|thuc hien|xac dinh|hieu|tien hanh)?(?: nhu)? (?:nhu the nao|the nao|ra sao)$"
    r"|\b(?:la gi|(?:bao )?gom nhung (?:noi dung )?gi)$|\b(?:theo )?quy dinh cua phap luat\b"
    r"|^(?:theo |phap luat )?quy dinh(?: ve)?(?: viec)? |^viec "
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compiled when first needed: most searches ask nothing."""
    return re.compile(text)


def definition_terms(text: str) -> Iterator[str]:
    """A term for each thing that a text defines: ``d:trai phieu chuyen doi``."""
    for match in _pattern(_DEFINITION).finditer(text):
        words = syllables(match["term"])
        if match["term"][0].isupper() and 1 < len(words) <= LONGEST_TERM:
            yield _term(folded(" ".join(words)))


def asked_meaning(query: str) -> str | None:
    """The term of the thing whose meaning is asked for; None where none is."""
    plain = folded(" ".join(syllables(query)))
    rest = _pattern(_ASKS_MEANING).sub(" ", plain)
    return _term(" ".join(rest.split())) if rest != plain and rest.strip() else None


def subject(query: str) -> str:
    """A question without its words of asking, folded: what a heading would say."""
    plain = folded(" ".join(syllables(query)))
    for _ in range(3):
        plain = _pattern(_ASKING).sub("", plain).strip()
    return plain


def name_term(name: str) -> str:
    """The term of a record's whole name, as typed in any form: ``x:phong_trao_…``."""
    return f"x:{folded('_'.join(syllables(name)))}"


def _term(phrase: str) -> str:
    return f"d:{phrase.replace(' ', '_')}"
