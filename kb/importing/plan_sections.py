"""A plan's text cut into sections and paragraphs, to the letter: joined again they are the text as it was."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.drafts import Draft
from kb.importing.blocks import Block, all_blocks, is_wrapped, lines_of
from kb.importing.fields import Header
from kb.importing.marks import ProvisionMark, dash_of
from kb.importing.structure import marks_in
from kb.language.fold import folded
from kb.model import Paragraph
from kb.model.vocabulary import ParagraphKind, ProvisionKind

_LEVEL = {kind: level for level, kind in enumerate(ProvisionKind)}
_WORDED = (ProvisionKind.PHU_LUC, ProvisionKind.PHAN, ProvisionKind.CHUONG, ProvisionKind.DIEU)
"""Kinds whose word stands in the id and the label: a bare I or 1 is one of the others."""


@dataclass
class SectionDraft:
    """A section being read: `start` is its place in the draft."""

    id: str
    label: str
    start: int
    parent: SectionDraft | None = None
    rank: tuple[int, int] = (-1, 0)
    """How large it is, small numbers first: kind, then dots in its number. Fixed sections stand under nothing."""
    own: str = ""
    """The last part of its id."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    dashes: int = 0
    pluses: int = 0

    def add(self, text: str, before: str, kind: ParagraphKind) -> None:
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

    Of a page's lines the text to the letter is the paragraph that they make.
    """
    if is_wrapped(draft):
        return [(b, "\n" * (1 + b.gap) if i else "", b.text) for i, b in enumerate(all_blocks(draft))]
    blocks, text = lines_of(draft.text), draft.text
    found = []
    done = 0
    for index, block in enumerate(blocks):
        following = blocks[index + 1].start if index + 1 < len(blocks) else len(text)
        line_end = text.find("\n", block.end)
        end = min(len(text) if line_end < 0 else line_end, following)
        start = max(done, text.rfind("\n", 0, block.start) + 1)
        if start < done or not text[done:start].isspace():
            start = done
        found.append((block, text[done:start], text[start:end]))
        done = end
    return [*found, (Block("", done, len(text)), text[done:], "")]


def sections(draft: Draft, header: Header) -> tuple[list[SectionDraft], str]:
    """The sections in their order, and the white space behind the last."""
    inside = {block.start: mark for block, mark in zip(header.inside, marks_in(header.inside), strict=True)}
    title = header.type.start if header.type else -1
    above = header.above[-1].end if header.above else -1
    ending = (header.ending[0].start, header.ending[-1].end) if header.ending else (0, 0)
    parts: list[SectionDraft] = []
    taken: set[str] = set()
    space = ""
    for block, before, text in letters(draft):
        if not text:
            space = before
            continue
        kind = ParagraphKind.TEXT
        if block.start < above:
            named = block.start >= title >= 0
            part = _open(parts, taken, *_ABOVE[named], block)
            kind = ParagraphKind.TITLE if named else kind
        elif ending[0] <= block.start < ending[1]:
            name, kind = _ending(parts, block)
            part = _open(parts, taken, *name, block)
        elif (mark := inside.get(block.start)) is not None:
            part = _begun(parts, taken, mark, block)
            kind = ParagraphKind.HEADING
        else:
            part = parts[-1] if parts and parts[-1].id not in _FIXED else _open(parts, taken, *_PREAMBLE, block)
        part.add(text, before, kind)
    return parts, space


_ABOVE = {False: ("the-thuc", "Phần đầu văn bản"), True: ("tieu-de", "Tên kế hoạch")}
_PREAMBLE = ("can-cu", "Căn cứ")
_RECIPIENTS = ("noi-nhan", "Nơi nhận")
_SIGNATURE = ("ky-ten", "Ký tên")
_FIXED = frozenset({"the-thuc", "tieu-de", "noi-nhan", "ky-ten"})


def _ending(parts: list[SectionDraft], block: Block) -> tuple[tuple[str, str], ParagraphKind]:
    if folded(block.text).startswith("noi nhan"):
        return _RECIPIENTS, ParagraphKind.HEADING
    if dash_of(block.text) and any(part.id == _RECIPIENTS[0] for part in parts):
        return _RECIPIENTS, ParagraphKind.RECIPIENT
    return _SIGNATURE, ParagraphKind.SIGNATURE


def _open(parts: list[SectionDraft], taken: set[str], name: str, label: str, block: Block) -> SectionDraft:
    """The last section where it is that one, else a new one."""
    if parts and (parts[-1].id == name or (parts[-1].id.startswith(f"{name}-") and parts[-1].label == label)):
        return parts[-1]
    part = SectionDraft(_free(name, taken), label, block.start)
    parts.append(part)
    return part


def _begun(parts: list[SectionDraft], taken: set[str], mark: ProvisionMark, block: Block) -> SectionDraft:
    """A new section under the nearest larger one."""
    rank = (_LEVEL[mark.kind], mark.number.count("."))
    above = parts[-1] if parts else None
    while above and (above.rank >= rank or above.rank[0] < 0):
        above = above.parent
    number = folded(mark.number.replace("đ", "dd")).replace(".", "-").replace(" ", "-")
    if mark.kind in _WORDED:
        own, label = f"{mark.kind.value}-{number}".strip("-"), f"{mark.kind.label} {mark.number}".strip()
    else:
        own, label = number or mark.kind.value, mark.number or mark.kind.label
    named = above if mark.kind is not ProvisionKind.DIEU else None
    if named and rank[1] and own.startswith(f"{named.own}-"):
        own, label = own.removeprefix(f"{named.own}-"), label.rpartition(".")[2]  # 1.2 under 1
    name = f"{named.id}-{own}" if named else own
    part = SectionDraft(_free(name, taken), f"{named.label}.{label}" if named else label, block.start, above, rank, own)
    parts.append(part)
    return part


def _free(name: str, taken: set[str]) -> str:
    free, times = name, 1
    while free in taken:
        times += 1
        free = f"{name}-{times}"
    taken.add(free)
    return free
