"""Fields that a collection of texts has put in front of a document, each behind its name: YAML front matter, a list.

``so_hieu: 30/2020/NĐ-CP``, ``> **Ngày ban hành**: 05/03/2020``. They are no words of the document, so they count only
where its own header says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.citation.patterns import any_of
from kb.citation.symbol import usual_case
from kb.importing import header_number
from kb.importing.readings import LIKELY, FieldReading
from kb.language.dates import PartialDate
from kb.language.fold import folded
from kb.number.types import BY_NAME

WITHIN = 6_000
"""Code points at the head of a file among which these fields stand."""
NOTE = "theo phần ghi chú đầu tệp"
_LINE = re.compile(
    r"^[\s>*|#-]*(?P<name>[^\W\d][\w ,]{1,30}?)[*\s|\"]*[:|][*\s|]*(?P<value>\S[^\n]*?)[*\s|]*$", re.MULTILINE
)
_NAMES = {
    "number": ("so hieu", "so ky hieu", "so, ky hieu", "so van ban", "so hieu van ban", "document number"),
    "type": ("loai van ban", "the loai", "hinh thuc van ban", "loai"),
    "issued": ("ngay ban hanh", "ngay ky", "issue date", "issued date"),
    "body": ("co quan ban hanh", "noi ban hanh", "issuing authority"),
    "title": ("trich yeu", "ten van ban"),
    "signer": ("nguoi ky",),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}
_DAY = re.compile(r"(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4})\b")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_HEADING = re.compile(
    rf"^#\s+(?P<type>{any_of(*BY_NAME)})\s+(?:số\s+)?(?P<number>\d[\w./-]*[/-][\w-]+)[ \t]*[-–—:]*"
    r"[ \t]*(?P<title>[^\n]*)$",
    re.MULTILINE | re.IGNORECASE,
)
"""A heading that says type, number and title at once."""


@dataclass(frozen=True, slots=True)
class LabelledFields:
    """The fields found; None where there is none."""

    number: FieldReading[str] | None = None
    type: FieldReading[str] | None = None
    issued: FieldReading[PartialDate] | None = None
    body: FieldReading[str] | None = None
    title: FieldReading[str] | None = None
    signer: FieldReading[str] | None = None


def labelled(text: str) -> LabelledFields:
    """The labelled fields at the head of a text. Never raises; takes any text."""
    head = text[:WITHIN]
    values: dict[str, tuple[str, int]] = {}
    if heading := _HEADING.search(head):
        values = {name: (words, heading.start(name)) for name, words in heading.groupdict().items() if words}
    for match in _LINE.finditer(head):
        field = _FIELDS.get(folded(match["name"].replace("_", " ")).strip())
        if field:
            values[field] = (match["value"].strip("\"'“” *"), match.start("value"))
    read = {name: FieldReading(value, LIKELY, start, NOTE) for name, (value, start) in values.items()}
    return LabelledFields(
        number=_number(read.get("number")),
        type=_type(read.get("type")),
        issued=_day(read.get("issued")),
        body=read.get("body"),
        title=read.get("title"),
        signer=read.get("signer"),
    )


def _number(read: FieldReading[str] | None) -> FieldReading[str] | None:
    found = header_number.read(read.value, read.start) if read else None
    return FieldReading(found.value, LIKELY, found.start, NOTE) if found else None


def _type(read: FieldReading[str] | None) -> FieldReading[str] | None:
    if read is None:
        return None
    word = usual_case(read.value)
    return FieldReading(word, LIKELY, read.start, NOTE) if word in BY_NAME else None


def _day(read: FieldReading[str] | None) -> FieldReading[PartialDate] | None:
    match = (_DAY.search(read.value) or _ISO.search(read.value)) if read else None
    if read is None or match is None:
        return None
    found = PartialDate.typed(match["day"], match["month"], match["year"])
    return FieldReading(found, LIKELY, read.start, NOTE) if found.is_known else None
