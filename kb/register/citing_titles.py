"""Titles as citing texts give them, without what those texts say next."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.number.types import BY_NAME
from kb.register.entry import RegisterEntry
from kb.register.facts import RegisterFact, SourcedValue
from kb.register.sources import SourceGroup, Sources, groups_of

FEWEST_WORDS = 3
"""Words of a title: what is left of a shorter one says nothing."""
_TYPES = "|".join(sorted((re.escape(name) for name in BY_NAME), key=len, reverse=True))
_TAIL = re.compile(
    r"[\s,;:]*(?:(?:bị\s+)?bãi\s+bỏ\s+(?:kể\s+từ|bởi)|(?:đã\s+)?hết\s+hiệu\s+lực|,\s*có\s+hiệu\s+lực"
    r"|kể\s+từ\s+(?:ngày|khi)|như\s+sau|bao\s+gồm:|\(sau\s+đây|CÔNG\s+BÁO/|sau\s+đây:).*$",
    re.IGNORECASE,
)
"""What the citing sentence says of the document, and what the page of a scanned text has below it."""
_NEXT = re.compile(rf"(?:[,;]|\s+và)\s+(?:{_TYPES})\s+(?:số\s*)?\d+[/-].*$")
"""The next document of a list."""
_GLUED = re.compile(r"(?<=[^\W\d_]|[.)])(?<!số)\d+/(?:\d{4}/)?[A-ZĐ]{2}.*$")
"""A number without a blank before it: a page that puts the titles of several documents one behind the other."""
_AMENDS = re.compile(
    r"(?:về\s+(?:việc\s+)?)?(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|đính\s+chính|ngưng)", re.IGNORECASE
)
"""How titles begin that name several documents themselves."""


def without_tail(title: str) -> str:
    """A title up to where the citing text goes on; empty where too little is left."""
    kept = _GLUED.sub("", _TAIL.sub("", title))
    kept = (kept if _AMENDS.match(kept) else _NEXT.sub("", kept)).rstrip(" .,;:")
    return kept if kept == title or len(kept.split()) >= FEWEST_WORDS else ""


def with_clean_title(entry: RegisterEntry, sources: Sources) -> RegisterEntry:
    """The entry without the tails of the titles that citing texts alone give."""
    readings: dict[str, SourcedValue] = {}
    for reading in entry.title.readings:
        cited = groups_of(sources, reading.codes) <= {SourceGroup.CITING}
        value = without_tail(reading.value) if cited else reading.value
        if value and value not in readings:
            readings[value] = SourcedValue(value, reading.codes)
    return replace(entry, title=RegisterFact(tuple(readings.values())))
