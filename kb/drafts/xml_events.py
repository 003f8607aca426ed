"""The XML parts of office files as a stream of events, in bounded memory, with expat of the standard library.

No part has a document type, so none has entities: Office never writes one, an attack does.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from kb.errors import DraftUnreadable

MOST_ELEMENTS = 3_000_000
"""Elements of one part; a law with all its annexes has some hundred thousand."""
DEEPEST = 2_000
"""Elements within elements; nested tables take four a level."""
_CROWDED = 5_000, 20
"""Attributes in a piece of a part, and their number for each tag there, both of which no office program reaches: expat
takes more time for each attribute the more of them one element has."""
_ATTRIBUTE_MARKS = (b'="', b"='", b'=\0"', b"=\0'")
_TOO_MANY = "có quá nhiều thành phần; hãy tách tệp rồi thử lại"
BROKEN = "bị hỏng hoặc không phải tệp Word (.docx)"
DOCTYPE = "chứa khai báo DOCTYPE; tệp này không được mở"


class XmlEvents:
    """Reads one part; subclasses say what they do at the start and end of an element and with characters.

    Names are ``namespace local`` with one blank between them, ``local`` alone without a namespace.
    """

    def __init__(self, encoding: str | None = None) -> None:
        self._parser = expat.ParserCreate(encoding, " ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self.characters
        self._depth = self._elements = 0

    def started(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def ended(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Characters stand between two tags; long ones come in pieces."""

    @property
    def at(self) -> int:
        """Where the event stands: bytes from 0. An empty element's end stands behind its tag."""
        return self._parser.CurrentByteIndex

    def read(self, pieces: Iterable[bytes]) -> None:
        """Read the part. Raises DraftUnreadable, whose words follow the name of the file."""
        try:
            for piece in pieces:
                _refuse_crowded(piece)
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: an encoding that is none
            raise DraftUnreadable(BROKEN) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise DraftUnreadable(_TOO_MANY)
        self.started(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.ended(name)


def _refuse_crowded(piece: bytes) -> None:
    """Raises DraftUnreadable for a piece that is little but attributes, in UTF-8 or UTF-16."""
    attributes = sum(map(piece.count, _ATTRIBUTE_MARKS))
    if attributes > max(_CROWDED[0], _CROWDED[1] * piece.count(b"<")):
        raise DraftUnreadable(_TOO_MANY)


class _RootReached(Exception):
    pass


class _Prolog(XmlEvents):
    """What stands in front of the first element: there alone a document type may stand."""

    def started(self, name: str, attributes: dict[str, str]) -> None:
        raise _RootReached


def refuse_doctype(pieces: Iterable[bytes]) -> None:
    """Raises DraftUnreadable for a document type in whatever encoding, behind whatever comments.

    A part that is no XML is left to whoever reads it.
    """
    try:
        _Prolog().read(pieces)
    except _RootReached:
        return
    except DraftUnreadable as error:
        if str(error) == DOCTYPE:
            raise


def attribute(attributes: dict[str, str], local: str) -> str | None:
    """The value of an attribute in whatever namespace: those of strict and of transitional files differ."""
    return next((value for name, value in attributes.items() if name.rpartition(" ")[2] == local), None)


def _refuse_doctype(*_: object) -> None:
    raise DraftUnreadable(DOCTYPE)
