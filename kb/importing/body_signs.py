"""What else than the lines of the header says who issued a document: number, signature, sentence of issue, title."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import owners
from kb.errors import InvalidNumber
from kb.importing.body_records import listed, names_of, reading_of
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, BodyReading, Header
from kb.language.fold import folded
from kb.language.phrases import words_of
from kb.number.document_number import DocumentNumber

_ISSUES = re.compile(
    r"(?:^|[;,] )(?:Bộ trưởng |Thống đốc |Chủ tịch |Tổng [Tt]hanh tra |Chánh án |Viện trưởng )?"
    r"(?P<body>[^;,]{3,90}?) ban hành"
    r" (?:Nghị định|Thông tư|Luật|Pháp lệnh|Nghị quyết|Quyết định|Quy định|Quy chế|Kế hoạch|Hướng dẫn)(?!\w)"
)
_NOTE = "theo câu ban hành"
_IN_NAME_OF = re.compile(r"T\s*/?\s*M\s*\.?\s*(?P<body>\S.*)")
_CHAIR = re.compile(r"^CHỦ TỊCH\s+")
_CENTRAL = {words_of(name) for name in ("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng")}
_CENTRAL_NOTE = "tiêu đề chung của Trung ương, xem ai ký"
LONGEST_PREAMBLE = 40
"""Blocks below the title among which the sentence of issue stands."""


def is_central(body: BodyReading) -> bool:
    """Whether the header is that of the Central Committee, under which Politburo and Secretariat issue too."""
    return words_of(body.name) in _CENTRAL


def for_central(corpus: Corpus, header: Header, body: BodyReading) -> list[BodyReading]:
    """The Politburo or the Secretariat, for both of which the Central Committee's heading stands, by who signed."""
    known = names_of(corpus)
    for block in header.ending:
        signed = _IN_NAME_OF.fullmatch(block.text)
        own = known.get(words_of(signed["body"])) if signed else None
        if own:
            return [BodyReading(corpus.bodies[own].name, own, CERTAIN, block.start, "theo thẩm quyền ký")]
    return by_sentence(corpus, header) or [replace(body, confidence=GUESSED, note=_CENTRAL_NOTE)]


def as_below_title(corpus: Corpus, body: BodyReading, header: Header) -> BodyReading:
    """The body by its whole name, where a line in capitals below the title begins with what the header has of it."""
    begun = words_of(body.name)
    for block in header.inside[:2]:
        name = _CHAIR.sub("", block.text)
        words = words_of(name)
        if block.capitals and not body.id and len(words) > len(begun) and begun == words[: len(begun)]:
            return reading_of(corpus, name, names_of(corpus).get(words), GUESSED, block.start, "")
    return body


def by_sentence(corpus: Corpus, header: Header) -> list[BodyReading]:
    """The body that the sentence of issue begins with: ``Chính phủ ban hành Nghị định …``."""
    known = names_of(corpus)
    for block in header.inside[:LONGEST_PREAMBLE]:
        match = _ISSUES.search(block.text)
        words = words_of(match["body"]) if match else ()
        if own := known.get(words):
            return [BodyReading(corpus.bodies[own].name, own, LIKELY, block.start, _NOTE)]
        if name := listed().get(words):
            return [BodyReading(name, None, LIKELY, block.start, f"{_NOTE}; chưa có trong kho")]
    return []


def as_symbol_says(corpus: Corpus, header: Header, body: BodyReading) -> BodyReading:
    """The body, in doubt where the symbol of the number is that of another body of the corpus."""
    said = by_symbol(corpus, header)
    if not said or not body.id or said[0].id == body.id:
        return body
    return replace(body, confidence=GUESSED, note=f"ký hiệu là của {said[0].name}")


def by_symbol(corpus: Corpus, header: Header) -> list[BodyReading]:
    """The body whose abbreviation stands in the number; none where no abbreviation is that of one body alone.

    Nor where it only names a kind of body (UBND), of which the corpus happens to hold one.
    """
    if header.number is None:
        return []
    try:
        number = DocumentNumber.parse(header.number.value)
    except InvalidNumber:
        return []
    for group in number.groups[1:]:
        ids = sorted(owners(corpus, group))
        if len(ids) == 1 and not _is_of_a_kind(group, corpus.bodies[ids[0]].name):
            name = corpus.bodies[ids[0]].name
            return [BodyReading(name, ids[0], LIKELY, header.number.start, "suy ra từ ký hiệu")]
    return []


def _is_of_a_kind(group: str, name: str) -> bool:
    """Whether the letters are the initials of the first words of a name, and words behind them say of which place."""
    initials = "".join(word[0] for word in folded(name).split())
    return len(group) < len(initials) and initials.startswith(folded(group))
