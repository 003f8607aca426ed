"""Word files (.docx, ECMA-376): every paragraph in the order of the document, with tables, headers, footers, notes.

In Vietnamese documents the number stands in a table at the top. Deleted text of tracked changes is left out,
inserted text is read. The text is made of the characters of runs, so that a place leads back to its run.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document as open_document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from kb.drafts.model import Draft
from kb.errors import DraftUnreadable

LARGEST_UNPACKED = 200_000_000
"""Bytes of all parts together as the archive states them unpacked; it never unpacks more than it states."""
MOST_PARTS = 5_000
"""Files in the archive."""
_SKIPPED = (qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A run: `start` and `end` are code points of the draft's text, `run` and `paragraph` are elements of its XML."""

    start: int
    end: int
    run: Any
    paragraph: Any
    body: bool
    """Whether it stands in the body, where Word allows a comment; not so in a header, a footer or a note."""


def read(data: bytes, name: str) -> Draft:
    """The text of a .docx file. Raises DraftUnreadable."""
    return Draft(name, text_and_pieces(load(data, name))[0])


def load(data: bytes, name: str) -> Any:
    """The document, opened by python-docx after its size was checked. Raises DraftUnreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise DraftUnreadable(f"“{name}” nén quá nhiều dữ liệu; tệp này không được mở")
            if any(part.flag_bits & 1 for part in parts):
                raise DraftUnreadable(f"“{name}” có mật khẩu; hãy bỏ mật khẩu rồi lưu lại")
            if "word/document.xml" not in archive.namelist():
                raise DraftUnreadable(f"“{name}” không phải tệp Word (.docx)")
            _refuse_entities(archive, name)
        return open_document(io.BytesIO(data))
    except DraftUnreadable:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OpcError, KeyError, ValueError, OSError, EOFError,
            NotImplementedError, AttributeError, etree.LxmlError) as error:  # fmt: skip
        raise DraftUnreadable(f"“{name}” bị hỏng hoặc không phải tệp Word (.docx)") from error


def _refuse_entities(archive: zipfile.ZipFile, name: str) -> None:
    """A part with a document type: Office never writes one, an attack does."""
    for part in archive.namelist():
        if part.endswith((".xml", ".rels")):
            with archive.open(part) as content:
                if b"<!DOCTYPE" in content.read(1024):
                    raise DraftUnreadable(f"“{name}” chứa khai báo DOCTYPE; tệp này không được mở")


def text_and_pieces(document: Any) -> tuple[str, list[WordPiece]]:
    """The text, a paragraph a line, and its runs in the order of the text; `document` is python-docx's."""
    parts: list[str] = []
    pieces: list[WordPiece] = []
    length = 0
    for root, body in _roots(document):
        for paragraph in root.iter(qn("w:p")):
            if any(parent.tag in _SKIPPED for parent in paragraph.iterancestors()):
                continue
            for run in _runs(paragraph):
                characters = _characters(run)
                if characters:
                    pieces.append(WordPiece(length, length + len(characters), run, paragraph, body))
                    parts.append(characters)
                    length += len(characters)
            parts.append("\n")
            length += 1
    return "".join(parts), pieces


def _roots(document: Any) -> Iterator[tuple[Any, bool]]:
    """Headers first, as they stand on the page, then the body, footers and notes."""
    headers: dict[int, Any] = {}
    footers: dict[int, Any] = {}
    for section in document.sections:
        for found, parts in ((headers, (section.header, section.first_page_header)), (footers, (section.footer,))):
            for part in parts:
                if not part.is_linked_to_previous:
                    found[id(part._element)] = part._element
    yield from ((element, False) for element in headers.values())
    yield document.element.body, True
    yield from ((element, False) for element in footers.values())
    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            yield etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True)), False


def _runs(paragraph: Any) -> Iterator[Any]:
    for run in paragraph.iter(qn("w:r")):
        ancestors = list(run.iterancestors())
        if any(parent.tag in _SKIPPED for parent in ancestors):
            continue
        if next(parent for parent in ancestors if parent.tag == qn("w:p")) is paragraph:
            yield run


def _characters(run: Any) -> str:
    return "".join((child.text or "") if child.tag == qn("w:t") else _CHARACTERS.get(child.tag, "") for child in run)
