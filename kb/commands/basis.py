"""kb basis: a plan's legal bases, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, day_of, print_json, refuse_output, word_output, workspace
from kb.corpus.load import load_corpus
from kb.output import say

if TYPE_CHECKING:
    from kb.model import Plan
    from kb.plans.basis import PlanBasis
    from kb.snapshot import Snapshot
    from kb.workspace import Workspace


@click.command(cls=Verb)
@click.argument("plan", metavar="[KẾ HOẠCH][#MỤC]", default="")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.option(
    "--lost-since", type=DAY, help="Kể căn cứ mà các kế hoạch đã mất từ ngày này (dd/mm/yyyy hoặc YYYY-MM-DD) đến nay."
)
@word_output("Ghi ra tệp Word, trình bày theo thể thức.")
@click.pass_context
def basis(
    ctx: click.Context, plan: str, at: Any, as_json: bool, lost_since: Any, docx: Path | None, force: bool
) -> None:
    """In khối căn cứ của kế hoạch hoặc của một mục (KẾ-HOẠCH#MỤC), kể riêng căn cứ không còn dùng làm căn cứ.

    Ví dụ: kb basis "#ii-1"
    """
    if lost_since:
        ctx.exit(_say_lost(ctx, lost_since.date(), day_of(at)))
    from kb.plans.basis import bases, block, find_plan
    from kb.snapshot import Snapshot

    place = workspace(ctx)
    if docx:
        refuse_output(docx, place, force=force)
    snapshot = Snapshot(load_corpus(place.corpus), day_of(at))
    found = bases(snapshot, *find_plan(snapshot.corpus, plan))
    if docx:
        from kb.formats.word import write_basis

        write_basis(block(found), docx, force=force)
    _say_bases(found, as_json)
    for line in _outside(place, snapshot, *find_plan(snapshot.corpus, plan)):
        say(f"kb: ngoài kho, {line}", err=True)
    ctx.exit(0 if block(found) else 1)


def _say_bases(found: list[PlanBasis], as_json: bool) -> None:
    """Print the block, and beside it what is left out of it or in doubt."""
    from kb.plans.basis import basis_json, beside_block, block

    if as_json:
        print_json(basis_json(found))
        return
    for line in block(found):
        say(line)
    for line in beside_block(found):
        say(line, err=True)


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


def _say_lost(ctx: click.Context, since: date, day: date) -> int:
    """Print what plans have lost; exit code 1 where there is anything."""
    from kb.plans.lost import lost_bases

    lost = list(lost_bases(load_corpus(workspace(ctx).corpus), since, day))
    for line in lost:
        say(line)
    if not lost:
        say("Không kế hoạch nào mất căn cứ.")
    return int(bool(lost))
