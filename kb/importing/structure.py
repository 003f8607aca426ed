"""The body of a document as provisions in the order of the text: every paragraph stands in exactly one of them.

A mark counts where its number may come next. A figure that only begins a line, a list inside a quotation and the
rows of a table are text of the provision in which they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from kb.importing.blocks import Block
from kb.importing.numbering import FIRST_NUMBERS, ROMANS, ProvisionMark, following, mark_of
from kb.model import Provision
from kb.model.vocabulary import ProvisionKind

_ORDER = {kind: level for level, kind in enumerate(ProvisionKind)}
_CLOSED = re.compile(r"[.;:,…/]\s*[”\"]?$")
_BELOW = {
    ProvisionKind.DIEU: (ProvisionKind.KHOAN, ProvisionKind.DIEM),
    ProvisionKind.KHOAN: (ProvisionKind.DIEM,),
}
"""What may begin on the line on which a provision begins."""
_OPENS = re.compile(r"“|(?:(?<=[\s(:])|^)\"(?=\w)")
_QUOTES = re.compile(r"[“”\"]")
_RESTARTS = (ProvisionKind.PHU_LUC, ProvisionKind.PHAN, ProvisionKind.CHUONG)
LONGEST_HEADING = 300
"""Code points of a heading; a longer line is text."""
_ATTACHED = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|MẪU SỐ|Mẫu số)(?!\w).*"
)


@dataclass
class ProvisionDraft:
    """A provision being read, and where it begins in the draft."""

    kind: ProvisionKind
    number: str
    start: int
    headings: list[str] = field(default_factory=list)
    """The lines of its heading."""
    text: list[str] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """Its heading on one line; empty where it has none."""
        return " ".join(self.headings)

    def provision(self) -> Provision:
        """The provision as a record holds it."""
        return Provision(
            kind=self.kind, number=self.number or None, heading=self.heading or None, text=tuple(self.text)
        )


class _StructureReader:
    def __init__(self) -> None:
        self.pieces: list[ProvisionDraft] = []
        self.open: dict[ProvisionKind, str] = {}
        """The numbers of the provisions that the next paragraph stands in."""
        self.quoted = 0
        self.article = ""
        """The number of the last article of the act, or of the text attached to it."""

    def take(self, block: Block, *, attached: bool, closes: bool = False) -> ProvisionMark | None:
        """Add the paragraph to the provision in which it stands, or begin one; the mark in the second case.

        `closes` says that a quotation which is open here ends further down.
        """
        mark = mark_of(block.text)
        mark = mark if mark and self._counts(mark, closes=closes) else None
        if mark:
            self.quoted = 0
            self._begin_all(mark, block)
        elif attached and _ATTACHED.fullmatch(block.text) and not self.quoted:
            self._begin(ProvisionMark(ProvisionKind.PHU_LUC, "", block.text), block)
        else:
            self._continue(block)
        self.quoted = max(0, self.quoted + quotations(block.text))
        return mark

    def _counts(self, mark: ProvisionMark, *, closes: bool) -> bool:
        """Whether the mark begins a provision here: an annex always, others not inside a quotation."""
        if mark.kind in _RESTARTS:
            return mark.kind is ProvisionKind.PHU_LUC or not self.quoted
        if mark.kind is ProvisionKind.DIEU:
            return self._is_article(mark, closes=closes)
        return not self.quoted and self._comes_next(mark)

    def _is_article(self, mark: ProvisionMark, *, closes: bool) -> bool:
        """Whether an article begins, of the act itself.

        Inside a quotation, where that is never closed and the number is the next one. Outside, a number without
        words behind it is a cell of a table or the end of a wrapped line, unless it is the next one.
        """
        comes_next = mark.number in following(self.article)
        if self.quoted:
            return comes_next and not closes and mark.number not in FIRST_NUMBERS
        return comes_next or bool(mark.rest)

    def _comes_next(self, mark: ProvisionMark) -> bool:
        """Whether a clause, a point or a Roman part bears a number that may come next; other kinds always may."""
        roman = mark.kind is ProvisionKind.MUC and mark.number in ROMANS
        if not roman and mark.kind not in (ProvisionKind.KHOAN, ProvisionKind.DIEM):
            return True
        last = self.open.get(mark.kind, "")
        begins_again = bool(last) and mark.number in FIRST_NUMBERS
        return mark.number in following(last) and not begins_again

    def _begin_all(self, mark: ProvisionMark, block: Block) -> None:
        """Begin the provision, and the one that begins on the same line: ``Điều 1. 1. …``, ``2. a) …``."""
        below = mark_of(mark.rest)
        nested = below is not None and below.number in FIRST_NUMBERS and below.kind in _BELOW.get(mark.kind, ())
        if below is None or not nested:
            self._begin(mark, block)
            return
        self._begin(ProvisionMark(mark.kind, mark.number, ""), block)
        self._begin_all(below, block)

    def _begin(self, mark: ProvisionMark, block: Block) -> None:
        if mark.kind in (ProvisionKind.DIEU, ProvisionKind.PHU_LUC):
            self.article = mark.number if mark.kind is ProvisionKind.DIEU else ""
        for kind in list(self.open):
            if _ORDER[kind] > _ORDER[mark.kind]:
                del self.open[kind]
        self.open[mark.kind] = mark.number
        piece = ProvisionDraft(mark.kind, mark.number, block.start)
        self.pieces.append(piece)
        if mark.rest and self._is_heading(mark):
            piece.headings.append(mark.rest)
        elif mark.rest:
            piece.text.append(mark.rest)

    def _is_heading(self, mark: ProvisionMark) -> bool:
        if mark.kind is ProvisionKind.DIEM or len(mark.rest) > LONGEST_HEADING:
            return False
        return _ORDER[mark.kind] < _ORDER[ProvisionKind.DIEU] or not _CLOSED.search(mark.rest)

    def _continue(self, block: Block) -> None:
        if not self.pieces:
            self.pieces.append(ProvisionDraft(ProvisionKind.MO_DAU, "", block.start))
        piece = self.pieces[-1]
        above = _ORDER[piece.kind] < _ORDER[ProvisionKind.DIEU] and piece.kind is not ProvisionKind.MO_DAU
        if (above and not piece.text and self._names(piece, block)) or (
            piece.kind is ProvisionKind.DIEU
            and not piece.headings
            and not piece.text
            and not _CLOSED.search(block.text)
        ):
            piece.headings.append(block.text)
        else:
            piece.text.append(block.text)

    def _names(self, piece: ProvisionDraft, block: Block) -> bool:
        """Whether the block is the name of a chapter, or one more line of it."""
        if block.capitals:
            # The first line tells for all: a line under one in capitals is taken only if it is in capitals too.
            return not piece.headings or (piece.headings[0] == piece.headings[0].upper() and block.gap == 0)
        return not piece.headings and len(block.text) <= LONGEST_HEADING and not _CLOSED.search(block.text)


def structure(inside: Sequence[Block], behind: Sequence[Block] = ()) -> list[ProvisionDraft]:
    """The provisions of the body, then those of what stands behind the signature. Never raises; takes any text."""
    reader = _StructureReader()
    for block, closes in zip(inside, _closed_below(inside), strict=True):
        reader.take(block, attached=False, closes=closes)
    if behind and not mark_is_annex(behind[0]):
        reader.pieces.append(ProvisionDraft(ProvisionKind.PHU_LUC, "", behind[0].start))
        reader.open.clear()
    reader.article = ""
    for block, closes in zip(behind, _closed_below(behind), strict=True):
        reader.take(block, attached=True, closes=closes)
    return reader.pieces


def quotations(text: str) -> int:
    """How many quotations the text opens and leaves open; negative where it closes those of the text above."""
    opened = len(_OPENS.findall(text))
    return 2 * opened - len(_QUOTES.findall(text))


def _closed_below(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether a quotation that is open above it is closed in it or further down."""
    balances = list(accumulate((quotations(block.text) for block in blocks), initial=0))
    lowest = list(accumulate(reversed(balances), min))[::-1]
    return [low < balance for balance, low in zip(balances[:-1], lowest[1:], strict=True)]


def marks_in(blocks: Sequence[Block]) -> list[ProvisionMark | None]:
    """For each paragraph the mark of the part that it begins, or None. Never raises."""
    reader = _StructureReader()
    return [
        reader.take(block, attached=False, closes=closes)
        for block, closes in zip(blocks, _closed_below(blocks), strict=True)
    ]


def mark_is_annex(block: Block) -> bool:
    """Whether the block begins an annex by its own words."""
    mark = mark_of(block.text)
    return bool(mark and mark.kind is ProvisionKind.PHU_LUC) or bool(_ATTACHED.fullmatch(block.text))
