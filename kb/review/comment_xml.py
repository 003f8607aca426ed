"""What a comment of a Word file is written as (ECMA-376, 17.13.4): two marks around words, a reference, its text."""

from __future__ import annotations

from dataclasses import dataclass

from kb.review.xml_edits import text_xml


@dataclass(frozen=True)
class CommentXml:
    """Writes elements in the namespace of a part, with the prefix that its root has for it (``w:``).

    A part whose default namespace it is has no prefix, which attributes need: then each element declares its own.
    """

    root_prefix: str
    namespace: str

    @property
    def prefix(self) -> str:
        return self.root_prefix or "w:"

    def start(self, number: int) -> bytes:
        """The mark in front of the words."""
        return self._marked("commentRangeStart", number)

    def end(self, number: int) -> bytes:
        """The mark behind the words, and the run by which the comment is shown."""
        reference = self._marked("commentReference", number)
        return self._marked("commentRangeEnd", number) + self._element("r", "", reference)

    def comment(self, number: int, text: str, author: str, initials: str, time: str) -> bytes:
        """The text, a line a paragraph; `time` is as in ISO 8601, to the second."""
        mark = self._element("r", "", self._element("annotationRef", "", b""))
        paragraphs = []
        for line in text.split("\n"):
            words = f'<{self.prefix}t xml:space="preserve">'.encode() + text_xml(line) + f"</{self.prefix}t>".encode()
            paragraphs.append(self._element("p", "", mark + self._element("r", "", words)))
            mark = b""
        p = self.prefix
        attributes = f' {p}id="{number}" {p}author="{author}" {p}date="{time}" {p}initials="{initials}"'
        return self._element("comment", attributes, b"".join(paragraphs))

    def _marked(self, name: str, number: int) -> bytes:
        return self._element(name, f' {self.prefix}id="{number}"', b"")

    def _element(self, name: str, attributes: str, content: bytes) -> bytes:
        declared = "" if self.root_prefix else f' xmlns:w="{self.namespace}"'
        opened = f"<{self.prefix}{name}{declared}{attributes}"
        if not content:
            return f"{opened}/>".encode()
        return f"{opened}>".encode() + content + f"</{self.prefix}{name}>".encode()
