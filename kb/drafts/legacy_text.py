"""Drafts typed before Unicode, or with the fonts of that time: read as Unicode, which the draft says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.drafts.model import Draft
from kb.errors import DraftUnreadable
from kb.language.legacy import read_legacy
from kb.language.legacy_tables import single_bytes
from kb.language.rewriting import Edit, Rewritten

_UNKNOWN = "dùng bảng mã không nhận ra được; hãy lưu lại với mã Unicode (UTF-8)"


def in_unicode(draft: Draft) -> Draft:
    """The draft with its text in Unicode. Raises DraftUnreadable where its encoding is not known."""
    reading = read_legacy(draft.text, draft.fonts)
    if reading.hopeless:
        raise DraftUnreadable(f"“{draft.name}” {_UNKNOWN}")
    unread = tuple(f"{draft.place(start)}: chữ {_UNKNOWN}" for start in reading.unread)
    if not reading.edits:
        return replace(draft, unread=(*draft.unread, *unread)) if unread else draft
    source = Rewritten(draft.text, reading.edits)
    parts = tuple(replace(part, start=_moved(reading.edits, part.start)) for part in draft.parts)
    return replace(
        draft,
        text=source.text,
        parts=parts,
        fonts=(),
        encoding=", ".join(reading.names),
        source=source,
        unread=(*draft.unread, *unread),
    )


def from_bytes(data: bytes, name: str) -> Draft | None:
    """A text file in an encoding from before Unicode; None where none fits it."""
    try:
        draft = in_unicode(Draft(name, single_bytes(data).replace("\r\n", "\n").replace("\r", "\n")))
    except DraftUnreadable:
        return None
    return draft if draft.encoding and not draft.unread else None


def _moved(edits: Sequence[Edit], place: int) -> int:
    """Where a place stands after the edits."""
    return place + sum(len(new) - (end - start) for start, end, new in edits if end <= place)
