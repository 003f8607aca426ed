"""kb show: one record in words. It stands here because what is typed is completed from the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from indexer.commands.search import complete_query
from kb.commands.group import Verb
from kb.commands.options import DAY, day_of, print_json, workspace
from kb.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.model import Document
    from kb.register.layers import LayerRegister
    from kb.review.asked import Asked
    from kb.snapshot import Snapshot


@click.command(cls=Verb)
@click.argument("record", metavar="SỐ HIỆU|MÃ", shell_complete=complete_query)
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD).")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def show(ctx: click.Context, record: str, at: Any, as_json: bool) -> None:
    """In một bản ghi theo mã hoặc số hiệu: dữ kiện, quan hệ hai chiều, nơi viện dẫn; hay một điều của thư viện.

    Ví dụ: kb show 124/2021/TT-BCA; kb show "Điều 3 Luật Hòa giải ở cơ sở"
    """
    from indexer.commands.show_library import show_article
    from kb.commands.asked import asked_for
    from kb.commands.registers import opened_registers
    from kb.corpus.load import load_corpus
    from kb.corpus.lookup import mistaken_number
    from kb.review.asked import is_named
    from kb.snapshot import Snapshot

    place = workspace(ctx)
    snapshot = Snapshot(load_corpus(place.corpus), day_of(at))
    registers = opened_registers(place)
    if not is_named(snapshot.corpus, record) and show_article(record, registers, snapshot, as_json=as_json):
        return
    asked = asked_for(snapshot.corpus, record, snapshot.day, registers)
    if not asked.records:
        _show_registered(snapshot, asked, as_json=as_json)
        return
    for mistaken in filter(None, (mistaken_number(snapshot.corpus, asked.text, found) for found in asked.records)):
        say(f"kb: {mistaken}", err=True)
    _show_records(registers, snapshot, asked, as_json=as_json)


def _show_records(registers: list[LayerRegister], snapshot: Snapshot, asked: Asked, *, as_json: bool) -> None:
    from indexer.commands.show_library import articles_json, articles_of
    from kb.commands.registers import say_beside
    from kb.views.describe import as_json as record_json
    from kb.views.shown_record import shown_record

    documents, records = snapshot.corpus.documents, asked.records
    if as_json:
        forms = ((record_json(snapshot, found), articles_json(documents.get(found.id))) for found in records)
        print_json([form | {"articles": articles} if articles else form for form, articles in forms])
        return
    if len(records) > 1:
        say(f"Có {len(records)} văn bản cùng số này:\n")
    shown = ((*shown_record(snapshot, found), *articles_of(documents.get(found.id))) for found in records)
    say("\n\n".join(map("\n".join, shown)))
    numbered = [documents[found.id] for found in records if found.id in documents]
    _say_differences(registers, snapshot, numbered)
    if numbered:
        say_beside(registers, asked.text, numbered, snapshot.day)


def _say_differences(registers: list[LayerRegister], snapshot: Snapshot, documents: Sequence[Document]) -> None:
    """Where a register says other than the corpus, below what the corpus says."""
    from kb.views.register_remarks import register_remarks

    for remark in (remark for document in documents for remark in register_remarks(snapshot, document, registers)):
        say(f"Khác với kho: {remark}")


def _show_registered(snapshot: Snapshot, asked: Asked, *, as_json: bool) -> None:
    """What the registers say of a number that the corpus does not hold. Raises UnknownRecord."""
    from indexer.commands.show_library import articles_of_number
    from kb.commands.registers import say_entries
    from kb.register.describing import entry_json

    found = asked.registered()
    if as_json:
        print_json([entry_json(held, entry) for held, entry in found])
    else:
        say_entries(found, snapshot.corpus, snapshot.day)
        for _, entry in found:
            for line in articles_of_number(entry.parsed, entry.days[0]):
                say(line)
