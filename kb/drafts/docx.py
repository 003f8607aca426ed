"""Word files (.docx, ECMA-376): every paragraph in the order of the document, with tables, headers, footers, notes.

In Vietnamese documents the number stands in a table at the top. Read with the standard library alone, because it also
runs in a browser, and with bounds of its own (`kb.drafts.package`, `kb.drafts.xml_events`).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from itertools import accumulate
from typing import Any

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.model import Draft, DraftPart
from kb.drafts.package import is_archive, open_package
from kb.drafts.word_stories import stories_of
from kb.language.legacy_letters import FontSpan

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
    parts, fonts = (DraftPart(*part) for part in found["parts"]), (FontSpan(*font) for font in found["fonts"])
    unread = tuple(found["unread"])
    return Draft(name, found["text"], parts=tuple(parts), unread=unread, fonts=tuple(fonts), counted="đoạn")


def texts_of(data: bytes) -> dict[str, Any]:
    """`text`, `parts` and `fonts` of a draft as plain values; `unread`, lines for a reader.

    Raises DraftUnreadable, whose words follow the name of the file.
    """
    with open_package(data) as package:
        found = stories_of(package)
    starts = list(accumulate((len(story.text) for story in found.stories), initial=0))
    placed = list(zip(starts, found.stories, strict=False))
    fonts = [(at + f.start, at + f.end, f.encoding, f.capitals) for at, story in placed for f in story.fonts]
    parts = [(at, story.name, story.about) for at, story in placed if story.name]
    text = "".join(story.text for story in found.stories)
    return {"text": text, "parts": parts, "fonts": fonts, "unread": list(dict.fromkeys(found.unread))}


def is_small(data: bytes) -> bool:
    """Whether the file has few bytes, packed and unpacked, and holds no archive, which would have to be unpacked too.

    One that is no archive itself is refused wherever it is read.
    """
    if len(data) > SMALL_FILE:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            return size <= SMALL_UNPACKED and not any(is_archive(archive, part) for part in archive.infolist())
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, EOFError, RuntimeError):
        return True
