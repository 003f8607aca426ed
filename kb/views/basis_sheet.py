"""The table of what a plan rests on as a sheet to download: the same rows, and a column for each section."""

from __future__ import annotations

from collections.abc import Iterator

from kb.formats.spreadsheet import Sheet
from kb.language.dates import show_day
from kb.model import Plan
from kb.views.basis_row import BasisRow
from kb.views.basis_table import NAME, basis_table
from kb.views.cited_places import CitedPlace
from kb.views.site_snapshot import SiteSnapshot


def basis_sheet(snapshot: SiteSnapshot, plan: Plan) -> Sheet:
    """Rows as the page shows them; cells of sections in which a citation is to be mended are marked."""
    table = basis_table(snapshot, plan)
    fixed = ("Văn bản", "Trích yếu", "Khi lập kế hoạch", "Vì sao", f"Ngày {show_day(snapshot.day)}", "Vì sao", "Nay có")
    head = (*fixed, *(name for _, name in table.sections))
    rows = tuple((*_facts(row), *(_words(row, section) for section, _ in table.sections)) for row in table.rows)
    marked = frozenset(
        (number, len(fixed) + column)
        for number, row in enumerate(table.rows)
        for column, (section, _) in enumerate(table.sections)
        if row.wrong_in(section)
    )
    widths = (30, 50, 16, 34, 16, 34, 30, *(24 for _ in table.sections))
    return Sheet(NAME, head, rows, widths, marked)


def _facts(row: BasisRow) -> Iterator[str]:
    yield from (row.link.text, row.title)
    for badge in (row.then, row.now):
        yield from (badge.label, badge.reason) if badge else ("", "")
    yield "\n".join(f"{one.link.text} ({_since(one.said, one.inferred)})" for one in row.instead)


def _since(said: str, inferred: bool) -> str:
    return f"có thể, {said}" if inferred else said


def _words(row: BasisRow, section: str) -> str:
    """The paragraphs of a section that name the record, and what is said of its citations there."""
    own = [place for place in row.places if place.section == section]
    places = ", ".join(dict.fromkeys(place.paragraph or "không ghi số" for place in own))
    said = [words for place in own for words in _said(place)]
    return "\n".join(dict.fromkeys([places, *said])) if own else ""


def _said(place: CitedPlace) -> Iterator[str]:
    if place.mark:
        yield from (f"Cần sửa: {words}" for words in place.mark.wrong)
        yield from (f"Lưu ý: {words}" for words in place.mark.notes)
