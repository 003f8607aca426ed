"""Adds a table to a register: which form it has, what is taken, what is refused and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

from kb.language.one_line import on_one_line
from kb.number.document_number import DocumentNumber
from kb.register.candidates import RowEntries
from kb.register.citing_titles import with_clean_title
from kb.register.cleaning import RowRefused, clean_day, clean_number
from kb.register.columns import KNOWN, NAMES, RELATIONS
from kb.register.day_order import month_first_columns
from kb.register.entry import EndClause, RegisterEntry
from kb.register.facts import RegisterFact
from kb.register.folder import RegisterTables
from kb.register.issuers import Issuers
from kb.register.merging import RegisterMerge, united_ends
from kb.register.out_of_series import out_of_series
from kb.register.ranks import may_end
from kb.register.tables import Row

IN_PART = "một phần: "
MOST_EXAMPLES = 3
"""Numbers shown for a reason."""
LONGEST_EXAMPLE = 60
"""Code points shown of one."""


@dataclass
class AddReport:
    """What became of the rows of a table."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    refused: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    dropped: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """The report in words."""
        refused = sum(map(len, self.refused.values()))
        yield (
            f"{self.rows} dòng: thêm {self.added}, bổ sung {self.changed}, không đổi {self.same}, không nhận {refused}."
        )
        for reason, numbers in sorted(self.refused.items(), key=lambda item: -len(item[1])):
            shown = ", ".join(map(_shown, numbers[:MOST_EXAMPLES]))
            yield f"  không nhận {len(numbers)}: {reason} (ví dụ: {shown})"
        for reason, count in self.dropped.most_common():
            yield f"  bỏ {count} dữ kiện: {reason}"


def _shown(number: str) -> str:
    """What stands in the column of numbers, in a line of words."""
    line = str(on_one_line(number))
    return f"{line[:LONGEST_EXAMPLE]}…" if len(line) > LONGEST_EXAMPLE else line or "ô trống"


def add_rows(tables: RegisterTables, issuers: Issuers, rows: Iterable[Row], source: str) -> AddReport:
    """Join the rows of a table to `tables`. `source` is the code of the table where its rows name none."""
    waiting, before = list(rows), set(tables.entries)
    report = AddReport(rows=len(waiting))
    columns = set(waiting[0]) if waiting else set()
    if columns >= RELATIONS:
        _add_relations(tables, waiting, source, report)
    elif columns >= KNOWN and "issued" not in columns:
        _add_known(tables, waiting, report)
    else:
        _add_documents(
            tables, RowEntries(tables.sources, issuers, source, month_first_columns(waiting)), waiting, report
        )
    _clean(tables, before, report)
    return report


def _clean(tables: RegisterTables, before: set[RegisterEntry], report: AddReport) -> None:
    """What only the register as a whole can tell: where titles of citing texts end, and slips that those handed on."""
    tables.entries = [with_clean_title(entry, tables.sources) for entry in tables.entries]
    known = {key for entry in before for key in _keys(entry)}
    slips = out_of_series(tables.entries, tables.sources)  # by their titles, too
    for entry in slips:
        report.refused["chỉ văn bản viện dẫn ghi, ngày không hợp với thứ tự của số"].append(entry.number)
        tables.known.add(entry.number)
        if entry not in before:  # counted as taken a moment ago
            report.changed -= not known.isdisjoint(_keys(entry))
            report.added -= known.isdisjoint(_keys(entry))
    left_out = set(slips)
    tables.entries = [entry for entry in tables.entries if entry not in left_out]


def _keys(entry: RegisterEntry) -> set[tuple[str, str, str]]:
    return {(entry.type, entry.number, day) for day in entry.days}


def _add_documents(tables: RegisterTables, candidates: RowEntries, rows: list[Row], report: AddReport) -> None:
    merge = RegisterMerge(tables.entries, lambda entry: with_clean_title(entry, tables.sources))
    for row in rows:
        try:
            merge.take(candidates.entry(row))
        except RowRefused as reason:
            report.refused[str(reason)].append(_number(row))
            with suppress(RowRefused):
                tables.known.add(str(clean_number(_number(row))))
    report.added, report.changed, report.same = merge.added, merge.changed, merge.same
    report.dropped.update(why for _, why in candidates.dropped)
    tables.entries = merge.entries


def _add_relations(tables: RegisterTables, rows: list[Row], source: str, report: AddReport) -> None:
    """What the codified law's notes say of ends and changes; without a day of issue, so a number must be one's own."""
    bearing: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(tables.entries):
        bearing[entry.parsed.match_key].append(place)
    for row in rows:
        try:
            number, clause = clean_number(_number(row)), _clause(row)
            places = bearing[number.match_key]
            if len(places) != 1:
                raise RowRefused("không có trong sổ" if not places else "nhiều văn bản mang số này")
            code = str(row["source"]).partition("-")[0] or source
            entry = tables.entries[places[0]]
            changed = _with_clause(entry, clause, (code,))
        except RowRefused as reason:
            report.refused[str(reason)].append(_number(row))
            continue
        if changed == entry:
            report.same += 1
        else:
            tables.entries[places[0]] = changed
            report.changed += 1


def _clause(row: Row) -> EndClause:
    return EndClause(clean_day(row["date"]), str(row["kind"]).strip(), str(clean_number(str(row["by"]))))


def _with_clause(entry: RegisterEntry, clause: EndClause, codes: tuple[str, ...]) -> RegisterEntry:
    if not clause.day or clause.day < min(entry.days):
        raise RowRefused("không có ngày, hoặc trước ngày ban hành")
    if not may_end(DocumentNumber.parse(clause.by), entry.parsed):
        raise RowRefused("văn bản tác động có hiệu lực thấp hơn")
    if clause.how.startswith(IN_PART):
        part = replace(clause, how=clause.how.removeprefix(IN_PART))
        return replace(entry, parts=entry.parts.with_reading(str(part), codes))
    if not any(_is_end(reading.value, clause) for reading in entry.ended.readings):
        raise RowRefused("nói hết hiệu lực mà bảng văn bản không ghi nhận")
    return replace(entry, ended=united_ends(entry.ended, RegisterFact().with_reading(str(clause), codes)))


def _is_end(value: str, clause: EndClause) -> bool:
    """Whether an end that is recorded is this one; the clause may say how more exactly."""
    held = EndClause.parse(value)
    return (held.day, held.by) == (clause.day, clause.by)


def _add_known(tables: RegisterTables, rows: list[Row], report: AddReport) -> None:
    held = {entry.parsed.match_key for entry in tables.entries}
    known = {DocumentNumber.parse(number).match_key: number for number in tables.known}
    for row in rows:
        try:
            number = clean_number(_number(row))
        except RowRefused as reason:
            report.refused[str(reason)].append(_number(row))
            continue
        if number.match_key in held:
            report.refused["đã có trong sổ với ngày ban hành"].append(str(number))
        elif number.match_key in known:
            report.same += 1
        else:
            known[number.match_key] = str(number)
            report.added += 1
    tables.known = set(known.values())


def _number(row: Row) -> str:
    return next((str(row[name]) for name in ("number", *NAMES["number"]) if row.get(name)), "")
