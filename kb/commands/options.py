"""What several commands share: options, the corpus they work on, how they print."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus

FOLDER = click.Path(path_type=Path, file_okay=False)


class DayType(click.DateTime):
    """A day, shown in the help as what it is; click shows the format code."""

    def get_metavar(self, *_: Any, **__: Any) -> str:
        return "NGÀY"


DAY = DayType(["%Y-%m-%d"])

FILES = click.argument("files", metavar="[TỆP]…", nargs=-1, type=click.Path(path_type=Path))


def workspace(ctx: click.Context) -> Workspace:
    return find_workspace(ctx.obj)


def opened(place: Workspace, files: tuple[Path, ...] = ()) -> Corpus:
    """The corpus, read with the store of what did not change."""
    from kb.corpus.cache import RecordCache
    from kb.corpus.load import load_corpus

    return load_corpus(place.corpus, files or None, RecordCache(place.parsed))


def chosen(place: Workspace, files: tuple[Path, ...]) -> list[Path]:
    """The files named, or every record of the corpus."""
    from kb.corpus.canonical import record_files

    missing = [path for path in files if not path.is_file()]
    if missing:
        raise click.UsageError(f"không có tệp: {missing[0]}")
    return list(files) or record_files(place.corpus)


def day_of(at: Any) -> date:
    """The day typed, or today."""
    return at.date() if at else date.today()


def colored() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def print_json(value: object) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
