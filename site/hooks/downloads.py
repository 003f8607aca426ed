"""Files to carry away, made of the same views as the pages: sheets of each plan, the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs.structure.files import File, Files

from kb.corpus import load_corpus
from kb.ics import as_ics
from kb.publish import build_day, corpus_of
from kb.sheets import as_csv, as_xlsx
from kb.views import calendar
from kb.views.common import Shelf, address
from kb.views.matrix import matrix_sheet


def on_files(files: Files, config: Any) -> Files:
    corpus = load_corpus(corpus_of(config.config_file_path))
    for path, content in downloads(Shelf(corpus, build_day())):
        files.append(File.generated(config, path, content=content))
    return files


def downloads(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """(path on the site, its bytes) of every file."""
    for plan in shelf.corpus.plans.values():
        sheet = matrix_sheet(shelf, plan)
        yield f"{address(plan)}ma-tran.csv", as_csv(sheet)
        yield f"{address(plan)}ma-tran.xlsx", as_xlsx(sheet, shelf.day)
    yield f"{calendar.HREF}lich.ics", as_ics(calendar.NAME, calendar.calendar_days(shelf))
