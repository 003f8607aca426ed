"""Word files (.docx, ECMA-376): every paragraph in the order of the document, with tables, headers, footers, notes.

In Vietnamese documents the number stands in a table at the top. Read with the standard library alone, because it also
runs in a browser, and with bounds of its own (`kb.drafts.package`, `kb.drafts.xml_events`).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.html import text_of
from kb.drafts.html_encoding import decoded
from kb.drafts.model import LONGEST_TEXT, TOO_LONG, Draft, DraftPart
from kb.drafts.package import Package, PartRelation, open_package
from kb.drafts.word_text import WordText
from kb.drafts.xml_events import BROKEN
from kb.errors import DraftUnreadable

SMALL_FILE = 2_000_000
SMALL_UNPACKED = 16_000_000
"""Bytes up to which a file is read without a process of its own: whatever its parts hold, the reader keeps nothing
but text and takes time in proportion, three seconds at most; starting a process takes a tenth of one."""
_NAMES = {
    "headerReference even": "đầu trang chẵn",
    "footerReference even": "chân trang chẵn",
    "footerReference first": "chân trang của trang đầu",
}
"""Parts that stand behind all others: what pages they stand on, no line could say."""


@dataclass(frozen=True)
class WordStory:
    """A part of a Word file that has text of its own. `name` is for a reader, where its lines cannot be counted."""

    part: str
    text: str
    name: str = ""


def read(data: bytes, name: str) -> Draft:
    """The text of a .docx file. Raises DraftUnreadable."""
    if is_small(data):
        stories = read_here(texts_of, data, name)
    else:
        stories = read_apart(texts_of, data, name, "Word (.docx)", TEXT_LIMITS)
    parts: list[DraftPart] = []
    length = 0
    for story, text in stories:
        if story:
            parts.append(DraftPart(length, story))
        length += len(text)
    return Draft(name, "".join(text for _, text in stories), parts=tuple(parts))


def texts_of(data: bytes) -> list[list[str]]:
    """Name and text of every story. Raises DraftUnreadable, whose words follow the name of the file."""
    with open_package(data) as package:
        return [[story.name, story.text] for story in stories_of(package)]


def stories_of(package: Package) -> list[WordStory]:
    """The parts in the order of a draft: headers, as they stand on the page, the body, footers, notes.

    Under names of their own follow headers and footers of even pages, the footer of the first page, and files within
    the file.
    """
    main = package.main_part()
    body = WordText()
    body.read(package.pieces(main))
    if not body.is_document:
        raise DraftUnreadable(BROKEN)
    stories = {}
    relations = package.relations(main)
    for part, name in _in_order(body, main, relations):
        if part and part not in stories:
            stories[part] = WordStory(part, body.text() if part == main else _text(package, part), name)
    for relation in relations:
        if relation.id in body.chunks:
            stories[relation.target] = _chunk(package, relation.target)
    if sum(len(story.text) for story in stories.values()) > LONGEST_TEXT:
        raise DraftUnreadable(TOO_LONG)
    return list(stories.values())


def _in_order(body: WordText, main: str, relations: list[PartRelation]) -> list[tuple[str, str]]:
    """The paths of parts, which may be empty or stand more than once, and the names of those that get one."""
    targets = {relation.id: relation.target for relation in relations}

    def parts(*kinds: str) -> list[str]:
        return [targets.get(section.get(kind, ""), "") for section in body.sections for kind in kinds]

    notes = [relation.target for relation in relations if relation.kind in ("footnotes", "endnotes")]
    unnamed = [*parts("headerReference default", "headerReference first"), main]
    unnamed += [*parts("footerReference default"), *notes]
    return [(part, "") for part in unnamed] + [(part, name) for kind, name in _NAMES.items() for part in parts(kind)]


def _chunk(package: Package, part: str) -> WordStory:
    """A file within the file: web pages and plain text are read, others not, which is said."""
    name = posixpath.basename(part)
    data = b"".join(package.pieces(part))
    if name.lower().endswith((".htm", ".html", ".xhtml")):
        text = text_of(data)
    elif name.lower().endswith(".txt"):
        text = decoded(data)
    else:
        raise DraftUnreadable(f"có tệp “{name}” chèn nguyên bên trong; hãy mở bằng Word rồi lưu lại")
    return WordStory(part, f"{text}\n", f"tệp chèn “{name}”")


def _text(package: Package, part: str) -> str:
    reader = WordText()
    reader.read(package.pieces(part))
    return reader.text()


def is_small(data: bytes) -> bool:
    """Whether the file has few bytes, packed and unpacked. One that is no archive is refused wherever it is read."""
    if len(data) > SMALL_FILE:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(part.file_size for part in archive.infolist()) <= SMALL_UNPACKED
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return True
