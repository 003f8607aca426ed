"""The body of a document as provisions in the order of the text: every paragraph stands in exactly one of them.

A mark counts where its number may come next. A figure that only begins a line, a list inside a quotation and the
rows of a table are text of the provision in which they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What stands in a block and below it; `closes`: a quotation that is open above the block ends there."""

    mark: ProvisionMark | None
    quotations: int
    closes: bool
    at: int
    articles: Mapping[str, int]
    """The last block that begins with the number of an article."""

    def has_article(self, number: str) -> bool:
        """Whether an article of this number begins below."""
        return self.articles.get(number, -1) > self.at


class _StructureReader:
    def __init__(self) -> None:
        self.pieces: list[ProvisionDraft] = []
        self.open: dict[ProvisionKind, str] = {}
        """The numbers of the provisions that the next paragraph stands in."""
        self.quoted = 0
        self.article = ""
        """The number of the last article of the act, or of the text attached to it."""

    def take(self, block: Block, ahead: _Ahead, *, attached: bool) -> ProvisionMark | None:
        """Add the paragraph to the provision in which it stands, or begin one; the mark in the second case."""
        mark = ahead.mark if ahead.mark and self._counts(ahead.mark, ahead) else None
        if mark:
            self.quoted = 0
            self._begin_all(mark, block)
        elif attached and _ATTACHED.fullmatch(block.text) and not self.quoted:
            self._begin(ProvisionMark(ProvisionKind.PHU_LUC, "", block.text), block)
        else:
            self._continue(block)
        self.quoted = max(0, self.quoted + ahead.quotations)
        return mark

    def _counts(self, mark: ProvisionMark, ahead: _Ahead) -> bool:
        """Whether the mark begins a provision here: an annex always, others not inside a quotation."""
        if mark.kind in _RESTARTS:
            return mark.kind is ProvisionKind.PHU_LUC or not self.quoted
        if mark.kind is ProvisionKind.DIEU:
            return self._is_article(mark, ahead)
        return not self.quoted and self._comes_next(mark)

    def _is_article(self, mark: ProvisionMark, ahead: _Ahead) -> bool:
        """Whether an article begins, of the act itself.

        Inside a quotation, where that is never closed and the number is the next one. Outside, a number that is not
        the next one is that of an article only if it has words behind it (a cell of a table and the end of a wrapped
        line have none) and the next one does not stand further down.
        """
        awaited = following(self.article)
        if self.quoted:
            return mark.number in awaited and not ahead.closes and mark.number not in FIRST_NUMBERS
        if mark.number in awaited:
            return True
        return bool(mark.rest) and not (self.article.isdigit() and ahead.has_article(str(int(self.article) + 1)))

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
    for block, ahead in zip(inside, _ahead(inside), strict=True):
        reader.take(block, ahead, attached=False)
    if behind and not mark_is_annex(behind[0]):
        reader.pieces.append(ProvisionDraft(ProvisionKind.PHU_LUC, "", behind[0].start))
        reader.open.clear()
    reader.article = ""
    for block, ahead in zip(behind, _ahead(behind), strict=True):
        reader.take(block, ahead, attached=True)
    return reader.pieces


def quotations(text: str) -> int:
    """How many quotations the text opens and leaves open; negative where it closes those of the text above."""
    if "“" not in text and "”" not in text and '"' not in text:
        return 0
    opened = len(_OPENS.findall(text))
    return 2 * opened - len(_QUOTES.findall(text))


def _ahead(blocks: Sequence[Block]) -> list[_Ahead]:
    """For each block what stands in it and below it."""
    opened = [quotations(block.text) for block in blocks]
    balances = list(accumulate(opened, initial=0))
    lowest = list(accumulate(reversed(balances), min))[::-1]
    marks = [mark_of(block.text) for block in blocks]
    articles = {mark.number: at for at, mark in enumerate(marks) if mark and mark.kind is ProvisionKind.DIEU}
    return [_Ahead(marks[at], opened[at], lowest[at + 1] < balances[at], at, articles) for at in range(len(blocks))]


def marks_in(blocks: Sequence[Block]) -> list[ProvisionMark | None]:
    """For each paragraph the mark of the part that it begins, or None. Never raises."""
    reader = _StructureReader()
    return [reader.take(block, ahead, attached=False) for block, ahead in zip(blocks, _ahead(blocks), strict=True)]


def mark_is_annex(block: Block) -> bool:
    """Whether the block begins an annex by its own words."""
    mark = mark_of(block.text)
    return bool(mark and mark.kind is ProvisionKind.PHU_LUC) or bool(_ATTACHED.fullmatch(block.text))
