"""Kinds of value that a field may hold: slugs, dates as exact as they are known, addresses.

msgspec validates length and pattern of a text; `kb.corpus.validate` validates the rest, which is declared under
`extra`. Dates reach msgspec through `decoded` and `str`, its hooks for the type `PartialDate`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlsplit

from msgspec import Meta

from kb.language.dates import PartialDate

UNKNOWN = "unknown"
"""The value of a fact that has not been read yet: shown as *chưa xác định*, never guessed."""

DATE_PATTERN = r"^(unknown|\d{4}(-\d{2}(-\d{2})?)?)$"
DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
URL_PATTERN = "^https?://"
"""What JSON Schema can express of a day and of an address; the functions below validate the rest."""

STRIPPED: dict[str, Any] = {"strip": True}
"""The value is one line: spaces before and after it are stripped, and an end of line inside it is read as a blank."""

_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
_LONGEST_ADDRESS = 2083


def _held(fault: str, holds: Callable[[str], bool], shown: str | None = None, **extra: str) -> Meta:
    """A value for which `holds` is true; else it is a fault of this kind. `shown` is a pattern for JSON Schema."""
    schema = {"pattern": shown} if shown else None
    return Meta(extra={"fault": fault, "holds": holds, **extra}, extra_json_schema=schema)


def is_unknown(value: object) -> bool:
    """Whether the value, a text or a date, says that the fact has not been read yet."""
    return value in (UNKNOWN, PartialDate.UNKNOWN)


def decoded(type_: type, value: Any) -> Any:
    """A value of a custom type from its text: msgspec's `dec_hook`. Raises ValueError, also for other types."""
    if type_ is not PartialDate:
        raise ValueError(f"no values of type {type_}")
    return PartialDate.parse(value)


def _is_date(text: str) -> bool:
    try:
        return bool(PartialDate.parse(text))
    except ValueError:
        return False


def _is_due_day(text: str) -> bool:
    if re.fullmatch(r"\d{2}-\d{2}", text):
        return _is_date(f"2024-{text}")
    return text == UNKNOWN or (bool(re.fullmatch(DAY_PATTERN, text)) and _is_date(text))


def is_web_address(text: str) -> bool:
    """Whether the text is an address of the web that names a host (RFC 3986)."""
    if len(text) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname and parts.port != 0)
    except ValueError:  # a port that is no number, brackets that hold no IPv6 address
        return False


def leading_address(text: str) -> str | None:
    """The address with which a text begins, up to white space or a mark behind it; None where it begins with none."""
    first = text.split(maxsplit=1)[0].rstrip(",.;") if text.strip() else ""
    return first if is_web_address(first) else None


Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, Meta(min_length=1, extra=STRIPPED)]
DateOrUnknown = Annotated[PartialDate, _held("date", _is_date, DATE_PATTERN)]
"""``2024``, ``2024-06`` or ``2024-06-30``, as exact as what was read; or ``unknown``."""
FullDate = Annotated[PartialDate, _held("date", _is_date, pattern=DAY_PATTERN)]
"""A date known to the day."""
AS_DATE = Meta(extra_json_schema={"type": "string"})
AS_DAY = Meta(extra_json_schema={"type": "string", "pattern": DAY_PATTERN})
"""The JSON Schema of `DateOrUnknown` and of `FullDate`, custom types to msgspec; it follows the description."""
MonthDay = Annotated[str, Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
DueDay = Annotated[str, _held("date", _is_due_day)]
"""``2024-06-15`` for once, ``06-15`` for every year, or ``unknown``."""
Url = Annotated[str, _held("address", is_web_address, URL_PATTERN)]
