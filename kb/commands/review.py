"""kb review: the citations of a draft, each with its verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, FILE, colored, day_of, workspace
from kb.corpus.load import load_corpus
from kb.errors import DraftUnreadable


@click.command(cls=Verb)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD); mặc định là hôm nay.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "sarif", "html"]), default="text", help="Dạng in."
)
@click.option("--json", "format_", flag_value="json", help="Như --format json.")
@click.option("--all", "everything", is_flag=True, help="Liệt kê cả viện dẫn đúng và viện dẫn không có trong kho.")
@click.option("--docx", type=FILE, help="Ghi bản sao của tệp Word có chú thích ở chỗ cần sửa.")
@click.pass_context
def review(
    ctx: click.Context, files: tuple[Path, ...], at: Any, format_: str, everything: bool, docx: Path | None
) -> None:
    """Rà soát viện dẫn trong dự thảo (.docx, .pdf, .html, .txt, .md; “-” là đầu vào chuẩn).

    Ví dụ: kb review du-thao.docx --docx du-thao-co-chu-thich.docx
    """
    from kb.drafts import open_draft
    from kb.review.formats import shown
    from kb.review.judge import review as judge

    if docx and (len(files) != 1 or files[0].suffix.lower() != ".docx"):
        raise click.UsageError("--docx cần đúng một tệp .docx")
    corpus, reviews, unread = load_corpus(workspace(ctx).corpus), [], 0
    for path in files:
        try:
            reviews.append(judge(corpus, open_draft(path), day_of(at)))
        except DraftUnreadable as error:
            click.echo(f"kb: {error}", err=True)
            unread += 1
    if reviews:
        click.echo(shown(reviews, format_, color=colored(), everything=everything))
    if docx and reviews:
        from kb.review.comments import write_commented

        click.echo(write_commented(files[0], reviews[0], docx), err=True)
    ctx.exit(2 if unread else 1 if any(found.needs_attention for found in reviews) else 0)
