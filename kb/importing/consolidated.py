"""Consolidated texts (Pháp lệnh 01/2012/UBTVQH13): number, body and day are those of the consolidation, the title that
of the text consolidated; the texts put together are named between title and legal bases.

The Official Gazette prints number and day at the end, above ``XÁC THỰC VĂN BẢN HỢP NHẤT``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kb.citation.patterns import any_of
from kb.importing import header_number, header_state
from kb.importing.blocks import Block
from kb.importing.body_names import begins_like_body
from kb.importing.readings import CERTAIN, FieldReading, Header
from kb.importing.title import first_line
from kb.language.dates import place_and_day
from kb.model.vocabulary import DocumentType
from kb.number.types import BY_NAME

_ATTESTED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_SYMBOL = re.compile(r"\bVBHN\b")
_RUNNING_HEAD = re.compile(r"VĂN BẢN HỢP NHẤT\s*[-–]\s*(?P<body>\S.*)")
_TEXT = re.compile(rf"(?:[-+\s]|\d{{1,2}}\s?[.)]|[a-zđ]\))*(?:{any_of(*BY_NAME)})(?!\w)")
ENDING_BLOCKS = 12
"""Blocks around the attestation that hold its number, body and day."""


def attestation(blocks: Sequence[Block]) -> list[Block]:
    """The blocks around ``XÁC THỰC VĂN BẢN HỢP NHẤT``; empty where it does not stand."""
    at = next((i for i, block in enumerate(blocks) if block.text.startswith(_ATTESTED)), None)
    return [] if at is None else list(blocks[max(0, at - ENDING_BLOCKS // 2) : at + ENDING_BLOCKS])


def read_attested(header: Header, attested: list[Block]) -> None:
    """Make the header that of a consolidated text where its number or its attestation says so."""
    consolidated = bool(attested) or bool(header.number and _SYMBOL.search(header.number.value))
    if not consolidated:
        return
    header.consolidated = True
    header.document_type = DocumentType.VAN_BAN_HOP_NHAT
    line = next((block for block in attested if block.text.startswith(_ATTESTED)), None)
    start, note = (line.start, "theo dòng xác thực") if line else (header.number.start, "theo ký hiệu")  # type: ignore[union-attr]
    header.type = FieldReading(DocumentType.VAN_BAN_HOP_NHAT.label, CERTAIN, start, note)
    numbered = first_line(attested, header_number.LINE.fullmatch)
    if header.number is None and numbered:
        header.number = header_number.read(numbered.match["number"], attested[numbered.at].start)
    if dated := next(_days(attested), None):
        header.issued = header.issued or dated[0]
        header.place = header.place or dated[1]


def _days(blocks: Sequence[Block]) -> Iterator[tuple[FieldReading, FieldReading[str] | None]]:  # type: ignore[type-arg]
    for block in blocks:
        if found := place_and_day(block.text):
            place, issued = found
            yield (
                FieldReading(issued, CERTAIN, block.start),
                FieldReading(place, CERTAIN, block.start) if place else None,
            )


def texts_consolidated(header: Header) -> set[int]:
    """Where the blocks begin, right below the title, that name the texts put together, each by its type word."""
    if not header.consolidated:
        return set()
    return {block.start for block in takewhile(lambda block: _TEXT.match(block.text), header.inside)}


def body_lines(header: Header, attested: Sequence[Block]) -> list[Block]:
    """The line that names the body of a consolidated text of the Gazette: over its number at the end, or its head."""
    if not header.consolidated:
        return []
    for block in header.above:
        if head := _RUNNING_HEAD.fullmatch(block.text):
            return [replace(block, text=head["body"])]
    before = takewhile(lambda block: not block.text.startswith(_ATTESTED), attested)
    return [block for block in before if header_state.names_body(block) and begins_like_body(block.text)]
