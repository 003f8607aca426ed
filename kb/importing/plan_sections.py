"""A plan's text cut into sections and paragraphs, to the letter: joined again they are the text as it was."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.drafts import Draft
from kb.importing.blocks import Block, all_blocks, is_wrapped, lines_of
from kb.importing.numbering import ProvisionMark, dash_of
from kb.importing.readings import Header
from kb.importing.structure import marks_in
from kb.language.fold import folded
from kb.model import Paragraph
from kb.model.vocabulary import ParagraphKind, ProvisionKind

_LEVEL = {kind: level for level, kind in enumerate(ProvisionKind)}
_WORDED = (ProvisionKind.PHU_LUC, ProvisionKind.PHAN, ProvisionKind.CHUONG, ProvisionKind.DIEU)
"""Kinds whose word stands in the id and the label (``chuong-ii``); of the others only the number does (``ii``)."""


@dataclass
class SectionDraft:
    """A section being read: `start` is its place in the draft."""

    id: str
    label: str
    start: int
    parent: SectionDraft | None = None
    rank: tuple[int, int] = (-1, 0)
    """Its level, the larger section first: kind, then dots in its number; (-1, 0) for header, preamble and ending."""
    own: str = ""
    """The last part of its id."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    dashes: int = 0
    pluses: int = 0

    def add(self, text: str, before: str, kind: ParagraphKind) -> None:
        """Add a paragraph, its text to the letter and the white space before it."""
        self.paragraphs.append(Paragraph(id=f"{self.id}.{self._name(text, kind)}", kind=kind, text=text, before=before))

    def _name(self, text: str, kind: ParagraphKind) -> str:
        """``h`` for a heading, ``p2`` for the second paragraph, ``p2.1`` for the first ``+`` under it."""
        if kind is ParagraphKind.HEADING and not self.paragraphs:
            return "h"
        if dash_of(text) == "+" and self.dashes:
            self.pluses += 1
            return f"p{self.dashes}.{self.pluses}"
        self.dashes, self.pluses = self.dashes + 1, 0
        return f"p{self.dashes}"


def letters(draft: Draft) -> list[tuple[Block, str, str]]:
    """(paragraph, white space before it, its text to the letter); then a last one that holds the white space behind.

    Where lines are those of a page, the text is that of the paragraph into which they were joined.
    """
    if is_wrapped(draft):
        return [(b, "\n" * (1 + b.gap) if i else "", b.text) for i, b in enumerate(all_blocks(draft))]
    blocks, text = lines_of(draft.text), draft.text
    found = []
    done = 0
    for index, block in enumerate(blocks):
        following = blocks[index + 1].start if index + 1 < len(blocks) else len(text)
        # Looked for between the paragraphs on either side, for one line may hold many.
        line_end = text.find("\n", block.end, following)
        end = following if line_end < 0 else line_end
        start = max(done, text.rfind("\n", done, block.start) + 1)
        if start < done or not text[done:start].isspace():
            start = done
        found.append((block, text[done:start], text[start:end]))
        done = end
    return [*found, (Block("", done, len(text)), text[done:], "")]


_ABOVE = {False: ("the-thuc", "Phần đầu văn bản"), True: ("tieu-de", "Tên kế hoạch")}
_PREAMBLE = ("can-cu", "Căn cứ")
_RECIPIENTS = ("noi-nhan", "Nơi nhận")
_SIGNATURE = ("ky-ten", "Ký tên")
_FIXED = frozenset({"the-thuc", "tieu-de", "noi-nhan", "ky-ten"})


def sections(draft: Draft, header: Header) -> tuple[list[SectionDraft], str]:
    """The sections in their order, and the white space behind the last."""
    reader = _SectionReader(header)
    space = ""
    for block, before, text in letters(draft):
        if text:
            part, kind = reader.section_of(block)
            part.add(text, before, kind)
        else:
            space = before
    return reader.parts, space


