"""kb check: every fault of the corpus, and the mechanical fixes."""

from __future__ import annotations

from pathlib import Path

import click

from kb.commands.group import Verb
from kb.commands.options import FILES, TEXT, chosen, opened, own_workspace, whole_workspace
from kb.files import replace_file
from kb.output import say
from kb.workspace import Workspace


def _codes(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Codes or their first letters, several to an option. Raises click.BadParameter where no code begins so."""
    from kb.rules.run import rules

    wanted = tuple(code.strip().upper() for text in value for code in text.split(",") if code.strip())
    for code in wanted:
        if not any(rule.code.startswith(code) for rule in rules()):
            raise click.BadParameter(f"không có mã lỗi “{code}”; xem: kb explain --list")
    return wanted


@click.command(cls=Verb)
@FILES
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", help="Dạng in."
)
@click.option("--json", "form", flag_value="json", help="Như --format json.")
@click.option("--select", type=TEXT, multiple=True, callback=_codes, help="Chỉ báo các mã này, ví dụ: IDN,DAT01.")
@click.option("--ignore", type=TEXT, multiple=True, callback=_codes, help="Không báo các mã này.")
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

    place = own_workspace(ctx) if fix and not files else whole_workspace(ctx)
    if fix:
        for path in _fixed(place, files):
            say(f"đã sửa: {path}", err=True)
    corpus = opened(place, files)
    problems = [
        problem
        for problem in check_corpus(corpus)
        if problem.code.startswith(select or ("",)) and not (ignore and problem.code.startswith(ignore))
    ]
    text = FORMATS[form](problems, sum(map(corpus.is_shown, corpus.texts)))
    if text:
        say(text)
    ctx.exit(1 if problems else 0)


def _fixed(place: Workspace, files: tuple[Path, ...]) -> list[Path]:
    """The files that the mechanical fixes altered. The letters of a plan stay as its office wrote them."""
    from kb.corpus.file_text import read_text
    from kb.model.kinds import is_verbatim
    from kb.rules.run import fix_text

    changed = []
    for path in chosen(place, files):
        # A link may lead out of the corpus, and nothing is written there.
        if is_verbatim(path.resolve().parent.name) or path.is_symlink():
            continue
        before, _ = read_text(path, "")  # a file that cannot be read is a fault that the check reports
        if before is not None and (after := fix_text(before)) != before:
            replace_file(path, after.encode(), before.encode())
            changed.append(path)
    return changed
