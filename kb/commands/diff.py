"""kb diff: what a change of the corpus means, in words."""

from __future__ import annotations

from typing import Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, day_of, print_json, workspace
from kb.corpus.load import load_corpus
from kb.output import say


@click.command(cls=Verb)
@click.argument("base", metavar="GỐC")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def diff(ctx: click.Context, base: str, at: Any, as_json: bool) -> None:
    """Nói bằng lời thay đổi của kho dữ liệu so với một nhánh, thẻ hay lần ghi của Git (Markdown).

    Ví dụ: kb diff origin/main
    """
    from kb.history import compare, corpus_at, summary
    from kb.history.register_changes import register_changes
    from kb.snapshot import Snapshot

    root, day = workspace(ctx).corpus, day_of(at)
    change = compare(Snapshot(corpus_at(root, base), day), Snapshot(load_corpus(root), day))
    register = register_changes(root, base)
    if as_json:
        print_json({"records": change.as_json(), "register": register.as_json()})
    else:
        say("\n".join((summary(change), *register.lines())))
