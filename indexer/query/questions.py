"""What a question asks for, and the definitions that answer "X là gì".

A question of law is often the heading of an article with words of asking around it ("… được quy định như thế
nào?"), or asks what a term means; then the article that defines the term is wanted, although it speaks of a
hundred others. Read on folded text, so that questions typed without diacritics are understood too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from kb.language.fold import folded, syllables

MOST_TERM_SYLLABLES = 14
"""A longer defined term is none."""
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
_ASKING_WORDS = (
    r"\b(?:(?:(?:duoc|bi) )?(?:quy dinh|thuc hien|xac dinh|hieu|tien hanh)(?: nhu)? (?:the nao|ra sao)"
    r"|(?:nhu )?the nao|ra sao|la gi|gi|nao|bao nhieu|bao lau|(?:la|nhung) ai|dung hay sai|dung khong|phai khong"
    r"|hay khong|duoc khong|khi nao|o dau|vi sao|tai sao|lam sao|co phai)\b"
    r"|^ai\b|^(?:theo )?(?:quy dinh (?:cua )?)?phap luat\b|\b(?:theo )?quy dinh cua phap luat\b"
)
_WRITTEN = """
được bị quy định thực hiện xác hiểu tiến hành như thế nào ra sao là gì bao nhiêu lâu ai đúng hay sai không phải khi ở
đâu vì tại làm có theo của pháp luật những
"""
ACCENTED = frozenset(_WRITTEN.split())
"""The words of asking as they are written: "gỉ" and "não" are not among them."""
_UNDER = r"^(?:(?:theo|trong|tai)\b|phap luat\b)"
_BY_LAW = (
    r"\b(?:theo|trong|tai)(?: quy dinh(?: cua)?)? "
    r"(?:luat|bo luat|phap luat|hien phap|nghi dinh|thong tu|phap lenh|quy dinh)\b.*$"
)
PATTERNS = {
    "asksMeaning": _ASKS_MEANING,
    "asking": _ASKING,
    "askingWords": _ASKING_WORDS,
    "under": _UNDER,
    "byLaw": _BY_LAW,
}
"""What the browser looks for in a folded question (`indexer.browser.settings`)."""


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compiled when first needed: most searches ask nothing."""
    return re.compile(text)


def definition_terms(text: str) -> Iterator[str]:
    """A term for each thing that a text defines: ``d:trai phieu chuyen doi``."""
    for match in _pattern(_DEFINITION).finditer(text):
        words = syllables(match["term"])
        if match["term"][0].isupper() and 1 < len(words) <= MOST_TERM_SYLLABLES:
            yield _term(folded(" ".join(words)))


def asked_meaning(query: str) -> str | None:
    """The term of the thing whose meaning is asked for, without the law it is asked of; None for another question."""
    parts = [part for part in (folded(" ".join(syllables(part))) for part in query.split(",")) if part]
    if len(parts) > 1 and _pattern(_UNDER).search(parts[0]):
        del parts[0]
    plain = " ".join(parts)
    rest = _pattern(_ASKS_MEANING).sub(" ", plain)
    thing = " ".join(_pattern(_BY_LAW).sub("", rest).split())
    return _term(thing) if rest != plain and thing else None


def words_of_asking(words: Sequence[str], plain: Sequence[str]) -> list[bool]:
    """Whether each word of a question only asks ("… được quy định như thế nào?"): texts of law lack such words.

    `plain` are the words folded. In a question without other words, no word only asks.
    """
    starts = accumulate((len(word) + 1 for word in plain), initial=0)
    spans = [match.span() for match in _pattern(_ASKING_WORDS).finditer(" ".join(plain))]
    asking = [
        any(first <= start and start + len(bare) <= end for first, end in spans) and (word == bare or word in ACCENTED)
        for word, bare, start in zip(words, plain, starts, strict=False)
    ]
    return [False] * len(asking) if all(asking) else asking


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
