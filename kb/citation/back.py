"""Back references: what a text calls ``Luật này``, ``Nghị định nêu trên`` or by a short form that it defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from kb.citation import context
from kb.citation.back_patterns import (
    ARTICLE_BEFORE,
    BACK_TYPES,
    CODE,
    CORE_TYPES,
    DEFINITE_AFTER,
    DEFINITE_BEFORE,
    DEFINITION,
    PREPOSITION_BEFORE,
    SHORT_NAME,
    SHORT_NUMBER,
    THIS,
    VERB_AFTER,
    capitalised,
)
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import BARE, LAW_TYPES, TYPE_WORD
from kb.citation.reading import Reading
from kb.citation.symbol import usual_case
from kb.language.phrases import Phrases, words_of
from kb.number.types import BY_NAME

DEFINED_WITHIN = 1500
"""Code points between a citation and the definition of its short form: a long title may stand between."""
NAMED_RIGHT_BEHIND = " (dưới "
"""The most that stands between a document and the abbreviation it is given: ``(dưới đây gọi là BLHS)``."""
LOOKED_BACK = 40
"""Code points in front of a type word in which its preposition or article is looked for."""
DEFINED_AMONG = 8
"""Citations in front of a definition among which its document is looked for."""


def back_references(reading: Reading, cited: list[Citation]) -> Iterator[Citation]:
    """References back, each bound to what it means where the text settles it. `cited` is in the text's order."""
    yield from _demonstratives(reading)
    yield from _bare_numbers(reading, cited)
    short = list(_short_forms(reading, cited))
    yield from short
    defined = {citation.span.start for citation in short}
    yield from (code for code in _codes(reading) if code.span.start not in defined)


def bind(citations: list[Citation]) -> list[Citation]:
    """Every reference to an earlier citation with its antecedent: the nearest of its type, or the text itself."""
    latest: dict[str, Citation] = {}
    own: dict[str, Citation] = {}
    full: dict[tuple[str, str], Citation] = {}
    bound = []
    for citation in citations:
        type_name = citation.type_name or ""
        if citation.kind is CitationKind.NUMBERED:
            citation = _repeated(citation, full)
        # ``Chỉ thị 46`` means the directive of that number, never another that stands nearer.
        refers = citation.kind is CitationKind.BACK_REFERENCE and not citation.span.surface[-1:].isdigit()
        if refers and citation.antecedent is None:
            this = citation.span.surface.endswith("này")
            citation = replace(citation, antecedent=(own if this else latest).get(type_name))
        elif citation.own:
            own.setdefault(type_name, citation)
        elif citation.kind in (CitationKind.NUMBERED, CitationKind.NAMED):
            latest[type_name] = citation
        bound.append(citation)
    return bound


def _repeated(citation: Citation, full: dict[tuple[str, str], Citation]) -> Citation:
    """``Thông tư liên tịch số 01/2017`` after its whole number was given is a reference back."""
    type_name, number = citation.type_name or "", citation.number
    if number:
        full.setdefault((type_name, f"{number.ordinal}/{number.year}"), citation)
        return citation
    antecedent = full.get((type_name, citation.canonical or ""))
    return replace(citation, kind=CitationKind.BACK_REFERENCE, antecedent=antecedent) if antecedent else citation


def _demonstratives(reading: Reading) -> Iterator[Citation]:
    text = reading.plain
    for word in reading.type_words:
        end = _reference_end(text, word) if text[word.start()].isupper() else None
        if end:
            yield _reference(reading, word.start(), end, word.group())


def _reference_end(text: str, word: re.Match[str]) -> int | None:
    """Where a reference without a number ends: ``Luật này``, ``của Thông tư.``, ``Điều 26 của Luật được``."""
    start, end = word.span()
    type_word = " ".join(word.group().split())
    before = text[max(0, start - LOOKED_BACK) : start]
    this = THIS.match(text, end)
    if this:
        known = type_word in BACK_TYPES or (type_word == "Quy định" and PREPOSITION_BEFORE.search(before))
        return this.end() if known else None
    if type_word not in CORE_TYPES:
        return None
    if DEFINITE_AFTER.match(text, end):
        return end if DEFINITE_BEFORE.search(before) else None
    return end if VERB_AFTER.match(text, end) and ARTICLE_BEFORE.search(before) else None


