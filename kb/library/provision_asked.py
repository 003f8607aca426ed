"""The provision that a question names, and the words of its document: ``k1 đ3 Luật Hòa giải ở cơ sở``.

It stands in front of the document or behind it, with the largest part first or last, in figures or in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.language.fold import composed, normal
from kb.library.counted_parts import either
from kb.library.provision_units import AskedUnit, units_at
from kb.model.vocabulary import ProvisionKind

LONGEST_QUESTION = 600
"""Code points of a question in which a provision is looked for."""
_ASKS = either("xem", "tra", "tra cứu", "tìm", "đọc", "hỏi", "cho", "in", "trích", "toàn văn", "nội dung")
_BEGINS = re.compile(rf"\s*(?:(?:{_ASKS}|{either('theo', 'tại', 'căn cứ', 'quy định', 'từ', 'các')})\s+)*")
_WORD = re.compile(r"(?<![\w/.-])(?=[^\W\d_])")
_CLOSES = re.compile(r"(?:(?:n[ăa]m\s+)?(?:19|20)\d\d)?[\s,;:.()\[\]?!–-]*")
"""What may stand behind a provision at the end: the year of its document."""
_SIGNS = " ,;:.()?!–-"
_QUOTES = " \"“”'«»["


@dataclass(frozen=True)
class ProvisionAsked:
    """The articles asked for, each with the smaller parts named (``điểm a khoản 1``), and their document as typed.

    `larger` is a chapter or the like where no article is named; a clause without its article has neither.
    """

    document: str
    articles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    larger: str = ""


def provision_asked(text: str) -> ProvisionAsked | None:
    """The provision of a question; None where it names none."""
    words = " ".join(composed(text).split()).strip(_QUOTES)[:LONGEST_QUESTION]
    plain = normal(words)
    if len(plain) != len(words):
        words = plain
    begun = _BEGINS.match(plain)
    first, rest = units_at(plain, begun.end() if begun else 0)
    for at in (word.start() for word in _WORD.finditer(plain, rest)):
        last, end = units_at(plain, at)
        if last and _CLOSES.fullmatch(plain, end):
            return _asked(f"{words[rest:at].rstrip(_SIGNS)} {words[end:]}", [*first, *last])
    return _asked(words[rest:], first) if first else None


_LEVELS = (ProvisionKind.DIEU, ProvisionKind.KHOAN, ProvisionKind.DIEM)


def _asked(document: str, units: list[AskedUnit]) -> ProvisionAsked:
    own = [unit for unit in units if unit.kind in _LEVELS]
    larger = ", ".join(f"{u.kind.label} {', '.join(u.numbers)}" for u in units if u.kind not in _LEVELS)
    document = document.strip(_SIGNS)
    if len(own) > 1 and _LEVELS.index(own[0].kind) < _LEVELS.index(own[1].kind):
        own.reverse()
    articles = _articles(own)
    return ProvisionAsked(document, articles, "" if articles else larger)


def _articles(units: list[AskedUnit]) -> dict[str, tuple[str, ...]]:
    """The articles with their smaller parts, of parts of which the smaller stand in front of the larger."""
    articles: dict[str, tuple[str, ...]] = {}
    points: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    for unit in units:
        if unit.kind is ProvisionKind.DIEM:
            points += unit.numbers
        elif unit.kind is ProvisionKind.KHOAN:
            parts, points = (*parts, *_joined(points, unit.numbers)), ()
        else:
            within = (*parts, *_joined(points, ("",)))
            articles |= {number: (*articles.get(number, ()), *within) for number in unit.numbers}
            parts, points = (), ()
    left = (*parts, *_joined(points, ("",)))
    if articles and left:
        last = [*articles][-1]
        articles[last] += left
    return articles


def _joined(points: tuple[str, ...], clauses: tuple[str, ...]) -> Iterator[str]:
    for clause in clauses:
        of_clause = f"khoản {clause}" if clause else ""
        yield from (f"điểm {point} {of_clause}".strip() for point in points)
        if clause and not points:
            yield of_clause
