"""Rows of tables as entries of the register: every cell cleaned, the row refused with a reason where it must be."""

from __future__ import annotations

from collections.abc import Iterable

from kb.number.document_number import DocumentNumber
from kb.register.cleaning import (
    MONTH_FIRST,
    RowRefused,
    clean_day,
    clean_number,
    clean_title,
    clean_type,
    fits_the_number,
    printable_line,
    type_in_front,
    with_marks,
)
from kb.register.columns import NAMES
from kb.register.day_order import reads_both_ways
from kb.register.entry import OFFICIAL, EndClause, RegisterEntry
from kb.register.facts import RegisterFact
from kb.register.issuers import Issuers
from kb.register.ranks import may_end
from kb.register.sources import CODIFIED, Sources, groups_of
from kb.register.tables import UNREAD, Row

MOST_OF_A_TITLE = 600
"""Code points of a title that is kept; longer ones are texts."""


class RowEntries:
    """Makes entries of rows that say what `source` says, or name the sources of each fact themselves."""

    def __init__(
        self, sources: Sources, issuers: Issuers, source: str, month_first: frozenset[str] = frozenset()
    ) -> None:
        self._sources, self._issuers, self._source = sources, issuers, source
        self._month_first = month_first
        self.dropped: list[tuple[str, str]] = []
        """(number, why): facts that were left out of rows that were taken."""

    def entry(self, row: Row) -> RegisterEntry:
        """The entry of a row. Raises RowRefused."""
        if row.get(UNREAD):
            raise RowRefused("chữ dùng bảng mã không nhận ra được; hãy lưu lại với mã Unicode (UTF-8)")
        typed = _cell(row, "type") or type_in_front(_cell(row, "title"))
        number = with_marks(clean_number(_cell(row, "number")), typed)
        type_name = clean_type(number, typed)
        issued = self._issued(row, number)
        title = clean_title(number, type_name, _cell(row, "title"))[:MOST_OF_A_TITLE]
        first = issued.readings[0].value
        return RegisterEntry(
            str(number),
            type_name,
            issued,
            self._issuers.of(number, _cell(row, "issuer")),
            self._fact(row, "title", title),
            self._in_force(row, number, first),
            self._ended(row, number, first),
            official=_official(_cell(row, "official")),
        )

    def _issued(self, row: Row, number: DocumentNumber) -> RegisterFact:
        fact = self._fact(row, "issued", self._dated(row, "issued"))
        for value, codes in _others(row, "other_issued"):
            fact = fact.with_reading(clean_day(value), self._codes(codes))
        readings = tuple(r for r in fact.readings if self._possible(number, r.value, r.codes))
        if not fact:
            raise RowRefused("không có ngày ban hành")
        if not readings:
            raise RowRefused("ngày ban hành không hợp với năm trong số hiệu")
        if not groups_of(self._sources, RegisterFact(readings).codes):
            raise RowRefused("chỉ có nguồn tin cậy thấp")
        return RegisterFact(readings)

    def _possible(self, number: DocumentNumber, day: str, codes: tuple[str, ...]) -> bool:
        """Whether a day fits the number; one that two independent groups give stands all the same."""
        return fits_the_number(number, day) or len(groups_of(self._sources, codes)) > 1

    def _in_force(self, row: Row, number: DocumentNumber, issued: str) -> RegisterFact:
        fact = self._fact(row, "in_force", self._day(row, "in_force", number))
        for value, codes in _others(row, "other_in_force"):
            fact = fact.with_reading(clean_day(value), self._codes(codes))
        kept = tuple(reading for reading in fact.readings if reading.value >= issued)
        if len(kept) < len(fact.readings):
            self.dropped.append((str(number), "ngày có hiệu lực trước ngày ban hành"))
        return RegisterFact(kept)

    def _ended(self, row: Row, number: DocumentNumber, issued: str) -> RegisterFact:
        """An end counts only as the codified law states it, by a document of equal or higher rank."""
        day = self._day(row, "ended", number)
        if not day:
            return RegisterFact()
        codes = self._codes(str(row.get("ended_sources") or ""))
        if CODIFIED not in groups_of(self._sources, codes) or not row.get("ended_by"):
            self.dropped.append((str(number), "ngày hết hiệu lực không theo Bộ pháp điển"))
            return RegisterFact()
        clause = EndClause(day, EndClause.UNWORDED, str(clean_number(str(row["ended_by"]))))
        return RegisterFact().with_reading(str(clause), codes) if self._ends(number, issued, clause) else RegisterFact()

    def _ends(self, number: DocumentNumber, issued: str, clause: EndClause) -> bool:
        if may_end(DocumentNumber.parse(clause.by), number) and clause.day >= issued:
            return True
        self.dropped.append((str(number), "chấm dứt bởi văn bản có hiệu lực thấp hơn, hoặc trước ngày ban hành"))
        return False

    def _day(self, row: Row, name: str, number: DocumentNumber) -> str:
        try:
            return self._dated(row, name)
        except RowRefused as reason:
            self.dropped.append((str(number), str(reason)))
            return ""

    def _dated(self, row: Row, name: str) -> str:
        """The day of a cell. Raises RowRefused for what is no day, or may be another in the order of its column."""
        column = _column(row, name)
        if column in self._month_first and reads_both_ways(row[column]):
            raise RowRefused(MONTH_FIRST)
        return clean_day(row.get(column))

    def _fact(self, row: Row, name: str, value: str) -> RegisterFact:
        codes = self._codes(str(row.get(f"{name}_sources") or ""))
        return RegisterFact().with_reading(value, codes) if value and codes else RegisterFact()

    def _codes(self, stated: str) -> tuple[str, ...]:
        """The codes a row states, else that of the whole table; ``txt:name`` is one text of the source ``txt``."""
        codes = stated.replace(";", ",").split(",") if stated else [self._source]
        plain = [_plain(code.strip()) for code in codes if code.strip()]
        unknown = [code for code in plain if code.partition("*")[0] not in self._sources]
        if unknown:
            raise RowRefused(f"nguồn “{unknown[0]}” không có trong bảng nguồn")
        return RegisterFact().with_reading("-", tuple(plain)).codes if plain else ()


def _plain(code: str) -> str:
    return f"{code.partition(':')[0]}*1" if ":" in code or code == "txt" else code


def _others(row: Row, name: str) -> Iterable[tuple[str, str]]:
    """``2003-04-04:txt;…``: other values that sources give, each with its code."""
    for part in filter(None, str(row.get(name) or "").split(";")):
        value, _, codes = part.partition(":")
        yield value, codes


def _column(row: Row, name: str) -> str:
    """The first of the names of a column under which the row has a cell that is not empty; else its own name."""
    return next((other for other in (name, *NAMES[name]) if row.get(other) not in (None, "")), name)


def _cell(row: Row, name: str) -> str:
    value = row.get(_column(row, name))
    return printable_line("" if value is None else str(value))


def _official(text: str) -> str:
    """``vbpl:130201`` for the number of an item there, else an address; nothing else."""
    stated = f"vbpl:{text}" if text.isdigit() else text
    return stated if OFFICIAL.fullmatch(stated) else ""
