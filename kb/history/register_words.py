"""What changed in a document of the register, in words: of each fact what it was and what it is now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from kb.language.dates import PartialDate
from kb.register.entry import COLUMNS, EndClause, RegisterEntry
from kb.register.facts import RegisterFact
from kb.register.sources import RegisterSource

LABELS = {
    "issued": "ngày ban hành", "issuer": "cơ quan", "title": "trích yếu", "in_force": "ngày có hiệu lực",
    "ended": "hết hiệu lực", "parts": "hết hiệu lực, sửa đổi một phần", "official": "bản chính thức",
}  # fmt: skip
"""Columns of the register in the words of a report."""
LONGEST_VALUE = 120
"""Code points of a title that are shown."""
_NOTHING = "chưa có"


def changed_facts(old: RegisterEntry, new: RegisterEntry) -> Iterator[tuple[str, str]]:
    """(column, what changed in it) of each column that differs."""
    for name in COLUMNS[2:]:
        before, now = getattr(old, name), getattr(new, name)
        if before != now:
            if isinstance(before, RegisterFact):
                yield name, _fact(name, before, now)
            else:
                yield name, f"{before or _NOTHING} → {now or _NOTHING}"


def _fact(name: str, before: RegisterFact, now: RegisterFact) -> str:
    """Values where they changed, else which sources came or went."""
    values = [{reading.value for reading in fact.readings} for fact in (before, now)]
    if values[0] != values[1]:
        return f"{_said(name, before)} → {_said(name, now)}"
    came = [code for code in now.codes if code not in before.codes]
    went = [code for code in before.codes if code not in now.codes]
    said = [f"{verb} nguồn {', '.join(codes)}" for verb, codes in (("thêm", came), ("bỏ", went)) if codes]
    return " và ".join(said) or "nguồn của các giá trị đổi chỗ"


def _said(name: str, fact: RegisterFact) -> str:
    """The values of a fact, as a reader writes them; several are at odds, but of a change in part, which all hold."""
    values = [_shown(reading.value) for reading in fact.readings]
    if fact.is_disputed and name != "parts":
        return f"chưa thống nhất ({'; '.join(values)})"
    return "; ".join(values) or _NOTHING


def _shown(value: str) -> str:
    with suppress(ValueError):
        return PartialDate.parse(value).shown
    with suppress(ValueError):
        clause = EndClause.parse(value)
        return f"từ {PartialDate.parse(clause.day).shown} {clause.how} theo {clause.by}"
    return f"“{value[:LONGEST_VALUE]}{'…' if len(value) > LONGEST_VALUE else ''}”"


def changed_source(old: RegisterSource | None, new: RegisterSource | None) -> str:
    """A source that came, went, or is another now; one of the two is there."""
    if old is None or new is None:
        held, verb = (new, "thêm") if old is None else (old, "bỏ")
        return f"{verb} nguồn {held.code}: {_described(held)}" if held else ""
    return f"sửa nguồn {new.code}: {_described(old)} → {_described(new)}"


def _described(source: RegisterSource) -> str:
    read = source.read.shown if source.read.is_known else "chưa rõ ngày"
    return f"{source.name}, nhóm {source.group.value}, đọc {read}"
