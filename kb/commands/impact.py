"""kb impact: what rests on a document."""

from __future__ import annotations

from typing import Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, day_of, print_json, workspace
from kb.corpus.load import load_corpus
from kb.output import say


@click.command(cls=Verb)
@click.argument("record", metavar="SỐ HIỆU|MÃ")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def impact(ctx: click.Context, record: str, at: Any, as_json: bool) -> None:
    """In mọi đoạn kế hoạch, văn bản, chương trình dựa vào một văn bản, trực tiếp hay qua văn bản khác.

    Ví dụ: kb impact 51-NQ/TW
    """
    from kb.commands.asked import asked_for
    from kb.plans.impact import trace_impact as trace
    from kb.plans.impact_report import as_json as impact_json
    from kb.plans.impact_report import report_lines
    from kb.snapshot import Snapshot

    corpus = load_corpus(workspace(ctx).corpus)
    snapshot = Snapshot(corpus, day_of(at))
    traced = [trace(snapshot, found.id) for found in asked_for(corpus, record, snapshot.day).found()]
    if as_json:
        print_json([impact_json(found) for found in traced])
    else:
        say("\n\n".join("\n".join(report_lines(corpus, found)) for found in traced))
    ctx.exit(0 if any(found.reached or found.paragraphs for found in traced) else 1)
