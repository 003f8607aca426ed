"""kb cite: how a document is cited."""

from __future__ import annotations

import click

from kb.commands.group import Verb
from kb.commands.options import print_json, workspace
from kb.corpus.load import load_corpus
from kb.output import say


@click.command(cls=Verb)
@click.argument("record", metavar="SỐ HIỆU|MÃ")
@click.option("--html", "as_html", is_flag=True, help="In HTML, dán vào Word giữ được trình bày.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def cite(ctx: click.Context, record: str, as_html: bool, as_json: bool) -> None:
    """In cách viện dẫn đúng của một văn bản, bản đầy đủ và bản ngắn, để dán vào dự thảo.

    Ví dụ: kb cite 124/2021/TT-BCA
    """
    from kb.law.cite import cite_all

    cited = cite_all(load_corpus(workspace(ctx).corpus), record)
    if as_json:
        print_json([found.as_json() for found in cited])
    else:
        for found in cited:
            say(found.as_html() if as_html else f"{found.full}\n{found.short}")
    for found in cited:
        if found.missing:
            say(f"kb: chưa rõ {', '.join(found.missing)}; kho không ghi nên không viết ra", err=True)
        for doubt in found.doubts:
            say(f"kb: {found.short}: {doubt}", err=True)
    ctx.exit(1 if any(found.missing for found in cited) else 0)
