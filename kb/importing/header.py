"""The header of a document, in the layout of the State or of the Party, and what is common to both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kb.citation.patterns import any_of
from kb.citation.symbol import type_of, usual_case
from kb.corpus.corpus import Corpus
from kb.errors import InvalidNumber
from kb.importing import header_party, header_state
from kb.importing.blocks import Block
from kb.importing.bodies import bodies_of
from kb.importing.dates import day_in_words
from kb.importing.ending import ending_at, read_ending
from kb.importing.fields import CERTAIN, GUESSED, LIKELY, DateRead, Header, Read
from kb.importing.marks import mark_of
from kb.language.fold import folded
from kb.model.vocabulary import DocumentType
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME

LONGEST_HEADER = 45
"""Blocks among which a header is looked for."""
LONGEST_TITLE = 9
"""Lines of a title."""
_NUMBER = re.compile(
    r"(?:(?P<type>[^\W\d_][^\d:]{1,40}?)\s+)?S[ốÔÓô]\s*(?:hiệu|ký hiệu)?\s*[:.]?\s*"
    r"(?P<number>\d{1,5}[A-Za-z]?\s*[/-].{2,70}|[\s._…]*[/-]\s*[A-ZĐ].{1,60})$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:V/v|Về việc)\s*:?\s*", re.IGNORECASE)
_TYPES = {folded(name): name for name in BY_NAME}
_DOCUMENT_TYPES = {kind.label: kind for kind in DocumentType}
_TYPE_LINE = re.compile(rf"(?P<type>{any_of(*(name.upper() for name in BY_NAME))})(?!\w)\s*(?P<rest>.*)")
_NOT_TITLE = re.compile(r"(?:Căn cứ|Kính gửi|\(?Ban hành kèm)(?!\w)")
_LEAD = re.compile(r"(?:Thực hiện|Xét|Theo|Ngày|Trong|Thời gian qua|Nhằm|Để)(?!\w)")
"""How the first sentence of a text begins, which may stand right under the title."""


def read_header(corpus: Corpus, blocks: list[Block]) -> Header:
    """What the document says of itself. Never raises; takes any text."""
    first = next(
        (i for i, block in enumerate(blocks) if mark_of(block.text) or block.text.startswith("Căn cứ ")), len(blocks)
    )
    head = blocks[: min(first, LONGEST_HEADER)]
    layout = header_party if any(header_party.MOTTO.fullmatch(folded(block.text)) for block in head) else header_state
    header = Header(party=layout is header_party)
    numbered = next((i for i, block in enumerate(head) if _number_in(block)), None)
    typed = _type_line(head)
    _number(header, head, numbered)
    for block in head[: (typed or len(head)) + 1] if typed is not None else head:
        found = day_in_words(block.text)
        if found and header.issued is None:
            place, issued = found
            header.issued = DateRead(issued, CERTAIN if issued.is_day else LIKELY, block.start)
            header.place = Read(place, CERTAIN, block.start) if place else None
    end = _type_and_title(header, head, typed, numbered, layout)
    header.above, rest = tuple(blocks[:end]), blocks[end:]
    start, stop = ending_at(rest)
    header.inside, header.ending, header.behind = tuple(rest[:start]), tuple(rest[start:stop]), tuple(rest[stop:])
    names = [
        block for block in header.above[: numbered if layout is header_party else None] if layout.names_body(block)
    ]
    if typed is not None:
        names = [block for block in names if block.start < head[typed].start]
    words = " ".join(block.text for block in header.inside[:12])
    header.bodies = bodies_of(corpus, names, header, words)
    header.title = _in_small_letters(header, words)
    read_ending(header)
    return header


def _in_small_letters(header: Header, words: str) -> Read | None:
    """A title in capitals as the sentence of issue has it: ``Quốc hội ban hành Luật Phòng, chống …``."""
    title = header.title
    if title is None or title.value != title.value.upper():
        return title
    law = f"{header.type.value} " if header.type and header.document_type is DocumentType.LUAT else ""
    form = r"\s+".join(map(re.escape, title.value.split()))
    match = re.search(form, words, re.IGNORECASE)
    if match and match.group() != title.value:
        return replace(title, value=f"{law}{' '.join(match.group().split())}")
    small = title.value[:1] + title.value[1:].lower()
    return replace(title, value=f"{law}{small}", confidence=GUESSED, note="tên viết hoa cả, xem lại chữ hoa")


def _number_in(block: Block) -> re.Match[str] | None:
    return _NUMBER.fullmatch(block.text)


def _number(header: Header, head: list[Block], at: int | None) -> None:
    if at is None:
        return
    match = _number_in(head[at])
    assert match is not None
    typed = match["number"].strip()
    try:
        number = DocumentNumber.parse(typed.split()[0] if re.match(r"\d\S*[/-]\S", typed) else typed)
    except InvalidNumber:
        return  # a draft whose number is not given yet
    header.number = Read(str(number), CERTAIN, head[at].start)


def _type_line(head: list[Block]) -> int | None:
    """The block that says the type in capitals: ``THÔNG TƯ``."""
    for index, block in enumerate(head):
        match = _TYPE_LINE.fullmatch(block.text)
        if match and (not match["rest"] or _is_title(match["rest"]) or match["rest"].isupper()):
            return index
    return None


def _is_title(text: str) -> bool:
    return bool(re.match(r"[^\W\d_]", text)) and not text.startswith(":")


def _type_and_title(header: Header, head: list[Block], typed: int | None, numbered: int | None, layout: object) -> int:
    """Read type and title; returns where the header ends."""
    if typed is not None:
        match = _TYPE_LINE.fullmatch(head[typed].text)
        assert match is not None
        header.type = Read(usual_case(match["type"]), CERTAIN, head[typed].start)
        lines = [Block(match["rest"], head[typed].start, head[typed].end)] if match["rest"] else []
        for block in head[typed + 1 :][:LONGEST_TITLE]:
            if not _goes_on(block, lines, header):
                break
            lines.append(block)
        end = typed + 1 + len(lines) - bool(match["rest"])
        if lines:
            sure = CERTAIN if len(lines) < LONGEST_TITLE else GUESSED
            typed_title = " ".join(line.text for line in lines)
            words = header_party.without_issuer(typed_title)
            header.issuer = header_party.issuer_in(typed_title)
            header.title = Read(words, sure, lines[0].start) if words else None
    else:
        end = max(
            [index + 1 for index, block in enumerate(head) if header_state.is_header(block)] + [(numbered or -1) + 1]
        )
        _letter(header, head[:end])
        about = next((i for i, block in enumerate(head[: end + 3]) if _ABOUT.match(block.text)), None)
        end = max(end, about + 1) if about is not None else end
    if header.type:
        header.document_type = _DOCUMENT_TYPES.get(header.type.value) or _law(header.type.value)
    return end


def _law(name: str) -> DocumentType | None:
    return DocumentType.LUAT if name == "Bộ luật" else None


def _goes_on(block: Block, lines: list[Block], header: Header) -> bool:
    """Whether the block is one more line of the title."""
    text = block.text
    if mark_of(text) or _NOT_TITLE.match(text) or text.endswith((";", "./.")) or header_state.is_header(block):
        return False
    if text.startswith(("-", "(")) and not text.endswith(")"):
        return False
    if not lines:
        return len(text) <= 500
    if _LEAD.match(text):
        return False
    if block.capitals and not lines[0].capitals:
        return False  # the body's name once more, as laws and resolutions have it
    return block.gap == 0 and len(text) <= 200 and not text.endswith((".", ":"))


def _letter(header: Header, head: list[Block]) -> None:
    """An official letter has no type word: ``V/v …`` stands under its number."""
    for index, block in enumerate(head):
        match = _ABOUT.match(block.text)
        if match:
            lines = [block.text[match.end() :]]
            lines += [b.text for b in _while_small(head[index + 1 :])]
            header.title = Read(" ".join(lines), LIKELY, block.start)
            break
    kind = type_of(DocumentNumber.parse(header.number.value)) if header.number else None
    if kind and header.number:
        header.type = Read(kind, GUESSED, header.number.start, "suy ra từ ký hiệu")


def _while_small(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        if not block.text[0].islower():
            return
        yield block
