"""The header of a document, in the layout of the State or of the Party, and what is common to both."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.corpus.corpus import Corpus
from kb.importing import consolidated, header_number, header_party, header_state
from kb.importing.blocks import Block
from kb.importing.bodies import bodies_of
from kb.importing.ending import ending_at, read_ending
from kb.importing.labelled import LabelledFields
from kb.importing.numbering import mark_of
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, FieldReading, Header
from kb.importing.title import FoundLine, first_line, read_type_and_title, type_line
from kb.language.dates import place_and_day
from kb.language.fold import folded
from kb.model.vocabulary import DocumentType

NO_LABELS = LabelledFields()
LONGEST_HEADER = 45
"""Blocks among which a header is looked for."""
_SPLIT_DAY = re.compile(r"(?<=(?:ngày|háng) )([0-3]) (\d)(?= (?:tháng|năm)\b)")
"""A day or a month whose figures a scanner set apart: ``tháng 0 6 năm``."""
LONGEST_OPENING = 12
"""Blocks under the header in which the usual letter case of names in capitals is looked for."""
OPENING_WITHIN = 20_000
"""Code points of those blocks that are read; the preamble of a law with all its bases takes a tenth."""
LONGEST_IN_CAPITALS = 2_500
"""Code points of a title in capitals that is looked for there; as many as the lines of a title may have."""


def read_header(corpus: Corpus, blocks: list[Block], labels: LabelledFields = NO_LABELS) -> Header:
    """The header and the ending of a document; `labels` is what stands in front of it. Never raises; takes any text.

    In this order, for each step needs the one before it: number, type, day of issue, title, where the header ends,
    issuing bodies, the letter case of the title, the ending.
    """
    head = blocks[: _length(blocks)]
    header = Header(party=any(header_party.MOTTO.fullmatch(folded(block.text)) for block in head))
    numbered, typed = first_line(head, header_number.LINE.fullmatch), type_line(head)
    header.number = header_number.read(numbered.match["number"], head[numbered.at].start) if numbered else None
    # A type on the first line has nothing above it: the day is looked for in the whole header then.
    _read_issue(header, head[: typed.at + 1] if typed and typed.at else head)
    _divide(header, blocks, read_type_and_title(header, blocks[: len(head) + 1], typed, numbered))
    opening = " ".join(block.text for block in header.inside[:LONGEST_OPENING])[:OPENING_WITHIN]
    header.title = _in_small_letters(header, opening)
    attested = consolidated.attestation((*header.inside, *header.ending, *header.behind))
    consolidated.read_attested(header, attested)
    _fill(header, labels)
    lines = consolidated.body_lines(header, attested) or _body_lines(header, head, typed, numbered)
    header.bodies = bodies_of(corpus, lines, header, opening, labels.body)
    read_ending(header)
    return header


def _fill(header: Header, labels: LabelledFields) -> None:
    """Put labelled fields where the header itself says nothing; without a number of its own it says too little."""
    header.number = header.number or labels.number
    header.issued = header.issued or labels.issued
    header.title = header.title or labels.title
    header.signer = labels.signer
    if header.type is None and labels.type:
        header.type = labels.type
        header.document_type = next((kind for kind in DocumentType if kind.label == labels.type.value), None)


def _length(blocks: list[Block]) -> int:
    """How many blocks stand above the first part and the first legal basis, at most `LONGEST_HEADER`."""
    below = (i for i, block in enumerate(blocks) if mark_of(block.text) or block.text.startswith("Căn cứ "))
    return min(next(below, len(blocks)), LONGEST_HEADER)


def _read_issue(header: Header, head: list[Block]) -> None:
    """Place and day of issue, of the first line that is a date."""
    for block in head:
        joined = _SPLIT_DAY.sub(r"\1\2", block.text)
        if found := place_and_day(joined):
            place, issued = found
            sure = CERTAIN if issued.is_day and joined == block.text else LIKELY
            header.issued = FieldReading(issued, sure, block.start)
            header.place = FieldReading(place, CERTAIN, block.start) if place else None
            return


def _divide(header: Header, blocks: list[Block], end: int) -> None:
    """Put every block into the header (`end` of them), the body, the ending, or what stands behind the ending."""
    rest = blocks[end:]
    start, stop = ending_at(rest)
    header.above, header.inside = tuple(blocks[:end]), tuple(rest[:start])
    header.ending, header.behind = tuple(rest[start:stop]), tuple(rest[stop:])


def _body_lines(header: Header, head: list[Block], typed: FoundLine | None, numbered: FoundLine | None) -> list[Block]:
    """The lines that may name a body: those above the type, and in the Party's layout above the number."""
    layout = header_party if header.party else header_state
    above = header.above[: numbered.at] if header.party and numbered else header.above
    lines = [block for block in above if layout.names_body(block)]
    return [block for block in lines if block.start < head[typed.at].start] if typed else lines


def _in_small_letters(header: Header, opening: str) -> FieldReading[str] | None:
    """A title in capitals as the sentence of issue has it: ``Quốc hội ban hành Luật Phòng, chống …``."""
    title = header.title
    if title is None or title.value != title.value.upper():
        return title
    law = f"{header.type.value} " if header.type and header.document_type is DocumentType.LUAT else ""
    form = r"\s+".join(map(re.escape, title.value.split()))
    match = re.search(form, opening, re.IGNORECASE) if len(title.value) <= LONGEST_IN_CAPITALS else None
    if match and match.group() != title.value:
        return replace(title, value=f"{law}{' '.join(match.group().split())}")
    small = title.value[:1] + title.value[1:].lower()
    return replace(title, value=f"{law}{small}", confidence=GUESSED, note="tên viết hoa cả, xem lại chữ hoa")