class _SectionReader:
    """The sections read so far, and which of them the next paragraph belongs to."""

    def __init__(self, header: Header) -> None:
        self.parts: list[SectionDraft] = []
        self._taken: set[str] = set()
        self._times: dict[str, int] = {}
        """How often each name was asked for, so that a name asked for again is not counted up from 1."""
        self._marks = {block.start: mark for block, mark in zip(header.inside, marks_in(header.inside), strict=True)}
        self._title = header.type.start if header.type else -1
        self._header_end = header.above[-1].end if header.above else -1
        self._ending = range(header.ending[0].start, header.ending[-1].end) if header.ending else range(0)

    def section_of(self, block: Block) -> tuple[SectionDraft, ParagraphKind]:
        """Its section and kind: by the header, then the ending, then a mark, else the section that is open."""
        if block.start < self._header_end:
            named = block.start >= self._title >= 0
            return self._fixed(_ABOVE[named], block), ParagraphKind.TITLE if named else ParagraphKind.TEXT
        if block.start in self._ending:
            name, kind = self._of_ending(block)
            return self._fixed(name, block), kind
        if mark := self._marks.get(block.start):
            return self._begin(mark, block), ParagraphKind.HEADING
        if self.parts and self.parts[-1].id not in _FIXED:
            return self.parts[-1], ParagraphKind.TEXT
        return self._fixed(_PREAMBLE, block), ParagraphKind.TEXT

    def _of_ending(self, block: Block) -> tuple[tuple[str, str], ParagraphKind]:
        if folded(block.text).startswith("noi nhan"):
            return _RECIPIENTS, ParagraphKind.HEADING
        if dash_of(block.text) and _RECIPIENTS[0] in self._taken:
            return _RECIPIENTS, ParagraphKind.RECIPIENT
        return _SIGNATURE, ParagraphKind.SIGNATURE

    def _fixed(self, named: tuple[str, str], block: Block) -> SectionDraft:
        """The last section where it has this name and label, else a new one."""
        name, label = named
        last = self.parts[-1] if self.parts else None
        if last and (last.id == name or (last.id.startswith(f"{name}-") and last.label == label)):
            return last
        return self._add(SectionDraft(self._free(name), label, block.start))

    def _begin(self, mark: ProvisionMark, block: Block) -> SectionDraft:
        """A new section under the nearest larger one; an article bears no number but its own."""
        rank = (_LEVEL[mark.kind], mark.number.count("."))
        above = self._larger_than(rank)
        own, label = _own_name(mark)
        named = above if mark.kind is not ProvisionKind.DIEU else None
        if named is None:
            return self._add(SectionDraft(self._free(own), label, block.start, above, rank, own))
        if rank[1] and own.startswith(f"{named.own}-"):
            own, label = own.removeprefix(f"{named.own}-"), label.rpartition(".")[2]  # 1.2 under 1
        name, label = self._free(f"{named.id}-{own}"), f"{named.label}.{label}"
        return self._add(SectionDraft(name, label, block.start, above, rank, own))

    def _larger_than(self, rank: tuple[int, int]) -> SectionDraft | None:
        above = self.parts[-1] if self.parts else None
        while above and (above.rank >= rank or above.rank[0] < 0):
            above = above.parent
        return above

    def _add(self, part: SectionDraft) -> SectionDraft:
        self.parts.append(part)
        return part

    def _free(self, name: str) -> str:
        times = self._times.get(name, 1)
        free = name if times == 1 else f"{name}-{times}"
        while free in self._taken:
            times += 1
            free = f"{name}-{times}"
        self._times[name] = times
        self._taken.add(free)
        return free


def _own_name(mark: ProvisionMark) -> tuple[str, str]:
    """The last part of a section's id, and of its label: ``chuong-ii`` and ``Chương II``, but ``1`` and ``1``."""
    number = folded(mark.number.replace("đ", "dd")).replace(".", "-").replace(" ", "-")
    if mark.kind in _WORDED:
        return f"{mark.kind.value}-{number}".strip("-"), f"{mark.kind.label} {mark.number}".strip()
    return number or mark.kind.value, mark.number or mark.kind.label
