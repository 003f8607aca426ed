"""kb basis: a plan's legal bases, ready to paste."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, day_of, refuse_output, word_output, workspace
from kb.corpus.load import load_corpus
from kb.output import say


@click.command(cls=Verb)
@click.argument("plan", metavar="[KẾ HOẠCH][#MỤC]", default="")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@word_output("Ghi ra tệp Word, trình bày theo thể thức.")
@click.pass_context
def basis(ctx: click.Context, plan: str, at: Any, docx: Path | None, force: bool) -> None:
    """In khối căn cứ của kế hoạch hoặc của một mục (KẾ-HOẠCH#MỤC), kể riêng căn cứ không còn dựa được.

    Ví dụ: kb basis "#ii-1"
    """
    from kb.plans.basis import bases, beside_block, block, find_plan
    from kb.snapshot import Snapshot

    place = workspace(ctx)
    if docx:
        refuse_output(docx, place, force=force)
    snapshot = Snapshot(load_corpus(place.corpus), day_of(at))
    found = bases(snapshot, *find_plan(snapshot.corpus, plan))
    lines = block(found)
    for line in lines:
        say(line)
    if docx:
        from kb.formats.word import write_basis

        write_basis(lines, docx, force=force)
    for line in beside_block(found):
        say(line, err=True)
    ctx.exit(0 if lines else 1)
