"""Kinds of value that a field may hold: slugs, dates as exact as they are known, addresses.

msgspec holds what it can say of a text (length, pattern); `kb.validate` holds the rest, which stands under `extra`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from msgspec import Meta

UNKNOWN = "unknown"
"""The value of a fact that nobody has read yet: shown as *chưa xác định*, never guessed."""

DATE_PATTERN = r"^(unknown|\d{4}(-\d{2}(-\d{2})?)?)$"
URL_PATTERN = "^https?://"
"""What JSON Schema can say of a day and of an address; the functions below say the rest."""

STRIPPED: dict[str, Any] = {"strip": True}
"""Spaces before and after the value are no part of it."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
_LONGEST_ADDRESS = 2083


def _held(fault: str, holds: Callable[[str], bool], pattern: str | None = None) -> Meta:
    """A value for which `holds` is true; else it is a fault of this kind. `pattern` is for JSON Schema alone."""
    schema = {"pattern": pattern} if pattern else None
    return Meta(extra={"fault": fault, "holds": holds}, extra_json_schema=schema)


def _is_date(text: str) -> bool:
    match = _ISO.fullmatch(text)
    try:
        return bool(match and date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def _is_date_or_unknown(text: str) -> bool:
    return text == UNKNOWN or _is_date(text)


def _is_due_day(text: str) -> bool:
    if re.fullmatch(r"\d{2}-\d{2}", text):
        return _is_date(f"2024-{text}")
    return text == UNKNOWN or (len(text) == len("2024-01-01") and _is_date(text))


def _is_address(text: str) -> bool:
    """Whether the text is an address of the web that names a host (RFC 3986)."""
    if len(text) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname and parts.port != 0)
    except ValueError:  # a port that is no number, brackets that hold no IPv6 address
        return False


Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, Meta(min_length=1, extra=STRIPPED)]
DateOrUnknown = Annotated[str, _held("date", _is_date_or_unknown, DATE_PATTERN)]
"""``2024``, ``2024-06`` or ``2024-06-30``, as exact as what was read; or ``unknown``."""
FullDate = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$"), _held("date", _is_date)]
MonthDay = Annotated[str, Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
DueDay = Annotated[str, _held("date", _is_due_day)]
"""``2024-06-15`` for once, ``06-15`` for every year, or ``unknown``."""
Url = Annotated[str, _held("address", _is_address, URL_PATTERN)]
