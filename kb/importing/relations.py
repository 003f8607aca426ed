"""Every citation of a document as a relation that its file may hold: what kind, to which record, how sure, where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from msgspec import structs

from kb.citation.compared import uncompared
from kb.citation.dates import typed_date
from kb.citation.find import find
from kb.citation.models import Citation, CitationKind, Resolution
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.importing.blocks import Block
from kb.importing.consolidated import texts_consolidated
from kb.importing.law_of_day import Days, days_of_issue, is_name_alone, law_of_day
from kb.importing.numbering import mark_of
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, Header
from kb.model.vocabulary import RelationKind
from kb.number.document_number import DocumentNumber
from kb.review.short import FullCitations

_BASIS = re.compile(r"Căn cứ\s", re.IGNORECASE)
_BEFORE: tuple[tuple[re.Pattern[str], RelationKind], ...] = tuple(
    (re.compile(rf"(?:{words})(?:\s+(?:cho|các|một phần|toàn bộ|một số điều của|đối với))*\s*$", re.IGNORECASE), kind)
    for words, kind in (
        (r"thay\s+thế", RelationKind.THAY_THE),
        (r"bãi\s+bỏ", RelationKind.BAI_BO),
        (r"đình\s+chỉ(?:\s+việc)?(?:\s+thi\s+hành)?", RelationKind.DINH_CHI),
        (r"sửa\s+đổi(?:\s*,\s*bổ\s+sung)?", RelationKind.SUA_DOI_BO_SUNG),
    )
)
_TITLE: tuple[tuple[re.Pattern[str], RelationKind], ...] = (
    (re.compile(r"sửa đổi|bổ sung một số", re.IGNORECASE), RelationKind.SUA_DOI_BO_SUNG),
    (re.compile(r"quy định chi tiết", re.IGNORECASE), RelationKind.QUY_DINH_CHI_TIET),
    (re.compile(r"bãi bỏ", re.IGNORECASE), RelationKind.BAI_BO),
    (re.compile(r"đính chính", re.IGNORECASE), RelationKind.DINH_CHINH),
    (re.compile(r"hướng dẫn", re.IGNORECASE), RelationKind.HUONG_DAN),
    (re.compile(r"triển khai|thực hiện", re.IGNORECASE), RelationKind.TRIEN_KHAI),
)
_LAPSES = re.compile(r"(?:hết|chấm dứt)\s+hiệu\s+lực", re.IGNORECASE)
_AMENDED_BY = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)\s+(?:bởi|theo)\s*:?\s*$", re.IGNORECASE)
"""The words in front of a text that is put together with the one that it amends."""
_SHORT_NAME = re.compile(r"(?:viết|gọi)\s+(?:gọn|tắt|chung)\s+là\s*[:“\"]?\s*$")
"""The words in front of the short name that a text gives to a document which it has just cited."""
_NO_DOCUMENT = (CitationKind.BACK_REFERENCE, CitationKind.STANDARD)
TITLE_WITHIN = 600
"""Code points of a title in front of a citation in which it is said what the document does to the one cited."""
MOST_PROVISIONS = 6
"""Provisions that one relation names; those cited after them are left out."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A relation to the record `to`, None where the corpus does not hold it; `near` are ids of records it may mean.

    `words` is the citation as typed, `confidence` lies between 0 and 1, `start` is a code point of the draft.
    """

    kind: RelationKind
    to: str | None
    words: str
    confidence: float
    start: int
    provisions: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class _KindPlaces:
    """Where the blocks begin that say what a citation in them is: legal bases, texts consolidated, the title.

    `own` is the document's own number, `days` are those on which it may have been issued.
    """

    bases: set[int]
    consolidated: set[int]
    title: int
    own: DocumentNumber | None
    days: Days | None

    def is_own(self, citation: Citation) -> bool:
        """Whether the document speaks of itself, as the heading of a copy does: by its number, and by no other day."""
        if self.own is None or citation.number is None or citation.number.match_key != self.own.match_key:
            return False
        typed = typed_date(citation)
        return typed is None or self.days is None or self.days[0] <= typed.first_day <= self.days[1]


def propose(corpus: Corpus, header: Header) -> list[Proposed]:
    """The relations in the order of the text; a record cited again is one relation of the kind that says most."""
    title = header.title.start if header.title else -1
    blocks = (*(b for b in header.above if b.start >= title >= 0), *header.inside, *header.behind)
    found: dict[tuple[str, bool], Proposed] = {}
    own = DocumentNumber.parse(header.number.value) if header.number else None
    places = _KindPlaces(_bases(header), texts_consolidated(header), title, own, days_of_issue(header))
    for proposed in _all(Resolver(corpus), blocks, places):
        _join(found, _not_of_later(corpus, places.days, proposed))
    return sorted(found.values(), key=lambda proposed: proposed.start)


def _not_of_later(corpus: Corpus, days: Days | None, proposed: Proposed) -> Proposed:
    """Without the record where that was issued after the document itself."""
    other = corpus.documents.get(proposed.to or "")
    if days is None or other is None or not other.issued.is_known:
        return proposed
    return replace(proposed, to=None) if other.issued.first_day > days[1] else proposed


def _bases(header: Header) -> set[int]:
    """Where the blocks of the preamble begin, in which legal bases are named."""
    preamble = takewhile(lambda block: not mark_of(block.text), header.inside)
    return {block.start for block in preamble}


def _join(found: dict[tuple[str, bool], Proposed], proposed: Proposed) -> None:
    """Put a relation to those found, by the record and whether it is a mere citation.

    A mere citation joins the relation of any kind to the same record and adds its provisions to another mere citation;
    a relation of a kind that says more takes the place of a mere citation.
    """
    plain = proposed.kind is RelationKind.DAN_CHIEU
    record = proposed.to or proposed.number or proposed.words.casefold()
    place = (record, plain)
    if plain and place not in found and (record, False) in found:
        place = (record, False)
    same = found.get(place)
    if same is None:
        found.pop((record, True), None)
        found[place] = proposed
    elif same.kind is RelationKind.DAN_CHIEU:
        provisions = tuple(dict.fromkeys((*same.provisions, *proposed.provisions)))
        found[place] = replace(same, provisions=provisions[:MOST_PROVISIONS])


def _all(resolver: Resolver, blocks: Sequence[Block], places: _KindPlaces) -> Iterable[Proposed]:
    text = "\n".join(block.text for block in blocks)
    starts: list[int] = []
    length = 0
    for block in blocks:
        starts.append(length)
        length += len(block.text) + 1
    found = find(text)
    full = FullCitations(found)
    last_end = 0
    for citation in found:
        if citation.own or places.is_own(citation) or citation.kind in _NO_DOCUMENT:
            continue
        if _SHORT_NAME.search(text[max(0, citation.span.start - 40) : citation.span.start]):
            continue
        block = blocks[bisect_right(starts, citation.span.start) - 1]
        begin = starts[bisect_right(starts, citation.span.start) - 1]
        kind, sure = _kind(block, citation.span.start - begin, citation.span.end - begin, places, last_end - begin)
        last_end = citation.span.end
        yield _proposed(
            *_meant(resolver, full.of(citation) or citation, places.days), citation, kind, sure, block.start
        )


def _meant(resolver: Resolver, citation: Citation, days: Days | None) -> tuple[Resolution, bool]:
    """What a citation means, and whether a review would call it right: only then it is a relation."""
    resolution = resolver.resolve(citation)
    if is_name_alone(citation):
        law = law_of_day(resolver.corpus, resolution, days)
        if law is None:
            return resolution, False
        resolution = structs.replace(resolution, candidates=(law,))
    document = resolver.corpus.documents.get(resolution.target or "")
    faulty = any(fault.severity == "error" for fault in resolution.faults)
    right = document is not None and not faulty and uncompared(resolver, resolution.citation, document) is None
    return resolution, right


def _kind(block: Block, start: int, end: int, places: _KindPlaces, last_end: int) -> tuple[RelationKind, float]:
    """The kind of relation that the words around a citation say, and how sure that is.

    `last_end` is where the citation before it ends: the verb behind that document is its own.
    """
    before, after = block.text[max(0, start - 90) : start], block.text[end : end + 400]
    if above := _kind_above_body(block, start, before, places):
        return above
    said = _said_by_title(block.text[max(0, start - TITLE_WITHIN) : start]) if block.start == places.title else None
    if said:
        return said, LIKELY
    for pattern, kind in _BEFORE:
        verb = pattern.search(before)
        if verb and not _is_subject(block.text, last_end, start - len(before) + verb.start()):
            return kind, LIKELY
    if _LAPSES.search(after.partition(". ")[0]):
        return RelationKind.THAY_THE, GUESSED
    return RelationKind.DAN_CHIEU, LIKELY


def _kind_above_body(block: Block, start: int, before: str, places: _KindPlaces) -> tuple[RelationKind, float] | None:
    """The kind where a citation stands among the texts that are put together, or among the legal bases."""
    if block.start in places.consolidated:
        named = not block.text[:start].strip(" .-–()0123456789abc") or _AMENDED_BY.search(before)
        return RelationKind.HOP_NHAT if named else RelationKind.DAN_CHIEU, LIKELY
    if block.start in places.bases and (_BASIS.match(block.text) or re.match(r"(?:Bộ )?[Ll]uật\s", block.text)):
        direct = not re.search(r"(?:bởi|theo)\s*$", before)
        return RelationKind.CAN_CU, CERTAIN if direct else LIKELY
    return None


def _said_by_title(words: str) -> RelationKind | None:
    """The kind of relation that a title says in front of the document that it names."""
    return next((kind for pattern, kind in _TITLE if pattern.search(words)), None)


def _is_subject(text: str, last_end: int, verb: int) -> bool:
    """Whether only white space stands between a document and the verb: ``Nghị định số A sửa đổi Nghị định số B``."""
    return last_end > 0 and not text[last_end:verb].strip()


def _proposed(
    resolution: Resolution, right: bool, citation: Citation, kind: RelationKind, sure: float, start: int
) -> Proposed:
    near = () if right else resolution.candidates
    near += tuple(suggestion.id for suggestion in resolution.suggestions)
    provision = (" ".join(citation.provision.surface.split()),) if citation.provision else ()
    return Proposed(
        kind,
        resolution.target if right else None,
        _words(citation),
        sure,
        start,
        provision,
        near[:3],
        citation.canonical or "",
    )


def _words(citation: Citation) -> str:
    return " ".join(citation.span.surface.split())
