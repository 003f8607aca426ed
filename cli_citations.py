"""The commands about citations: review a draft, cite a document, print a plan's legal basis, trace what rests on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cli import DAY, colored, day_of, print_json, workspace
from kb.corpus.corpus import load_corpus
from kb.errors import DraftUnreadable

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
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
    corpus, reviews, unread = load_corpus(workspace(ctx).corpus), [], 0
    for path in files:
        try:
            reviews.append(judge(corpus, open_draft(path), day_of(at)))
        except DraftUnreadable as error:
            click.echo(f"kb: {error}", err=True)
            unread += 1
    if reviews:
        click.echo(shown(reviews, format_, color=colored()))
    if docx and reviews:
        from kb.review.comments import write_commented

        click.echo(write_commented(files[0], reviews[0], docx), err=True)
    ctx.exit(2 if unread else 1 if any(found.needs_attention for found in reviews) else 0)


@click.command()
@click.argument("record", metavar="SỐ HIỆU|MÃ")
@click.option("--html", "as_html", is_flag=True, help="In HTML, dán vào Word giữ được trình bày.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def cite(ctx: click.Context, record: str, as_html: bool, as_json: bool) -> None:
    """In cách viện dẫn đúng của một văn bản, bản đầy đủ và bản ngắn, để dán vào dự thảo.

    Ví dụ: kb cite 124/2021/TT-BCA
    """
    from kb.law.cite import cite_all

    cited = cite_all(load_corpus(workspace(ctx).corpus), record)
    if as_json:
        print_json([found.as_json() for found in cited])
    else:
        for found in cited:
            click.echo(found.as_html() if as_html else f"{found.full}\n{found.short}")
    for found in cited:
        if found.missing:
            click.echo(f"kb: chưa rõ {', '.join(found.missing)}; kho không ghi nên không viết ra", err=True)
    ctx.exit(1 if any(found.missing for found in cited) else 0)


@click.command()
@click.argument("plan", metavar="[KẾ HOẠCH][#MỤC]", default="")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--docx", type=FILE, help="Ghi ra tệp Word, trình bày theo thể thức.")
@click.pass_context
def basis(ctx: click.Context, plan: str, at: Any, docx: Path | None) -> None:
    """In khối căn cứ của kế hoạch hoặc của một mục (KẾ-HOẠCH#MỤC), kèm cảnh báo căn cứ không còn hiệu lực.

    Ví dụ: kb basis "#ii-1"
    """
    from kb.plans.basis import bases, block, find_plan

    corpus = load_corpus(workspace(ctx).corpus)
    found = bases(corpus, *find_plan(corpus, plan), day_of(at))
    for line in block(found):
        click.echo(line)
    if docx:
        from kb.formats.word import write_basis

        write_basis(block(found), docx)
    for warning in filter(None, (base.warning for base in found)):
        click.echo(f"kb: {warning}", err=True)
    ctx.exit(0 if found else 1)


@click.command()
@click.argument("record", metavar="SỐ HIỆU|MÃ")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def impact(ctx: click.Context, record: str, at: Any, as_json: bool) -> None:
    """In mọi đoạn kế hoạch, văn bản, chương trình dựa vào một văn bản, trực tiếp hay qua văn bản khác.

    Ví dụ: kb impact 51-NQ/TW
    """
    from kb.corpus.lookup import look_up
    from kb.plans.impact import impact as trace
    from kb.plans.impact_report import as_json as impact_json
    from kb.plans.impact_report import report_lines

    corpus = load_corpus(workspace(ctx).corpus)
    traced = [trace(corpus, found.id, day_of(at)) for found in look_up(corpus, record)]
    if as_json:
        print_json([impact_json(found) for found in traced])
    else:
        click.echo("\n\n".join("\n".join(report_lines(corpus, found)) for found in traced))
    ctx.exit(0 if any(found.reached or found.paragraphs for found in traced) else 1)
