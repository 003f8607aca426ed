"""kb review: the citations of a draft, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, FILE, colored, day_of, refuse_inputs, workspace
from kb.corpus.load import load_corpus
from kb.errors import DraftUnreadable
from kb.output import say

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.review.model import Review


@click.command(cls=Verb)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
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
    from kb.review.formats import shown

    place = workspace(ctx)
    if docx:
        _refuse_other_than_word(files)
        refuse_inputs(docx, place, files[0])
    reviews = list(_judged(load_corpus(place.corpus), files, day_of(at)))
    if reviews:
        say(shown(reviews, format_, color=colored(), everything=everything))
    if docx and reviews:
        from kb.review.comments import write_commented

        say(write_commented(files[0], reviews[0], docx), err=True)
    unread = len(reviews) < len(files)
    ctx.exit(2 if unread else 1 if any(found.needs_attention for found in reviews) else 0)


def _refuse_other_than_word(files: tuple[Path, ...]) -> None:
    if len(files) != 1 or files[0].suffix.lower() != ".docx":
        raise click.UsageError("--docx cần đúng một tệp .docx")


def _judged(corpus: Corpus, files: tuple[Path, ...], day: date) -> Iterator[Review]:
    """The review of each file that can be read; a line for each that cannot."""
    from kb.drafts import open_draft
    from kb.review.judge import review as judge

    for path in files:
        try:
            draft = open_draft(path)
        except DraftUnreadable as error:
            say(f"kb: {error}", err=True)
        else:
            yield judge(corpus, draft, day)
