"""Where the marks of comments stand in the document part of a Word file.

A mark stands in front of or behind a run, which is cut where the citation begins or ends inside it; all else of the run
stays on its side of the cut. Around three things a mark stands outside, because LibreOffice loses text of those whose
inside holds one (seen in 7.4): the result of a field, a content control (`w:sdt`), and what is written over a run
(`w:ruby`). Where no paragraph follows a content control, its comment stands at the last place before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kb.drafts.word_text import WORD_NAMESPACES, characters_of
from kb.drafts.xml_events import XmlEvents, attribute
from kb.review.xml_edits import Tag, spliced, tag_at, text_xml

_CLOSED = frozenset({"sdt", "fldSimple", "ruby"})
"""Elements around which a mark stands."""
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"


@dataclass(frozen=True)
class Mark:
    """One end of comment number `comment`, so many characters behind the beginning of its run."""

    comment: int
    place: int
    is_end: bool


@dataclass
class _Child:
    tag: str
    begin: int
    end: int = 0
    text: str = ""


@dataclass
class _Run:
    begin: int
    marks: list[Mark]
    closed: bool
    children: list[_Child] = field(default_factory=list)


@dataclass
class _Story:
    """The body, or the content of a text box: fields, runs and paragraphs that are open in it."""

    fields: int = 0
    runs: list[_Run] = field(default_factory=list)
    paragraphs: list[Tag] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    """Comments whose end has no place yet."""


_Part = bytes | Mark


class CommentMarks(XmlEvents):
    """Reads the document part, in UTF-8, and places the marks; `marked` is the part with them.

    `marks` are by the byte at which the tag of their run begins.
    """

    def __init__(self, part: bytes, marks: Mapping[int, list[Mark]]) -> None:
        super().__init__("utf-8")
        self._part, self._marks = part, marks
        self._edits: list[tuple[int, int, list[_Part]]] = []
        self._starts: dict[int, tuple[int, _Story]] = {}
        self._placed: set[int] = set()
        self._points: set[int] = set()
        self._stories = [_Story()]
        self._stack: list[tuple[str, int]] = []
        self._skipped = self._closed = 0
        self._region = 0  # where the outermost closed element or field begins
        self._last: int | None = None  # the last place in the body where a mark may stand
        self._entering: tuple[int, Tag] | None = None  # a paragraph and its depth, of which no content was seen
        self.root: Tag | None = None
        self.namespace = WORD_NAMESPACES[0]
        self.ids: set[str] = set()
        self._begin: dict[str, Callable[[int, dict[str, str]], None]] = {
            "p": self._begin_paragraph,
            "r": self._begin_run,
            "fldChar": self._begin_field_character,
            "txbxContent": self._begin_box,
            "commentRangeStart": self._begin_comment,
            "commentReference": self._begin_comment,
        }
        self.read([part])
        self._place_the_rest()

    def marked(self, ids: Mapping[int, int]) -> bytes:
        """The part with the marks of the comments that got a place, `ids` being their numbers in the file."""
        return spliced(
            self._part,
            ((begin, end, b"".join(self._written(part, ids) for part in parts)) for begin, end, parts in self._edits),
        )

    def _written(self, part: _Part, ids: Mapping[int, int]) -> bytes:
        if isinstance(part, bytes):
            return part
        if part.comment not in self._placed or (part.comment in self._points and not part.is_end):
            return b""
        number = ids[part.comment]
        start = self._element("commentRangeStart", number)
        if not part.is_end:
            return start
        reference = f"<{self._prefix}r{self._declared}>".encode()
        reference += self._element("commentReference", number) + f"</{self._prefix}r>".encode()
        end = self._element("commentRangeEnd", number) + reference
        return start + end if part.comment in self._points else end

    def _element(self, name: str, number: int) -> bytes:
        return f'<{self._prefix}{name}{self._declared} {self._prefix}id="{number}"/>'.encode()

    @property
    def _prefix(self) -> str:
        return (self.root.prefix if self.root else "") or "w:"

    @property
    def _declared(self) -> str:
        """The namespace, where the part has no prefix for it: an attribute needs one."""
        return "" if self.root and self.root.prefix else f' xmlns:w="{self.namespace}"'

    @property
    def placed(self) -> set[int]:
        """The comments that have a place."""
        return self._placed

    # events

    def started(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped or name == _FALLBACK:
            self._skipped += 1
            return
        space, _, tag = name.rpartition(" ")
        at = self.at
        if space not in WORD_NAMESPACES:
            tag = ""
        if self.root is None:
            self.root, self.namespace = tag_at(self._part, at), space
        if self._entering and len(self._stack) == self._entering[0] and tag != "pPr":
            self._enter(self._entering[1].inner)
        run = self._marked_run()
        if run:
            run.children.append(_Child(tag, at, text=characters_of(tag, attributes)))
        self._stack.append((tag, at))
        if tag in _CLOSED:
            self._open_region(at)
            self._closed += 1
        elif tag in self._begin:
            self._begin[tag](at, attributes)

    def _begin_paragraph(self, at: int, _: dict[str, str]) -> None:
        story = self._stories[-1]
        story.paragraphs.append(tag_at(self._part, at))
        if story.waiting and not self._is_closed:
            self._entering = (len(self._stack), story.paragraphs[-1])

    def _begin_run(self, at: int, _: dict[str, str]) -> None:
        self._stories[-1].runs.append(_Run(at, self._marks.get(at, []), self._is_closed))

    def _begin_field_character(self, at: int, attributes: dict[str, str]) -> None:
        story, kind = self._stories[-1], attribute(attributes, "fldCharType")
        if kind == "begin":
            self._open_region(at)
            story.fields += 1
        elif kind == "end" and story.fields:
            story.fields -= 1

    def _begin_box(self, _: int, __: dict[str, str]) -> None:
        self._stories.append(_Story())

    def _begin_comment(self, _: int, attributes: dict[str, str]) -> None:
        self.ids.add(attribute(attributes, "id") or "")

    def characters(self, text: str) -> None:
        if self._stack and self._stack[-1][0] == "t" and not self._skipped:
            runs = self._stories[-1].runs
            if runs and runs[-1].children and runs[-1].children[-1].begin == self._stack[-1][1]:
                runs[-1].children[-1].text += text

    def ended(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        tag, begin = self._stack.pop()
        story = self._stories[-1]
        run = self._marked_run()
        if run:
            run.children[-1].end = self._end_of(begin)
        if tag == "r":
            self._end_run(story.runs.pop(), self._end_of(begin))
        elif tag in _CLOSED:
            self._closed -= 1
            self._safe_at(self._end_of(begin))
        elif tag == "p":
            self._end_paragraph()
        elif tag == "pPr" and self._entering and len(self._stack) == self._entering[0]:
            self._enter(self._end_of(begin))
        elif tag == "txbxContent":
            self._leave(self._stories.pop())

    def _end_paragraph(self) -> None:
        paragraphs = self._stories[-1].paragraphs
        if self._entering:
            self._enter(paragraphs[-1].inner)
        if not paragraphs[-1].empty:
            self._safe_at(self.at)
        paragraphs.pop()

    def _marked_run(self) -> _Run | None:
        """The run that is the parent of what begins or ends, where a mark belongs to it."""
        runs = self._stories[-1].runs
        return runs[-1] if runs and runs[-1].marks and self._stack[-1] == ("r", runs[-1].begin) else None

    def _end_of(self, begin: int) -> int:
        """The place behind the end tag that is at hand, of the element that began there."""
        tag = tag_at(self._part, begin)
        return tag.inner if tag.empty else self._part.index(b">", self.at) + 1

    # what is closed to marks

    @property
    def _is_closed(self) -> bool:
        return self._closed > 0 or any(story.fields for story in self._stories)

    def _open_region(self, at: int) -> None:
        runs = self._stories[-1].runs
        if not self._is_closed and not (runs and runs[0].closed):
            self._region = runs[0].begin if runs else at
        for run in runs:
            run.closed = True

    # where marks go

    def _end_run(self, run: _Run, end: int) -> None:
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

    def _start_comment(self, mark: Mark, at: int) -> None:
        if mark.comment not in self._placed:  # its end came first: text of a box stands behind that around it
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
        if not self._entering:
            return
        tag = self._entering[1]
        self._entering = None
        if tag.empty:
            opened = self._part[tag.begin : tag.inner].rstrip(b"/>") + b">"
            self._end_waiting(self._stories[-1], tag.begin, tag.inner, opened, f"</{tag.name}>".encode())
        else:
            self._end_waiting(self._stories[-1], at, at, b"", b"")

    def _end_waiting(self, story: _Story, begin: int, end: int, before: bytes, behind: bytes) -> None:
        if story.waiting:
            ends: list[_Part] = [Mark(comment, 0, is_end=True) for comment in story.waiting]
            self._edits.append((begin, end, [before, *ends, behind]))
            self._placed.update(story.waiting)
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

    # a run is cut

    def _cut(self, run: _Run, end: int) -> None:
        open_tag = tag_at(self._part, run.begin)
        properties = next((self._part[c.begin : c.end] for c in run.children if c.tag == "rPr"), b"")
        close = f"</{open_tag.name}>".encode()
        again = self._part[run.begin : open_tag.inner] + properties
        length = sum(len(child.text) for child in run.children)
        inside: dict[int, list[_Part]] = {}
        for mark in sorted(run.marks, key=lambda mark: (mark.place, not mark.is_end)):
            if mark.is_end and not self._may_end(mark):
                continue
            if not mark.is_end and mark.place <= 0:
                self._start_comment(mark, run.begin)
            elif mark.is_end and mark.place >= length:
                self._edits.append((end, end, [mark]))
            else:
                inside.setdefault(mark.place, []).append(mark)
                if not mark.is_end:
                    self._starts[mark.comment] = (run.begin, self._stories[-1])
        self._cut_children(run, {place: [close, *marks, again] for place, marks in inside.items()})

    def _may_end(self, mark: Mark) -> bool:
        """Whether the comment ends here; one that began in another text box waits for the end of the run."""
        if self._starts.get(mark.comment, (0, None))[1] is self._stories[-1]:
            self._placed.add(mark.comment)
            return True
        self._wait(mark.comment)
        return False

    def _cut_children(self, run: _Run, cuts: dict[int, list[_Part]]) -> None:
        """Between two children where a cut falls there, else inside the text of one."""
        place = 0
        for child in run.children:
            behind = place + len(child.text)
            within = sorted(cut for cut in cuts if place < cut < behind)
            if within:
                self._edits.append((child.begin, child.end, self._text_cut(child, place, within, cuts)))
            if behind > place and behind in cuts:
                self._edits.append((child.end, child.end, cuts.pop(behind)))
            place = behind

    def _text_cut(self, child: _Child, place: int, within: list[int], cuts: dict[int, list[_Part]]) -> list[_Part]:
        name = tag_at(self._part, child.begin).name.encode()
        open_text, close_text = b"<" + name + b' xml:space="preserve">', b"</" + name + b">"
        parts: list[_Part] = []
        begin = 0
        for cut in within:
            parts += [open_text, text_xml(child.text[begin : cut - place]), close_text, *cuts[cut]]
            begin = cut - place
        return [*parts, open_text, text_xml(child.text[begin:]), close_text]
