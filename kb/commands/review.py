"""kb review: the citations of a draft, each with its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, PathType, colored, day_of, refuse_output, word_output, workspace
from kb.corpus.load import load_corpus
from kb.errors import DraftUnreadable
from kb.output import say

if TYPE_CHECKING:
    from kb.review.model import Review
    from kb.workspace import Workspace


@click.command(cls=Verb)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=PathType("tệp", allow_dash=True))
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "sarif", "html"]), default="text", help="Dạng in."
)
@click.option("--json", "format_", flag_value="json", help="Như --format json.")
@click.option("--all", "everything", is_flag=True, help="Liệt kê cả viện dẫn đúng và viện dẫn không có trong kho.")
@word_output("Ghi bản sao của tệp Word có chú thích ở chỗ cần sửa.")
@click.pass_context
def review(
    ctx: click.Context,
    files: tuple[Path, ...],
    at: Any,
    format_: str,
    everything: bool,
    docx: Path | None,
    force: bool,
) -> None:
    """Rà soát viện dẫn trong dự thảo (.docx, .doc, .rtf, .odt, .pdf, .html, .txt, .md; “-” là đầu vào chuẩn).

    Ví dụ: kb review du-thao.docx --docx du-thao-co-chu-thich.docx
    """
    from kb.review.formats import shown

    place = workspace(ctx)
    if docx:
        refuse_output(docx, place, files[0], force=force, suffix=_word_suffix(files))
    reviews = list(_judged(place, files, day_of(at)))
    if reviews:
        say(shown(reviews, format_, color=colored(), everything=everything))
    if docx and reviews:
        from kb.review.comments import write_commented

        say(write_commented(files[0], reviews[0], docx, force=force), err=True)
    unread = len(reviews) < len(files)
    ctx.exit(2 if unread else 1 if any(found.needs_attention for found in reviews) else 0)


def _word_suffix(files: tuple[Path, ...]) -> str:
    """The extension of the one Word file: Word opens a template or a file with macros under its own alone."""
    from kb.drafts.kinds import WORD_SUFFIXES

    suffix = files[0].suffix.lower()
    if len(files) != 1 or suffix not in WORD_SUFFIXES:
        raise click.UsageError("--docx cần đúng một tệp .docx, .docm, .dotx hoặc .dotm")
    return suffix


def _judged(place: Workspace, files: tuple[Path, ...], day: date) -> Iterator[Review]:
    """The review of each file that can be read; a line for each that cannot."""
    from kb.commands.registers import library_texts, opened_registers
    from kb.drafts import open_draft
    from kb.review.judge import Reviewer

    reviewer = Reviewer(load_corpus(place.corpus), opened_registers(place), library_texts())
    for path in files:
        try:
            draft = open_draft(path)
        except DraftUnreadable as error:
            say(f"kb: {error}", err=True)
        else:
            yield reviewer.review(draft, day)
