"""kb explain: what a code of kb check means."""

from __future__ import annotations

import click

from kb.commands.group import Verb
from kb.output import say


@click.command(cls=Verb)
@click.argument("code", metavar="[MÃ]", required=False)
@click.option("--list", "listed", is_flag=True, help="Kể mọi mã lỗi.")
def explain(code: str | None, listed: bool) -> None:
    """Giải thích một mã lỗi của `kb check`: vì sao, ví dụ sai, ví dụ đúng.

    Ví dụ: kb explain REL07
    """
    from kb.rules.run import rules

    if listed or code is None:
        for rule in rules():
            say(f"{rule.code}  {rule.title}")
        return
    for rule in rules():
        if code.casefold() in (rule.code.casefold(), rule.name):
            say(str(rule))
            return
    raise click.UsageError(f"không có mã lỗi “{code}”; xem: kb explain --list")
