"""kb basis: a plan's legal bases, ready to paste."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, FILE, day_of, refuse_inputs, workspace
from kb.corpus.load import load_corpus
from kb.output import say


@click.command(cls=Verb)
@click.argument("plan", metavar="[KẾ HOẠCH][#MỤC]", default="")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--docx", type=FILE, help="Ghi ra tệp Word, trình bày theo thể thức.")
@click.pass_context
def basis(ctx: click.Context, plan: str, at: Any, docx: Path | None) -> None:
    """In khối căn cứ của kế hoạch hoặc của một mục (KẾ-HOẠCH#MỤC), kèm cảnh báo căn cứ không còn hiệu lực.

    Ví dụ: kb basis "#ii-1"
    """
    from kb.plans.basis import bases, block, find_plan
    from kb.snapshot import Snapshot

    place = workspace(ctx)
    if docx:
        refuse_inputs(docx, place)
    snapshot = Snapshot(load_corpus(place.corpus), day_of(at))
    found = bases(snapshot, *find_plan(snapshot.corpus, plan))
    for line in block(found):
        say(line)
    if docx:
        from kb.formats.word import write_basis

        write_basis(block(found), docx)
    for warning in filter(None, (base.warning for base in found)):
        say(f"kb: {warning}", err=True)
    ctx.exit(0 if found else 1)
