"""kb basis: a plan's legal bases, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, day_of, refuse_output, word_output, workspace
from kb.corpus.load import load_corpus
from kb.output import say

if TYPE_CHECKING:
    from kb.model import Plan
    from kb.snapshot import Snapshot
    from kb.workspace import Workspace


@click.command(cls=Verb)
@click.argument("plan", metavar="[KẾ HOẠCH][#MỤC]", default="")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@word_output("Ghi ra tệp Word, trình bày theo thể thức.")
@click.pass_context
def basis(ctx: click.Context, plan: str, at: Any, docx: Path | None, force: bool) -> None:
    """In khối căn cứ của kế hoạch hoặc của một mục (KẾ-HOẠCH#MỤC), kể riêng căn cứ không còn dùng làm căn cứ.

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
    for line in _outside(place, snapshot, *find_plan(snapshot.corpus, plan)):
        say(f"kb: ngoài kho, {line}", err=True)
    ctx.exit(0 if lines else 1)


def _outside(place: Workspace, snapshot: Snapshot, plan: Plan, section: str | None) -> Iterator[str]:
    """What the registers say of the documents that a plan cites and the corpus does not hold: by number and day."""
    from kb.citation.dates import typed_date
    from kb.commands.registers import opened_registers
    from kb.plans.basis import cited_outside
    from kb.register.describing import entry_line, found_in

    registers = opened_registers(place)
    for citation in cited_outside(snapshot, plan, section):
        day = typed_date(citation)
        for held, entry in found_in(registers, str(citation.number)):
            if str(day) in entry.days or (day is None and entry.parsed.year):
                yield entry_line(held, entry, snapshot.day)
