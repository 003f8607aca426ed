"""A run of a Word file that marks of comments fall into: it is cut there, and all else of it stays on its side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kb.review.xml_edits import tag_at, text_xml


@dataclass(frozen=True)
class CommentMark:
    """One end of comment number `comment`, so many characters behind the beginning of its run."""

    comment: int
    place: int
    is_end: bool


EditPiece = bytes | CommentMark
MarkEdit = tuple[int, int, list[EditPiece]]
"""The bytes of a part from … to, and what stands there instead."""


@dataclass
class RunChild:
    """An element in a run: where it stands in the part, its characters."""

    tag: str
    begin: int
    end: int = 0
    pieces: list[str] = field(default_factory=list)
    text: str = ""

    def finish(self, end: int) -> None:
        """Its end was reached."""
        self.end, self.text = end, "".join(self.pieces)


@dataclass
class MarkedRun:
    """`begin` is where its tag stands in the part; in a `closed` one no mark may stand."""

    begin: int
    marks: list[CommentMark]
    closed: bool
    children: list[RunChild] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Its characters."""
        return sum(len(child.text) for child in self.children)

    def cut(self, part: bytes, marks: Mapping[int, list[CommentMark]]) -> Iterator[MarkEdit]:
        """The edits that put marks between its characters, by their place: between two of its elements, or inside
        the text of one. Both halves have its properties.
        """
        tag = tag_at(part, self.begin)
        properties = next((part[child.begin : child.end] for child in self.children if child.tag == "rPr"), b"")
        between = (f"</{tag.name}>".encode(), part[self.begin : tag.inner] + properties)
        cuts: dict[int, list[EditPiece]] = {at: [between[0], *found, between[1]] for at, found in marks.items()}
        places, place = sorted(cuts), 0
        for child in self.children:
            behind = place + len(child.text)
            within = places[bisect_right(places, place) : bisect_left(places, behind)]
            if within:
                yield child.begin, child.end, _cut_text(part, child, {at - place: cuts[at] for at in within})
            if behind > place and behind in cuts:
                yield child.end, child.end, cuts[behind]
            place = behind


def _cut_text(part: bytes, child: RunChild, cuts: Mapping[int, list[EditPiece]]) -> list[EditPiece]:
    name = tag_at(part, child.begin).name.encode()
    open_text, close_text = b"<" + name + b' xml:space="preserve">', b"</" + name + b">"
    pieces: list[EditPiece] = []
    begin = 0
    for at, cut in cuts.items():
        pieces += [open_text, text_xml(child.text[begin:at]), close_text, *cut]
        begin = at
    return [*pieces, open_text, text_xml(child.text[begin:]), close_text]
