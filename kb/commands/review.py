"""kb review: the citations of a draft, each with its verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, FILE, colored, day_of, refuse_inputs, workspace
from kb.corpus.load import load_corpus
from kb.errors import DraftUnreadable
from kb.output import say


@click.command(cls=Verb)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD); mặc định là hôm nay.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "sarif", "html"]), default="text", help="Dạng in."
)
@click.option("--json", "format_", flag_value="json", help="Như --format json.")
@click.option("--docx", type=FILE, help="Ghi bản sao của tệp Word có chú thích ở chỗ cần sửa.")
@click.pass_context
def review(ctx: click.Context, files: tuple[Path, ...], at: Any, format_: str, docx: Path | None) -> None:
    """Rà soát viện dẫn trong dự thảo (.docx, .pdf, .html, .txt, .md; “-” là đầu vào chuẩn).

    Ví dụ: kb review du-thao.docx --docx du-thao-co-chu-thich.docx
    """
    from kb.drafts import open_draft
    from kb.review import review as judge
    from kb.review.formats import shown

    if docx and (len(files) != 1 or files[0].suffix.lower() != ".docx"):
        raise click.UsageError("--docx cần đúng một tệp .docx")
    place = workspace(ctx)
    if docx:
        refuse_inputs(docx, place, files[0])
    corpus, reviews, unread = load_corpus(place.corpus), [], 0
    for path in files:
        try:
            reviews.append(judge(corpus, open_draft(path), day_of(at)))
        except DraftUnreadable as error:
            say(f"kb: {error}", err=True)
            unread += 1
    if reviews:
        say(shown(reviews, format_, color=colored()))
    if docx and reviews:
        from kb.review.comments import write_commented

        say(write_commented(files[0], reviews[0], docx), err=True)
    ctx.exit(2 if unread else 1 if any(found.needs_attention for found in reviews) else 0)
