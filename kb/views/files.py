"""Files to carry away, made of the same views as the pages: sheets of each plan, the calendar, the feed."""

from __future__ import annotations

from collections.abc import Iterator

from kb.formats.atom import as_atom
from kb.formats.icalendar import as_ics
from kb.formats.spreadsheet import as_csv, as_xlsx
from kb.views import calendar, changes
from kb.views.basis_sheet import basis_sheet
from kb.views.basis_table import FOLDER
from kb.views.site_snapshot import SiteSnapshot


def files(snapshot: SiteSnapshot, site: str) -> Iterator[tuple[str, bytes]]:
    """(path on the site, its bytes) of every file; `site` is the site's address, or empty."""
    for plan in snapshot.corpus.plans.values():
        sheet = basis_sheet(snapshot, plan)
        yield f"{plan.page_address}{FOLDER}.csv", as_csv(sheet)
        yield f"{plan.page_address}{FOLDER}.xlsx", as_xlsx(sheet, snapshot.day)
    yield f"{calendar.HREF}lich.ics", as_ics(calendar.NAME, calendar.calendar_days(snapshot))
    yield f"{changes.HREF}dong-tin.xml", as_atom(changes.feed(snapshot, site))
