"""kb links: the web addresses that no longer answer."""

from __future__ import annotations

from datetime import date

import click

from kb.commands.group import Verb
from kb.commands.options import DecimalNumber, WholeNumber, opened, own_workspace, print_json, whole_workspace
from kb.output import say, say_progress


@click.command(cls=Verb)
@click.option("--check", "run", is_flag=True, help="Mở từng địa chỉ và ghi kết quả vào links.yaml của kho.")
@click.option(
    "--older", type=WholeNumber(min=0), default=7, show_default=True, help="Bỏ qua địa chỉ đã mở trong số ngày này."
)
@click.option(
    "--delay",
    type=DecimalNumber(min=0.5),
    default=2.0,
    show_default=True,
    help="Giây nghỉ giữa hai lần mở một máy chủ.",
)
@click.option("--timeout", type=DecimalNumber(1, 120), default=20.0, show_default=True, help="Giây cho mỗi địa chỉ.")
@click.option("--workers", type=WholeNumber(1, 16), default=4, show_default=True, help="Số máy chủ mở cùng lúc.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def links(ctx: click.Context, run: bool, older: int, delay: float, timeout: float, workers: int, as_json: bool) -> None:
    """Kể các liên kết hỏng ở lần kiểm tra gần nhất; --check thì kiểm tra lại, từ tốn với từng máy chủ.

    Liên kết hỏng mà vẫn giữ: ghi lý do ở mục suppressed của links.yaml.
    """
    from kb.upkeep.links import LinkLimits, check_links, dead_links
    from kb.upkeep.links_file import update

    corpus = opened(own_workspace(ctx) if run else whole_workspace(ctx))
    if run:

        def report(done: int, total: int) -> None:
            say_progress(f"Đã mở {done}/{total} địa chỉ", last=done == total)

        limits = LinkLimits(delay, timeout, workers)
        check_links(corpus, limits, date.today(), older, report, lambda found: update(corpus, found))
    found = dead_links(corpus)
    if as_json:
        print_json({"links": [row.as_json() for row in found], "summary": {"dead": len(found)}})
    else:
        for row in found:
            say(str(row))
        say(f"{len(found)} liên kết hỏng." if found else "Không có liên kết hỏng nào được ghi nhận.")
    ctx.exit(1 if found else 0)
