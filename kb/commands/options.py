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


class TextType(click.types.StringParamType):
    """Text, named in Vietnamese in help and messages, as are the types below."""

    name = "chữ"


class WholeNumber(click.IntRange):
    """A whole number within bounds."""

    name = "số nguyên"


class PathType(click.Path):
    """The path of a file or folder, given as a `Path`."""

    def __init__(self, name: str, **limits: bool) -> None:
        super().__init__(path_type=Path, **limits)
        self.name = name


class DayType(click.DateTime):
    """A day as YYYY-MM-DD; click would show the format code."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, *_: Any, **__: Any) -> str:
        return "NGÀY"


DAY = DayType()
TEXT = TextType()
FILE = PathType("tệp", dir_okay=False)
FOLDER = PathType("thư mục", file_okay=False)
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
