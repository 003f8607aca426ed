"""What several commands share: types of options, the corpus they work on, how they print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kb.errors import CorpusReadOnly
from kb.files import FileExists, refuse_same_file, why_no_file
from kb.output import say
from kb.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus


F = TypeVar("F", bound=Callable[..., Any])


class TextType(click.types.StringParamType):
    """Text, named in Vietnamese in help and messages, as are the types below."""

    name = "chữ"


class WholeNumber(click.IntRange):
    """A whole number within bounds."""

    name = "số nguyên"


class DecimalNumber(click.FloatRange):
    """A number within bounds that need not be whole."""

    name = "số"


class PathType(click.Path):
    """The path of a file or folder, given as a `Path`. One that would be printed on two lines is refused."""

    def __init__(self, name: str, **limits: bool) -> None:
        super().__init__(path_type=Path, **limits)
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Raises BadParameter."""
        if "\n" in os.fsdecode(value):
            self.fail(f"tên “{os.fsdecode(value)}” có dấu xuống dòng; hãy đổi tên tệp hoặc thư mục", param, ctx)
        return super().convert(value, param, ctx)


class DayType(click.DateTime):
    """A day as official texts write it, 31/5/2024, or as YYYY-MM-DD; click would show the format code."""

    def __init__(self) -> None:
        super().__init__(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"])

    def get_metavar(self, *_: Any, **__: Any) -> str:
        return "NGÀY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day typed. Raises BadParameter where there is no such day."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"“{value}” không phải ngày: viết dd/mm/yyyy hoặc YYYY-MM-DD", param, ctx)


DAY = DayType()
TEXT = TextType()
FILE = PathType("tệp", dir_okay=False)
FOLDER = PathType("thư mục", file_okay=False)
FILES = click.argument("files", metavar="[TỆP]…", nargs=-1, type=PathType("tệp"))


def web_address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The address of a site's root, as `root_address` gives it; empty for none. Raises BadParameter."""
    from kb.site_build.site_settings import root_address

    try:
        return root_address(value) if value else ""
    except ValueError as error:
        raise click.BadParameter(f"“{value}” {error}", ctx, param) from None


def workspace(ctx: click.Context) -> Workspace:
    """The workspace of the corpus that --corpus names, or of the nearest one. Raises KbError where there is none."""
    return find_workspace(ctx.obj)


def whole_workspace(ctx: click.Context) -> Workspace:
    """As `workspace`, for a command about a corpus as a whole: one that nobody named and is not near is told of."""
    place = workspace(ctx)
    if place.by_default:
        say(f"kb: gần đây không có kho nào, dùng kho đi kèm kb: {place.corpus}", err=True)
    return place


def own_workspace(ctx: click.Context) -> Workspace:
    """As `workspace`, for a command that writes into the corpus. Raises CorpusReadOnly for that of a package."""
    place = workspace(ctx)
    if place.is_carried:
        raise CorpusReadOnly("kho đi kèm kb chỉ để đọc; tạo kho của mình bằng: kb init THƯ_MỤC")
    return place


def opened(place: Workspace, files: tuple[Path, ...] = ()) -> Corpus:
    """The corpus, or only `files` of it; unchanged records come from the cache. Raises KbError."""
    from kb.corpus.cache import RecordCache
    from kb.corpus.load import load_corpus

    return load_corpus(place.corpus, files or None, RecordCache(place.parsed))


def chosen(place: Workspace, files: tuple[Path, ...]) -> list[Path]:
    """The files named, or those of every record of the corpus. Raises click.UsageError for a file that is missing."""
    from kb.corpus.canonical import record_files

    for path in files:
        if why := why_no_file(path):
            raise click.UsageError(f"không đọc được {path}: {why}")
    return list(files) or record_files(place.corpus)


def word_output(help_: str) -> Callable[[F], F]:
    """The options of a command that writes a Word file: --docx, and --force to write over another."""

    def with_options(command: F) -> F:
        command = click.option("--force", is_flag=True, help="Ghi đè tệp ra của --docx nếu đã có.")(command)
        return click.option("--docx", type=FILE, help=help_)(command)

    return with_options


def refuse_output(out: Path, place: Workspace, *files: Path, force: bool, suffix: str = ".docx") -> None:
    """Refuse a Word file that is to be written where no user would want one.

    Raises OutputIsInput where it is one of the files that the command reads, or a file of the corpus; FileExists where
    there is another, since a reader may have worked in it, even if kb wrote it; click.UsageError where its name is not
    that of a Word file.
    """
    from kb.corpus.tree import yaml_files

    if out.suffix.lower() != suffix:
        raise click.UsageError(f"--docx ghi tệp Word: “{out}” phải là tên tệp có đuôi {suffix}")
    if os.path.lexists(out) and not force:
        refuse_same_file(out, *files)
        raise FileExists(f"tệp {out} đã có, không ghi đè; đặt tên khác, hoặc thêm --force")
    refuse_same_file(out, *files, *(Path(path) for path, _, _ in yaml_files(place.corpus)))


def day_of(at: Any) -> date:
    """The date that --at gives (a datetime), or today."""
    return at.date() if at else date.today()


def read_on(stated: Any) -> date | None:
    """The day on which a source was read, as --read gives it; None where it does not.

    Raises click.UsageError for a day that is still to come: whoever reads the answer is told it.
    """
    if stated and stated.date() > date.today():
        raise click.UsageError(f"--read {stated:%d/%m/%Y} là ngày chưa tới; nêu ngày đã đọc nguồn")
    return stated.date() if stated else None


def colored() -> bool:
    """Whether to print colors: on a terminal, unless NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def print_json(value: object) -> None:
    """Print a value as JSON: UTF-8, indented by two spaces."""
    import json

    say(json.dumps(value, ensure_ascii=False, indent=2))
