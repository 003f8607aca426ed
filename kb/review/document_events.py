"""The elements of the document part of a Word file, each with the bytes that it takes."""

from __future__ import annotations

from kb.drafts.word_names import FALLBACK, WORD_NAMESPACES
from kb.drafts.xml_events import XmlEvents
from kb.review.xml_edits import Tag, tag_at


class DocumentEvents(XmlEvents):
    """Reads a part in UTF-8; subclasses say what they do at either end of an element.

    `tag` is the name without namespace, empty where the namespace is not that of Word. What stands in a fallback, which
    repeats what stands beside it, is passed over.
    """

    def __init__(self, part: bytes) -> None:
        super().__init__("utf-8")
        self.part = part
        self.root: Tag | None = None
        self.namespace = WORD_NAMESPACES[0]
        self.stack: list[tuple[str, int]] = []
        """Tag and beginning of the elements that are open."""
        self._skipped = 0

    def opened(self, tag: str, at: int, attributes: dict[str, str]) -> None:
        """An element begins; it does not stand in the stack yet."""

    def closed(self, tag: str, begin: int, end: int) -> None:
        """An element ended; it does not stand in the stack any more."""

    def words(self, text: str) -> None:
        """Characters in the element on top of the stack."""

    def started(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped or name == FALLBACK:
            self._skipped += 1
            return
        space, _, tag = name.rpartition(" ")
        at = self.at
        if self.root is None:
            self.root, self.namespace = tag_at(self.part, at), space
        tag = tag if space in WORD_NAMESPACES else ""
        self.opened(tag, at, attributes)
        self.stack.append((tag, at))

    def characters(self, text: str) -> None:
        if not self._skipped:
            self.words(text)

    def ended(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        tag, begin = self.stack.pop()
        opening = tag_at(self.part, begin)
        self.closed(tag, begin, opening.inner if opening.empty else self.part.index(b">", self.at) + 1)
