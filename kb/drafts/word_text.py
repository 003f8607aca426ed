"""The text of one part of a Word file: its paragraphs, a line each, made of the characters of their runs.

Deleted text of tracked changes is left out, inserted text is read. A paragraph of a text box comes behind the one that
its box stands in.
"""

from __future__ import annotations

from array import array

from kb.drafts.model import LONGEST_TEXT, TOO_LONG
from kb.drafts.xml_events import XmlEvents, attribute
from kb.errors import DraftUnreadable

WORD_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""Of transitional and of strict files (ECMA-376 parts 4 and 1)."""
FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
SKIPPED = frozenset({"del", "moveFrom", "Fallback"})
"""Elements whose text no reader sees, or sees elsewhere."""
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_REFERENCES = ("headerReference", "footerReference")


def _tags(*locals_: str) -> dict[str, str]:
    return {f"{space} {local}": local for space in WORD_NAMESPACES for local in locals_}


_TAGS = _tags(
    "document", "body", "p", "r", "t", "sym", "del", "moveFrom", "sectPr", "altChunk", *_REFERENCES, *_CHARACTERS
)
_TAGS[FALLBACK] = "Fallback"


class _TextRun:
    __slots__ = ("at", "characters")

    def __init__(self, at: int) -> None:
        self.at = at
        self.characters: list[str] = []


class WordText(XmlEvents):
    """Reads one part. `text()` is its text, `runs()` are the places of the runs in it where they were asked for."""

    def __init__(self, encoding: str | None = None, with_runs: bool = False) -> None:
        super().__init__(encoding)
        self.is_document = False
        """Whether the part is a document and has a body."""
        self.sections: list[dict[str, str]] = []
        """Headers and footers of each section: ``headerReference default`` and the like, and the relation."""
        self.chunks: list[str] = []
        """Relations to files of other kinds that stand in the document as they are (`w:altChunk`)."""
        self._with_runs = with_runs
        self._finished: list[str] = []
        self._length = 0
        self._pending = 0  # characters of paragraphs that have not ended
        self._places = array("q")
        self._skipped = 0
        self._stack = [""]
        self._paragraphs: list[list[_TextRun]] = []
        self._in_order: list[list[_TextRun]] = []
        self._runs: list[_TextRun] = []
        self._reads_text = False

    def text(self) -> str:
        return "".join(self._finished)

    def runs(self) -> tuple[array[int], array[int], array[int]]:
        """Of every run with characters: start and end in the text, and where its tag begins in the part in bytes."""
        return self._places[0::3], self._places[1::3], self._places[2::3]

    def started(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
            return
        tag = _TAGS.get(name, "")
        parent = self._stack[-1]
        self._stack.append(tag)
        if not tag:
            return
        if tag in SKIPPED:
            self._skipped = 1
        elif tag == "p":
            self._paragraphs.append([])
            self._in_order.append(self._paragraphs[-1])
        elif tag == "r":
            self._runs.append(_TextRun(self.at if self._with_runs else 0))
            if self._paragraphs:
                self._paragraphs[-1].append(self._runs[-1])
        elif parent == "r":
            self._in_run(tag, attributes)
        else:
            self._outside(tag, parent, attributes)

    def _outside(self, tag: str, parent: str, attributes: dict[str, str]) -> None:
        if tag == "sectPr":
            self.sections.append({})
        elif tag in _REFERENCES and parent == "sectPr":
            kind = f"{tag} {attribute(attributes, 'type') or 'default'}"
            self.sections[-1].setdefault(kind, attribute(attributes, "id") or "")
        elif tag == "altChunk":
            self.chunks.append(attribute(attributes, "id") or "")
        elif tag == "body":
            self.is_document = self._stack == ["", "document", "body"]

    def _in_run(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "t":
            self._reads_text = True
        else:
            self._add(characters_of(tag, attributes))

    def characters(self, text: str) -> None:
        if self._reads_text and not self._skipped:
            self._add(text)

    def _add(self, characters: str) -> None:
        if characters:
            self._runs[-1].characters.append(characters)
            self._bound(len(characters))

    def _bound(self, more: int) -> None:
        """Text beyond the limit is refused while it is read, before it fills the memory."""
        self._pending += more
        if self._length + self._pending > LONGEST_TEXT:
            raise DraftUnreadable(TOO_LONG)

    def ended(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            if self._skipped:
                return
        tag = self._stack.pop()
        if tag == "t":
            self._reads_text = False
        elif tag == "r":
            run = self._runs.pop()
            if not run.characters and self._paragraphs and self._paragraphs[-1][-1:] == [run]:
                self._paragraphs[-1].pop()
        elif tag == "p":
            self._paragraphs.pop()
            self._bound(1)
            if not self._paragraphs:
                self._finish()

    def _finish(self) -> None:
        """The outermost paragraph has ended: it and those in its text boxes, in the order in which they began."""
        for paragraph in self._in_order:
            for run in paragraph:
                characters = "".join(run.characters)
                if characters and self._with_runs:
                    self._places.extend((self._length, self._length + len(characters), run.at))
                self._finished.append(characters)
                self._length += len(characters)
            self._finished.append("\n")
            self._length += 1
        self._in_order.clear()
        self._pending = 0


def characters_of(tag: str, attributes: dict[str, str]) -> str:
    """The characters that an empty element of a run stands for; its tag is without namespace."""
    return _symbol(attributes) if tag == "sym" else _CHARACTERS.get(tag, "")


def _symbol(attributes: dict[str, str]) -> str:
    """The character of a `w:sym`, where its font is known to show it as Unicode does; else none.

    Symbol fonts take their codes from U+F020 on; digits and most marks of the font Symbol stand where ASCII has them.
    """
    try:
        code = int(attribute(attributes, "char") or "", 16)
    except ValueError:
        return ""
    if 0xF020 <= code <= 0xF07E:
        code -= 0xF000
    symbolic = (attribute(attributes, "font") or "").casefold() == "symbol"
    return chr(code) if symbolic and chr(code) in "!#%&()+,-./0123456789:;<=>?[]_{|}" else ""
