"""The commands of an editor: check, explain, fmt, stale, links."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli import DAY, day_of, print_json, workspace
from kb.workspace import Workspace

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus

FILES = click.argument("files", metavar="[TỆP]…", nargs=-1, type=click.Path(path_type=Path))


def codes_of(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Codes or their first letters, several to an option; a word that no code begins with is wrong use."""
    from kb.rules.run import rules

    wanted = tuple(code.strip().upper() for text in value for code in text.split(",") if code.strip())
    for code in wanted:
        if not any(rule.code.startswith(code) for rule in rules()):
            raise click.BadParameter(f"không có mã lỗi “{code}”; xem: kb explain --list")
    return wanted


@click.command()
@FILES
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", help="Dạng in."
)
@click.option("--json", "form", flag_value="json", help="Như --format json.")
@click.option("--select", multiple=True, callback=codes_of, help="Chỉ báo các mã này, ví dụ: IDN,DAT01.")
@click.option("--ignore", multiple=True, callback=codes_of, help="Không báo các mã này.")
@click.option("--fix", is_flag=True, help="Tự sửa lỗi cơ học trước: NFC, dấu thanh, dấu cách thừa, Tab, xuống dòng.")
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[Path, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
) -> None:
    """Kiểm tra kho dữ liệu, hoặc chỉ các tệp đã nêu, và nói hết các lỗi trong một lần.

    Ví dụ: kb check; kb check corpus/documents/tt-1.yaml --fix
    """
    from kb.rules.report import FORMATS
    from kb.rules.run import check_corpus

    place = workspace(ctx)
    if fix:
        for path in mend(place, files):
            click.echo(f"đã sửa: {path}", err=True)
    corpus = opened(place, files)
    problems = [
        problem
        for problem in check_corpus(corpus)
        if problem.code.startswith(select or ("",)) and not (ignore and problem.code.startswith(ignore))
    ]
    text = FORMATS[form](problems, sum(map(corpus.is_shown, corpus.texts)))
    if text:
        click.echo(text)
    ctx.exit(1 if problems else 0)


def opened(place: Workspace, files: tuple[Path, ...] = ()) -> Corpus:
    """The corpus, read with the store of what did not change."""
    from kb.corpus.cache import Parsed
    from kb.corpus.corpus import load_corpus

    return load_corpus(place.corpus, files or None, Parsed(place.parsed))


def chosen(place: Workspace, files: tuple[Path, ...]) -> list[Path]:
    """The files named, or every record of the corpus."""
    from kb.corpus.canonical import record_files

    missing = [path for path in files if not path.is_file()]
    if missing:
        raise click.UsageError(f"không có tệp: {missing[0]}")
    return list(files) or record_files(place.corpus)


def rewrite(paths: list[Path], change: Callable[[str], str]) -> list[Path]:
    """Change each UTF-8 file that the change alters, and return those. A plan's letters are never touched."""
    from kb.corpus.file_text import read_text

    changed = []
    for path in paths:
        before, _ = read_text(path, "")
        if before is None:
            continue  # kb check tells it
        after = change(before)
        if after != before:
            path.write_bytes(after.encode())
            changed.append(path)
    return changed


def mend(place: Workspace, files: tuple[Path, ...]) -> list[Path]:
    from kb.rules.run import fix_text

    # A link may lead out of the corpus, and nothing is written there.
    paths = [path for path in chosen(place, files) if path.resolve().parent.name != "plans" and not path.is_symlink()]
    return rewrite(paths, fix_text)


@click.command()
@click.argument("code", metavar="[MÃ]", required=False)
@click.option("--list", "listed", is_flag=True, help="Kể mọi mã lỗi.")
def explain(code: str | None, listed: bool) -> None:
    """Giải thích một mã lỗi của `kb check`: vì sao, ví dụ sai, ví dụ đúng.

    Ví dụ: kb explain REL07
    """
    from kb.rules.run import rules

    if listed or code is None:
        for rule in rules():
            click.echo(f"{rule.code}  {rule.title}")
        return
    for rule in rules():
        if code.casefold() in (rule.code.casefold(), rule.name):
            click.echo(str(rule))
            return
    raise click.UsageError(f"không có mã lỗi “{code}”; xem: kb explain --list")


