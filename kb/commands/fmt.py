"""kb fmt: files in the canonical form."""

from __future__ import annotations

from pathlib import Path

import click

from kb.commands.group import Verb
from kb.commands.options import FILES, chosen, own_workspace, workspace
from kb.files import replace_file
from kb.output import say


@click.command(cls=Verb)
@FILES
@click.option("--check", "only_check", is_flag=True, help="Chỉ kể tên tệp chưa chuẩn, không sửa.")
@click.option("--diff", is_flag=True, help="Chỉ in chỗ sẽ sửa, không sửa.")
@click.option("--reviewed", is_flag=True, help="Bỏ các chú thích “# nháp:” của kb import: đã xem hết. Cần nêu tên tệp.")
@click.pass_context
def fmt(ctx: click.Context, files: tuple[Path, ...], only_check: bool, diff: bool, reviewed: bool) -> None:
    """Viết lại tệp theo dạng chuẩn: thứ tự trường, dấu nháy, ngắt dòng, NFC; giữ nguyên chú thích.

    Ví dụ: kb fmt; kb fmt --check; kb fmt --diff corpus/documents/tt-1.yaml
    """
    if reviewed and not files:
        raise click.UsageError("--reviewed cần tên tệp đã xem, ví dụ: kb fmt --reviewed corpus/documents/tt-1.yaml")
    place = workspace(ctx) if only_check or diff or files else own_workspace(ctx)
    paths = chosen(place, files)
    altered = sum(_format(path, reviewed=reviewed, diff=diff, write=not only_check) for path in paths)
    if only_check or diff:
        say(f"{altered} tệp chưa ở dạng chuẩn." if altered else "Mọi tệp đã ở dạng chuẩn.", err=True)
        ctx.exit(1 if altered else 0)


def _format(path: Path, *, reviewed: bool, diff: bool, write: bool) -> bool:
    """Show what changes in a file, and write it unless `diff` is asked; whether the file was not canonical."""
    from kb.corpus.canonical import canonical_file, difference
    from kb.importing.remarks import without_remarks

    before, after, why = canonical_file(path)
    if why:
        say(f"{path}: chưa viết lại được, {why}", err=True)
    after = without_remarks(after) if reviewed else after
    if before == after:
        return bool(why)
    if diff:
        say(difference(before, after, str(path)), end="")
        return True
    if write:
        replace_file(path, after.encode(), before.encode())
    say(f"{'đã viết lại' if write else 'chưa chuẩn'}: {path}")
    return True
