"""kb cite: how a document is cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from kb.commands.asked import asked_for
from kb.commands.group import Verb
from kb.commands.options import print_json, workspace
from kb.commands.registers import opened_registers, say_beside
from kb.corpus.load import load_corpus
from kb.corpus.lookup import mistaken_number
from kb.law.collisions import collisions
from kb.output import say

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.law.cite import Cited
    from kb.review.asked import Asked


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

    place = workspace(ctx)
    corpus = load_corpus(place.corpus)
    registers = opened_registers(place)
    asked = asked_for(corpus, record, date.today(), registers)
    cited = cite_all(corpus, asked.records, date.today()) if asked.records else _registered(corpus, asked)
    _print(cited, as_html=as_html, as_json=as_json)
    documents = [corpus.documents[found.id] for found in cited if found.id in corpus.documents]
    if documents:
        say_beside(registers, asked.text, documents, date.today())
    for found in cited:
        for line in _beside(corpus, asked.text, found):
            say(f"kb: {line}", err=True)
    ctx.exit(1 if any(found.missing for found in cited) else 0)


def _print(cited: list[Cited], *, as_html: bool, as_json: bool) -> None:
    if as_json:
        print_json([found.as_json() for found in cited])
    else:
        say("\n".join(found.as_html() if as_html else f"{found.full}\n{found.short}" for found in cited))


def _registered(corpus: Corpus, asked: Asked) -> list[Cited]:
    """By the registers, with a line of error that says so. Raises UnknownRecord."""
    from kb.law.cite_entry import cite_entry
    from kb.register.describing import entry_line

    found = asked.registered()
    for held, entry in found:
        say(f"kb: {entry_line(held, entry, date.today())}", err=True)
    names = {body.id: body.name for body in corpus.bodies.values()}
    return [cite_entry(held, entry, names) for held, entry in found]


def _beside(corpus: Corpus, text: str, found: Cited) -> Iterator[str]:
    """What a reader must know of a citation: another number led to it, parts are missing, others bear its number."""
    document = corpus.documents.get(found.id)
    if mistaken := mistaken_number(corpus, text, document) if document else "":
        yield mistaken
    if found.missing:
        yield f"chưa rõ {', '.join(found.missing)}; kho không ghi nên không viết ra"
    told = collisions(corpus, document) if document else ()
    yield from (f"{found.short}: {said}" for said in (*told, *found.doubts))
