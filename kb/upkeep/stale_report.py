"""The records to look at again, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.upkeep.stale import StaleRecord


def report_lines(shown: Sequence[StaleRecord], total: int) -> Iterator[str]:
    """A paragraph for each row shown, then how many of the `total` rows are left out."""
    for row in shown:
        rests = f"{row.paragraphs} đoạn kế hoạch dựa vào" if row.paragraphs else "chưa đoạn kế hoạch nào dựa vào"
        yield f"{row.path} · {rests}"
        yield f"  {row.name}"
        yield from (f"  - {reason.text}" for reason in row.reasons)
        if row.look:
            yield f"  nơi tìm: {row.look}"
    if not total:
        yield "Không có gì cần xem lại."
    elif len(shown) < total:
        yield f"Còn {total - len(shown)} bản ghi khác cần xem lại (in hết: --limit 0)."
    else:
        yield f"{total} bản ghi cần xem lại."