@click.command()
@FILES
@click.option("--check", "only_check", is_flag=True, help="Chỉ kể tên tệp chưa chuẩn, không sửa.")
@click.option("--diff", is_flag=True, help="Chỉ in chỗ sẽ sửa, không sửa.")
@click.option("--reviewed", is_flag=True, help="Bỏ các chú thích “# nháp:” của kb import: đã xem hết. Cần nêu tên tệp.")
@click.pass_context
def fmt(ctx: click.Context, files: tuple[Path, ...], only_check: bool, diff: bool, reviewed: bool) -> None:
    """Viết lại tệp theo dạng chuẩn: thứ tự trường, dấu nháy, ngắt dòng, NFC; giữ nguyên chú thích.

    Ví dụ: kb fmt; kb fmt --check; kb fmt --diff corpus/documents/tt-1.yaml
    """
    from kb.corpus.canonical import canonical_file, difference
    from kb.importing.remarks import without_remarks

    if reviewed and not files:
        raise click.UsageError("--reviewed cần tên tệp đã xem, ví dụ: kb fmt --reviewed corpus/documents/tt-1.yaml")

    altered = 0
    for path in chosen(workspace(ctx), files):
        before, after, why = canonical_file(path)
        if why:
            click.echo(f"{path}: chưa viết lại được, {why}", err=True)
        after = without_remarks(after) if reviewed else after
        if before == after:
            altered += bool(why)
            continue
        altered += 1
        if diff:
            click.echo(difference(before, after, str(path)), nl=False)
            continue
        click.echo(f"{'chưa chuẩn' if only_check else 'đã viết lại'}: {path}")
        if not only_check:
            path.write_bytes(after.encode())
    if only_check or diff:
        click.echo(f"{altered} tệp chưa ở dạng chuẩn." if altered else "Mọi tệp đã ở dạng chuẩn.", err=True)
        ctx.exit(1 if altered else 0)


@click.command()
@click.option("--months", type=click.IntRange(min=1), default=12, show_default=True, help="Quá hạn sau số tháng này.")
@click.option("--at", type=DAY, help="Xét vào ngày này (YYYY-MM-DD).")
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, help="Số bản ghi in ra; 0 là tất cả."
)
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def stale(ctx: click.Context, months: int, at: date | None, limit: int, as_json: bool) -> None:
    """Kể việc cần xem lại: nguồn quá hạn, điều chưa biết, chỉ một nguồn, liên kết hỏng, cơ quan đã sắp xếp lại.

    Bản ghi mà nhiều đoạn kế hoạch dựa vào đứng trước.
    """
    from kb.upkeep.stale import stale_records
    from kb.upkeep.stale_report import report_lines

    found = stale_records(opened(workspace(ctx)), day_of(at), months)
    shown = found[:limit] if limit else found
    if as_json:
        print_json({"records": [row.as_json() for row in shown], "summary": {"total": len(found)}})
    else:
        for line in report_lines(shown, len(found)):
            click.echo(line)
    ctx.exit(1 if found else 0)


@click.command()
@click.option("--check", "run", is_flag=True, help="Mở từng địa chỉ và ghi kết quả vào links.yaml của kho.")
@click.option(
    "--older", type=click.IntRange(min=0), default=7, show_default=True, help="Bỏ qua địa chỉ đã mở trong số ngày này."
)
@click.option(
    "--delay",
    type=click.FloatRange(min=0.5),
    default=2.0,
    show_default=True,
    help="Giây nghỉ giữa hai lần mở một máy chủ.",
)
@click.option("--timeout", type=click.FloatRange(1, 120), default=20.0, show_default=True, help="Giây chờ trả lời.")
@click.option("--workers", type=click.IntRange(1, 16), default=4, show_default=True, help="Số máy chủ mở cùng lúc.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def links(ctx: click.Context, run: bool, older: int, delay: float, timeout: float, workers: int, as_json: bool) -> None:
    """Kể các liên kết hỏng ở lần kiểm tra gần nhất; --check thì kiểm tra lại, từ tốn với từng máy chủ.

    Liên kết hỏng mà vẫn giữ: ghi lý do ở mục suppressed của links.yaml.
    """
    from kb.upkeep.links import Limits, check_links, dead_links
    from kb.upkeep.links_file import update

    corpus = opened(workspace(ctx))
    if run:

        def told(done: int, total: int) -> None:
            if sys.stderr.isatty():
                click.echo(f"\rĐã mở {done}/{total} địa chỉ", err=True, nl=done == total)

        update(corpus, check_links(corpus, Limits(delay, timeout, workers), date.today(), older, told))
    found = dead_links(corpus)
    if as_json:
        print_json({"links": [row.as_json() for row in found], "summary": {"dead": len(found)}})
    else:
        for row in found:
            click.echo(str(row))
        click.echo(f"{len(found)} liên kết hỏng." if found else "Không có liên kết hỏng nào được ghi nhận.")
    ctx.exit(1 if found else 0)
