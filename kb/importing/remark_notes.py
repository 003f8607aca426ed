"""What the remarks of an import say of each field of a draft, and how sure it is."""

from __future__ import annotations

import re

from kb.importing.remarks import MARK

_REMARK = re.compile(rf"# {MARK} (.*)")
_FIELD = re.compile(r"(\w+):")
_CONFIDENCE = re.compile(r"tin cậy \d+% · ")
_OF_FIELDS = re.compile(r"\b(?:facts|witnesses|applies_to|duties|issuers|abbreviations|unknown)\b")
_DOUBT = "cần xem lại"
_NOT_FOUND = "không tìm thấy"


def remarks_of(text: str) -> dict[str, list[str]]:
    """Of each field at the top of a draft, the remarks that stand above it and within it."""
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    last = ""
    for line in text.splitlines():
        if remark := _REMARK.fullmatch(line.strip()):
            (waiting if line.startswith("#") else found.setdefault(last, [])).append(remark[1])
        elif named := _FIELD.match(line):
            last = named[1]
            found.setdefault(last, []).extend(waiting)
            waiting = []
    return found


def plainly(note: str) -> str:
    """A remark for who is no editor: how sure the reading is in words, and nothing about fields of the file."""
    said = _CONFIDENCE.sub("đọc ở ", note).replace(f" · {_DOUBT}", "").replace(" · ", "; ")
    return "" if _OF_FIELDS.search(said) or said.startswith(_NOT_FOUND) else said


def sureness(notes: list[str]) -> dict[str, bool]:
    """Whether they ask to look again, or say that nothing was found."""
    return {
        "doubtful": any(_DOUBT in note for note in notes),
        "missing": any(note.startswith(_NOT_FOUND) for note in notes),
    }
