"""Kinds of value that a field may hold: slugs, dates as exact as they are known, addresses."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError
from pydantic_core.core_schema import url_schema

UNKNOWN = "unknown"
"""The value of a fact that nobody has read yet: shown as *chưa xác định*, never guessed."""

DATE_PATTERN = r"^(unknown|\d{4}(-\d{2}(-\d{2})?)?)$"
URL_PATTERN = "^https?://"
"""What JSON Schema can say of a day and of an address; the validators below say the rest."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _iso_date(text: str) -> str:
    match = _ISO.fullmatch(text)
    try:
        if match:
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return text
    except ValueError:
        pass
    raise PydanticCustomError("date_format", "not an ISO date")


def _iso_or_unknown(text: str) -> str:
    return text if text == UNKNOWN else _iso_date(text)


_HTTP = SchemaValidator(url_schema(max_length=2083, allowed_schemes=["http", "https"]))
"""pydantic's own HttpUrl, without the modules of mail and sockets that come with it: every check waits for imports."""


def _due_day(text: str) -> str:
    if text == UNKNOWN:
        return text
    return _iso_date(f"2024-{text}")[5:] if re.fullmatch(r"\d{2}-\d{2}", text) else _full(text)


def _full(text: str) -> str:
    if len(text) == len("2024-01-01"):
        return _iso_date(text)
    raise PydanticCustomError("date_format", "not an ISO date")


def _http_url(text: str) -> str:
    try:
        _HTTP.validate_python(text)
    except ValidationError:
        raise PydanticCustomError("url_format", "not a web address") from None
    return text


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
IsoDate = Annotated[str, AfterValidator(_iso_date)]
"""``2024``, ``2024-06`` or ``2024-06-30``: as exact as what was read."""
DateOrUnknown = Annotated[str, AfterValidator(_iso_or_unknown), Field(json_schema_extra={"pattern": DATE_PATTERN})]
FullDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_iso_date)]
MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
DueDay = Annotated[str, AfterValidator(_due_day)]
"""``2024-06-15`` for once, ``06-15`` for every year, or ``unknown``."""
Url = Annotated[str, AfterValidator(_http_url), Field(json_schema_extra={"pattern": URL_PATTERN})]
