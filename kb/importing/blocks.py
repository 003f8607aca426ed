"""The paragraphs of a file, each with its place: page headers are taken out, hard wraps are joined.

A PDF has a line for each line of the page, a Word file a line for each paragraph. Lines are joined by how one
ends and how the next begins; only the page headers of the Official Gazette are dropped.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from kb.citation.reading import without_page_headers
from kb.drafts import Draft
from kb.importing.broken_lines import OPEN_NUMBER_WITHIN, belongs_together, open_number
from kb.importing.columns import cells, is_capitals, is_rule
from kb.importing.markup import front_matter_end, without_marks
from kb.importing.numbering import begins_part, following, mark_of
from kb.language.characters import IGNORABLE, INKLESS, MEANINGLESS
from kb.language.letters import written
from kb.model.vocabulary import ProvisionKind

_LINE = re.compile(r"[^\n\f]*")
_CLOSED = (".", ";", ":", "!", "?", "”;", "”.")
_RECIPIENTS = re.compile(r"[\s|*_>]*Nơi nhận\s*:", re.IGNORECASE)
_INVISIBLE, _INKLESS = re.compile(f"[{MEANINGLESS}{IGNORABLE}]"), re.compile(f"[{INKLESS}]")
_STAMP = re.compile(r"(?:Ký bởi|Thời gian ký)\s*:|Email\s*:\s*\S+@\S+$")
"""Lines of an electronic signature, which a PDF shows above or below the text."""
_PAGE_NUMBER = re.compile(r"\d{1,4}")
SHORTEST_WRAPPED = 45
"""Code points of a line that the margin may have broken; a shorter line ends of itself."""
SHORTEST_CONTINUED = 20
"""Code points of a paragraph that a soft line break may have cut: a shorter line stands alone."""
WIDEST_PAGE = 130
"""Code points of a full line of a page; longer lines are paragraphs."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its words, single-spaced; `start` and `end`, code points of the draft; `gap`, empty lines above."""

    text: str
    start: int
    end: int
    gap: int = 0

    @property
    def capitals(self) -> bool:
        """Whether it is written in capitals throughout."""
        return is_capitals(self.text)


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on."""

    parts: list[Block]

    @property
    def last(self) -> Block:
        return self.parts[-1]

    def block(self) -> Block:
        pieces = [self.parts[0].text]
        end = pieces[0]
        for part in self.parts[1:]:
            joined = ("" if open_number(end) else " ") + part.text
            pieces.append(joined)
            end = end[-OPEN_NUMBER_WITHIN:] + joined
        return Block("".join(pieces), self.parts[0].start, self.last.end, self.parts[0].gap)


def blocks_of(draft: Draft) -> list[Block]:
    """Every paragraph in its order, without front matter, drawn lines and a page number at the head of the file."""
    begin = front_matter_end(draft.text)
    blocks = [b for b in all_blocks(draft) if b.start >= begin and not is_rule(b.text) and not _STAMP.match(b.text)]
    return blocks[1:] if blocks and _PAGE_NUMBER.fullmatch(blocks[0].text) else blocks


def is_wrapped(draft: Draft) -> bool:
    """Whether the lines of the draft are those of a page, not paragraphs."""
    return draft.paged or _looks_wrapped(lines_of(draft.text))


def all_blocks(draft: Draft) -> list[Block]:
    """Every paragraph of the draft in its order, drawn lines too."""
    lines = lines_of(draft.text)
    width = _width(lines) if draft.paged or _looks_wrapped(lines) else 0
    found: list[_Open] = []
    last: dict[ProvisionKind, str] = {}
    for line in lines:
        mark = mark_of(line.text)
        expected = mark is not None and mark.number in following(last.get(mark.kind, ""))
        if found and _goes_on(found[-1], line, width, expected=expected):
            found[-1].parts.append(line)
            continue
        if mark:
            last[mark.kind] = mark.number
        found.append(_Open([line]))
    return [paragraph.block() for paragraph in found]


def lines_of(text: str) -> list[Block]:
    """The lines that are not empty; what stands side by side in a header or an ending are lines of their own."""
    found: list[Block] = []
    gap, ending = 0, False
    for match in _LINE.finditer(without_page_headers(text)):
        raw = match.group()
        if not raw:  # an empty line, and the end of every other one
            gap += 1
            continue
        if not _plain(raw):
            continue
        ending = ending or bool(_RECIPIENTS.match(raw))
        for start, end in cells(raw, ending=ending):
            words = _plain(raw[start:end])
            if words:
                found.append(Block(words, match.start() + start, match.start() + end, max(0, gap - 1)))
                gap = 0
    return found


def _plain(text: str) -> str:
    """Letters in one spelling, single-spaced, without what nobody sees and marks of Markdown; dashes as they are."""
    clean = without_marks(written(_INKLESS.sub(" ", _INVISIBLE.sub("", text))))
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Co", "Cn", "Cs") else c for c in clean).split())


def _width(lines: list[Block]) -> int:
    """The length of a full line: nine in ten are no longer."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _looks_wrapped(lines: list[Block]) -> bool:
    """Whether a text file was broken at a margin: a quarter of its long lines go on in small letters on the next."""
    full = [a for a in lines if len(a.text) >= SHORTEST_WRAPPED]
    going_on = sum(
        1
        for a, b in pairwise(lines)
        if len(a.text) >= SHORTEST_WRAPPED and not a.text.endswith(_CLOSED) and b.text[0].islower()
    )
    return bool(full) and going_on * 4 >= len(full) and _width(lines) <= WIDEST_PAGE


def _goes_on(paragraph: _Open, line: Block, width: int, *, expected: bool) -> bool:
    """Whether the line belongs to the paragraph above it; `expected`: it bears the number that comes next.

    `width` is the length of a full line of the page, 0 where lines are paragraphs.
    """
    last = paragraph.last.text
    if belongs_together(last, line.text):
        return True
    cut = _cut_by_margin(last, width)
    if begins_part(line.text) and (expected or not cut or begins_part(line.text, sure=True)):
        return False
    if not width:
        return _continues_sentence(last, line)
    if is_capitals(last) or is_capitals(line.text) or is_rule(last):
        return False
    return line.text[0].islower() or cut


def _cut_by_margin(text: str, width: int) -> bool:
    """Whether a line of a page ends within a sentence, as long as one that the margin broke: ¾ of `width` or more."""
    full = width > 0 and len(text) >= max(SHORTEST_WRAPPED, width * 3 // 4)
    return full and not text.endswith(_CLOSED)


def _continues_sentence(last: str, line: Block) -> bool:
    """Whether a line right below `last` goes on in small letters, in a text whose lines are paragraphs."""
    small = line.text[0].islower() and line.gap == 0
    return small and not last.endswith(_CLOSED) and len(last) >= SHORTEST_CONTINUED and not is_capitals(last)
