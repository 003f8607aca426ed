"""The comments that kb wrote into a Word file, taken out again: a second review says what holds now, and once."""

from __future__ import annotations

from collections.abc import Callable

from kb.drafts.package import Package
from kb.drafts.word_comments import KB_AUTHOR
from kb.drafts.xml_events import attribute
from kb.review.document_events import DocumentEvents
from kb.review.xml_edits import in_encoding, in_utf8, spliced

_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_BY_PARAGRAPH = ("commentsExtended", "commentsIds")
"""Parts in which Word keeps more of comments, by the last paragraph of each."""
Asked = Callable[[str, dict[str, str]], bool]


class _Removing(DocumentEvents):
    """Finds the elements that are asked for, and runs that hold nothing else."""

    def __init__(self, part: bytes, asked: Asked) -> None:
        super().__init__(part)
        self._asked = asked
        self._removed: dict[int, int] = {}
        """Where each begins and ends, in bytes."""
        self._children: dict[int, list[int]] = {}
        self.paragraphs: set[str] = set()
        """What Word calls the paragraphs in them (`w14:paraId`)."""
        self.ids: set[str] = set()
        self.read([part])

    def opened(self, tag: str, at: int, attributes: dict[str, str]) -> None:
        if self.stack and self.stack[-1][0] == "r" and tag != "rPr":
            self._children.setdefault(self.stack[-1][1], []).append(at)
        if self._asked(tag, attributes):
            self._removed[at] = at
            self.ids.add(attribute(attributes, "id") or "")
        elif any(begin in self._removed for _, begin in self.stack):
            self.paragraphs.add(attribute(attributes, "paraId") or "")

    def closed(self, tag: str, begin: int, end: int) -> None:
        children = self._children.pop(begin, [])
        if begin in self._removed:
            self._removed[begin] = end
        elif tag == "r" and children and all(child in self._removed for child in children):
            for child in children:
                del self._removed[child]
            self._removed[begin] = end

    def rest(self) -> bytes:
        """The part without them."""
        return spliced(self.part, [(begin, end, b"") for begin, end in self._removed.items()])


def without_own(package: Package, main: str) -> dict[str, bytes]:
    """The parts that change when kb's own comments are taken out; none where there are none."""
    relations = {relation.kind: relation.target for relation in reversed(package.relations(main))}
    changed: dict[str, bytes] = {}

    def remove(part: str, asked: Asked) -> _Removing:
        content, encoding = in_utf8(b"".join(package.pieces(part)))
        found = _Removing(content, asked)
        if found.ids:
            changed[part] = in_encoding(found.rest(), encoding)
        return found

    if "comments" in relations:
        own = remove(relations["comments"], lambda tag, a: tag == "comment" and attribute(a, "author") == KB_AUTHOR)
        if own.ids:
            remove(main, lambda tag, a: tag in _MARKS and (attribute(a, "id") or "") in own.ids)
            paragraphs = own.paragraphs - {""}
            for kind in _BY_PARAGRAPH:
                if kind in relations:
                    remove(relations[kind], lambda _, a: (attribute(a, "paraId") or "") in paragraphs)
    return changed
