"""kb stale: what to look at again."""

from __future__ import annotations

from datetime import date

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, WholeNumber, day_of, opened, print_json, whole_workspace
from kb.output import say


@click.command(cls=Verb)
@click.option("--months", type=WholeNumber(min=1), default=12, show_default=True, help="Quá hạn sau số tháng này.")
@click.option("--at", type=DAY, help="Xét vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD).")
@click.option("--limit", type=WholeNumber(min=0), default=20, show_default=True, help="Số bản ghi in ra; 0 là tất cả.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def stale(ctx: click.Context, months: int, at: date | None, limit: int, as_json: bool) -> None:
    """Kể việc cần xem lại: nguồn quá hạn, điều chưa biết, văn bản chưa tra cứu đã hết hiệu lực hay chưa, chỉ một nguồn,
    liên kết hỏng, cơ quan đã sắp xếp lại.

    Bản ghi mà nhiều đoạn kế hoạch dựa vào đứng trước.
    """
    from kb.snapshot import Snapshot
    from kb.upkeep.stale import stale_records
    from kb.upkeep.stale_report import report_lines

    found = stale_records(Snapshot(opened(whole_workspace(ctx)), day_of(at)), months)
    shown = found[:limit] if limit else found
    if as_json:
        print_json({"records": [row.as_json() for row in shown], "summary": {"total": len(found)}})
    else:
        for line in report_lines(shown, len(found)):
            say(line)
    ctx.exit(1 if found else 0)
