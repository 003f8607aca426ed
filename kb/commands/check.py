"""kb check: every fault of the corpus, and the mechanical mends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kb.commands.options import FILES, chosen, opened, workspace
from kb.workspace import Workspace


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


def mend(place: Workspace, files: tuple[Path, ...]) -> list[Path]:
    from kb.model.kinds import is_verbatim
    from kb.rules.run import fix_text

    # A link may lead out of the corpus, and nothing is written there.
    paths = [p for p in chosen(place, files) if not is_verbatim(p.resolve().parent.name) and not p.is_symlink()]
    return rewrite(paths, fix_text)


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
