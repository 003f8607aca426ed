"""Where the marks of comments stand in the document part of a Word file.

A mark stands in front of or behind a run, which is cut where the citation begins or ends inside it; all else of the run
stays on its side of the cut. Around three things a mark stands outside, because LibreOffice loses text of those whose
inside holds one (seen in 7.4): the result of a field, a content control (`w:sdt`), and what is written over a run
(`w:ruby`). Where no paragraph follows a content control, its comment stands at the last place before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kb.drafts.word_characters import characters_of
from kb.drafts.xml_events import attribute
from kb.review.comment_xml import CommentXml
from kb.review.document_events import DocumentEvents
from kb.review.marked_run import CommentMark, EditPiece, MarkEdit, MarkedRun, RunChild
from kb.review.xml_edits import Tag, spliced, tag_at

_CLOSED = frozenset({"sdt", "fldSimple", "ruby"})
"""Elements around which a mark stands."""


@dataclass
class _Story:
    """The body, or the content of a text box: fields, runs and paragraphs that are open in it."""

    fields: int = 0
    runs: list[MarkedRun] = field(default_factory=list)
    paragraphs: list[Tag] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    """Comments whose end has no place yet."""


class CommentMarks(DocumentEvents):
    """Reads the document part, in UTF-8, and places the marks; `marked` is the part with them.

    `marks` are by the byte at which the tag of their run begins.
    """

    def __init__(self, part: bytes, marks: Mapping[int, list[CommentMark]]) -> None:
        super().__init__(part)
        self._marks = marks
        self._edits: list[MarkEdit] = []
        self._starts: dict[int, tuple[int, _Story]] = {}
        self.placed: set[int] = set()
        """The comments that have a place."""
        self._points: set[int] = set()
        self._stories = [_Story()]
        self._closed = 0
        self._region = 0  # where the outermost closed element or field begins
        self._last: int | None = None  # the last place in the body where a mark may stand
        self._entering: tuple[int, Tag] | None = None  # a paragraph and its depth, of which no content was seen
        self.ids: set[str] = set()
        self._begin: dict[str, Callable[[int, dict[str, str]], None]] = {
            "p": self._begin_paragraph,
            "r": self._begin_run,
            "fldChar": self._begin_field_character,
            "txbxContent": lambda _, __: self._stories.append(_Story()),
            "commentRangeStart": self._begin_comment,
            "commentReference": self._begin_comment,
        }
        self.read([part])
        self._place_the_rest()

    def marked(self, ids: Mapping[int, int]) -> bytes:
        """The part with the marks of the comments that got a place, `ids` being their numbers in the file."""
        xml = CommentXml(self.root.prefix if self.root else "", self.namespace)
        edits = [
            (begin, end, b"".join(self._written(piece, xml, ids) for piece in pieces))
            for begin, end, pieces in self._edits
        ]
        return spliced(self.part, edits)

    def _written(self, piece: EditPiece, xml: CommentXml, ids: Mapping[int, int]) -> bytes:
        if isinstance(piece, bytes):
            return piece
        if piece.comment not in self.placed or (piece.comment in self._points and not piece.is_end):
            return b""
        number = ids[piece.comment]
        if not piece.is_end:
            return xml.start(number)
        return xml.start(number) * (piece.comment in self._points) + xml.end(number)

    def opened(self, tag: str, at: int, attributes: dict[str, str]) -> None:
        if self._entering and len(self.stack) == self._entering[0] and tag != "pPr":
            self._enter(self._entering[1].inner)
        run = self._marked_run()
        if run:
            run.children.append(RunChild(tag, at, pieces=[characters_of(tag, attributes)]))
        if tag in _CLOSED:
            self._open_region(at)
            self._closed += 1
        elif tag in self._begin:
            self._begin[tag](at, attributes)

    def _begin_paragraph(self, at: int, _: dict[str, str]) -> None:
        story = self._stories[-1]
        story.paragraphs.append(tag_at(self.part, at))
        if story.waiting and not self._is_closed:
            self._entering = (len(self.stack) + 1, story.paragraphs[-1])

    def _begin_run(self, at: int, _: dict[str, str]) -> None:
        self._stories[-1].runs.append(MarkedRun(at, self._marks.get(at, []), self._is_closed))

    def _begin_field_character(self, at: int, attributes: dict[str, str]) -> None:
        story, kind = self._stories[-1], attribute(attributes, "fldCharType")
        if kind == "begin":
            self._open_region(at)
            story.fields += 1
        elif kind == "end" and story.fields:
            story.fields -= 1

    def _begin_comment(self, _: int, attributes: dict[str, str]) -> None:
        self.ids.add(attribute(attributes, "id") or "")

    def words(self, text: str) -> None:
        runs = self._stories[-1].runs
        if (
            self.stack[-1][0] == "t"
            and runs
            and runs[-1].children[-1:]
            and runs[-1].children[-1].begin == self.stack[-1][1]
        ):
            runs[-1].children[-1].pieces.append(text)

    def closed(self, tag: str, begin: int, end: int) -> None:
        story = self._stories[-1]
        run = self._marked_run()
        if run:
            run.children[-1].finish(end)
        if tag == "r":
            self._end_run(story.runs.pop(), end)
        elif tag in _CLOSED:
            self._closed -= 1
            self._safe_at(end)
        elif tag == "p":
            self._end_paragraph()
        elif tag == "pPr" and self._entering and len(self.stack) == self._entering[0]:
            self._enter(end)
        elif tag == "txbxContent":
            self._leave(self._stories.pop())

    def _end_paragraph(self) -> None:
        paragraphs = self._stories[-1].paragraphs
        if self._entering:
            self._enter(paragraphs[-1].inner)
        if not paragraphs[-1].empty:
            self._safe_at(self.at)
        paragraphs.pop()

    def _marked_run(self) -> MarkedRun | None:
        """The run that is the parent of what begins or ends, where a mark belongs to it."""
        runs = self._stories[-1].runs
        return runs[-1] if runs and runs[-1].marks and self.stack[-1] == ("r", runs[-1].begin) else None

    @property
    def _is_closed(self) -> bool:
        return self._closed > 0 or any(story.fields for story in self._stories)

    def _open_region(self, at: int) -> None:
        runs = self._stories[-1].runs
        if not self._is_closed and not (runs and runs[0].closed):
            self._region = runs[0].begin if runs else at
        for run in runs:
            run.closed = True

    def _end_run(self, run: MarkedRun, end: int) -> None:
        story = self._stories[-1]
        if run.closed:
            for mark in run.marks:
                if mark.is_end:
                    self._wait(mark.comment)
                else:
                    self._start_comment(mark, self._region)
        elif run.marks:
            self._cut(run, end)
        if not story.runs:
            self._safe_at(end)

    def _start_comment(self, mark: CommentMark, at: int) -> None:
        if mark.comment not in self.placed:  # its end came first: text of a box stands behind that around it
            self._starts[mark.comment] = (at, self._stories[-1])
            self._edits.append((at, at, [mark]))

    def _wait(self, comment: int) -> None:
        self._stories[-1].waiting.append(comment)
        if self._starts.get(comment, (0, None))[1] is not self._stories[-1]:
            self._points.add(comment)

    def _safe_at(self, at: int) -> None:
        """A place behind a run or a closed element: a mark may stand there if a paragraph is open and nothing else."""
        story = self._stories[-1]
        if self._is_closed or story.runs or not story.paragraphs:
            return
        if len(self._stories) == 1:
            self._last = at
        self._end_waiting(story, at, at, b"", b"")

    def _enter(self, at: int) -> None:
        tag = self._entering[1] if self._entering else None
        self._entering = None
        if tag and tag.empty:
            opened = self.part[tag.begin : tag.inner].rstrip(b"/>") + b">"
            self._end_waiting(self._stories[-1], tag.begin, tag.inner, opened, f"</{tag.name}>".encode())
        else:
            self._end_waiting(self._stories[-1], at, at, b"", b"")

    def _end_waiting(self, story: _Story, begin: int, end: int, before: bytes, behind: bytes) -> None:
        if story.waiting:
            ends: list[EditPiece] = [CommentMark(comment, 0, is_end=True) for comment in story.waiting]
            self._edits.append((begin, end, [before, *ends, behind]))
            self.placed.update(story.waiting)
            story.waiting.clear()

    def _leave(self, box: _Story) -> None:
        """A text box ends: a comment that found no place in it stands behind the run that holds the box."""
        self._points.update(box.waiting)
        self._stories[-1].waiting += box.waiting

    def _place_the_rest(self) -> None:
        body = self._stories[0]
        if self._last is not None:
            self._points.update(body.waiting)
            self._end_waiting(body, self._last, self._last, b"", b"")

    def _cut(self, run: MarkedRun, end: int) -> None:
        inside: dict[int, list[CommentMark]] = defaultdict(list)
        length = run.length
        for mark in sorted(run.marks, key=lambda mark: (mark.place, not mark.is_end)):
            if mark.is_end and self._starts.get(mark.comment, (0, None))[1] is not self._stories[-1]:
                self._wait(mark.comment)  # it began in another text box
            elif mark.is_end:
                self.placed.add(mark.comment)
                if mark.place < length:
                    inside[mark.place].append(mark)
                else:
                    self._edits.append((end, end, [mark]))
            elif mark.place > 0:
                self._starts[mark.comment] = (run.begin, self._stories[-1])
                inside[mark.place].append(mark)
            else:
                self._start_comment(mark, run.begin)
        self._edits += run.cut(self.part, inside)