def _reference(reading: Reading, start: int, end: int, type_word: str, antecedent: Citation | None = None) -> Citation:
    provision = context.provision_before(reading.plain, start)
    return Citation(
        reading.span(start, end),
        CitationKind.BACK_REFERENCE,
        type_name=usual_case(type_word),
        provision=reading.span(*provision) if provision else None,
        antecedent=antecedent,
    )


def _bare_numbers(reading: Reading, cited: list[Citation]) -> Iterator[Citation]:
    """``Nghị định 143`` where a decree of that number was cited before."""
    earlier: dict[tuple[str, str], Citation] = {}
    for citation in cited:
        if citation.number and citation.type_name:
            earlier.setdefault((citation.type_name, citation.number.ordinal.lstrip("0")), citation)
    for word in reading.type_words:
        bare = BARE.match(reading.plain, word.end()) if word.group()[0].isupper() else None
        if bare is None:
            continue
        type_name = usual_case(word.group())
        antecedent = earlier.get((type_name, bare["ordinal"].lstrip("0")))
        if antecedent and antecedent.span.start < reading.span(*word.span()).start:
            yield _reference(reading, word.start(), bare.end(), word.group(), antecedent)
        elif type_name in CORE_TYPES - LAW_TYPES and SHORT_NUMBER.match(reading.plain, word.end()):
            yield _reference(reading, word.start(), bare.end(), word.group())


def _codes(reading: Reading) -> Iterator[Citation]:
    for match in CODE.finditer(reading.plain):
        yield _reference(reading, *match.span(), "Bộ luật")


def _short_forms(reading: Reading, cited: list[Citation]) -> Iterator[Citation]:
    forms = dict(_definitions(reading, cited))
    if not forms:
        return
    text, phrases = reading.plain, Phrases(" ".join(form) for form in forms)
    for match in capitalised(form[0][0] for form in forms).finditer(text):
        end = phrases.end(text, match.start())
        if end is None or text[end : end + 1] in ("/", "-"):
            continue
        antecedent = forms.get(words_of(text[match.start() : end]))
        if antecedent and antecedent.span.start < reading.span(match.start(), end).start:
            yield _reference(reading, match.start(), end, antecedent.type_name or "", antecedent)


def _definitions(reading: Reading, cited: list[Citation]) -> Iterator[tuple[tuple[str, ...], Citation]]:
    """Short forms as words, and the citation in front of each definition."""
    place = 0
    for match in DEFINITION.finditer(reading.plain):
        here = reading.span(*match.span()).start
        while place < len(cited) and cited[place].span.end <= here:
            place += 1
        form = match["form"].strip()
        antecedent = _defined(form, here, cited[max(0, place - DEFINED_AMONG) : place])
        if antecedent:
            yield words_of(form), antecedent


def _defined(form: str, here: int, before: list[Citation]) -> Citation | None:
    """What a short form defined at `here` stands for, of the last citations `before` it.

    A form with a type word (``Nghị định 143``) is of the nearest document of that type; an abbreviation (``BLHS``) of
    the citation right in front; any other form is that of something else.
    """
    word = TYPE_WORD.match(form)
    if word and len(form) > word.end() and usual_case(form) not in BY_NAME:
        typed = usual_case(word.group())
        near = (c for c in reversed(before) if here - c.span.end < DEFINED_WITHIN)
        return next((c for c in near if c.type_name and c.type_name.startswith(typed)), None)
    right_before = before and here - before[-1].span.end <= len(NAMED_RIGHT_BEHIND)
    return before[-1] if right_before and SHORT_NAME.fullmatch(form) else None
