"""Word files (.docx, ECMA-376): every paragraph in the order of the document, with tables, headers, footers, notes.

In Vietnamese documents the number stands in a table at the top. Read with the standard library alone, because it also
runs in a browser, and with bounds of its own (`kb.drafts.package`, `kb.drafts.xml_events`).
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.model import Draft, DraftPart
from kb.drafts.package import open_package
from kb.drafts.word_stories import stories_of

SMALL_FILE = 2_000_000
SMALL_UNPACKED = 16_000_000
"""Bytes up to which a file is read without a process of its own: whatever its parts hold, the reader keeps nothing
but text and takes time in proportion, three seconds at most; starting a process takes a tenth of one."""


def read(data: bytes, name: str) -> Draft:
    """The text of a .docx file. Raises DraftUnreadable."""
    if is_small(data):
        found = read_here(texts_of, data, name)
    else:
        found = read_apart(texts_of, data, name, "Word (.docx)", TEXT_LIMITS)
    parts: list[DraftPart] = []
    length = 0
    for story, text, about in found["stories"]:
        if story:
            parts.append(DraftPart(length, story, about))
        length += len(text)
    text = "".join(text for _, text, _ in found["stories"])
    return Draft(name, text, parts=tuple(parts), unread=tuple(dict.fromkeys(found["unread"])))


def texts_of(data: bytes) -> dict[str, list[Any]]:
    """`stories`: name, text, and whether it is said about the document; `unread`: lines for a reader.

    Raises DraftUnreadable, whose words follow the name of the file.
    """
    with open_package(data) as package:
        found = stories_of(package)
    return {"stories": [[story.name, story.text, story.about] for story in found.stories], "unread": found.unread}


def is_small(data: bytes) -> bool:
    """Whether the file has few bytes, packed and unpacked. One that is no archive is refused wherever it is read."""
    if len(data) > SMALL_FILE:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(part.file_size for part in archive.infolist()) <= SMALL_UNPACKED
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return True
