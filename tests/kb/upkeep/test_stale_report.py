"""What `kb stale` prints: a paragraph for each record, then how many there are."""

from __future__ import annotations

import pytest

from kb.upkeep.stale import Reason, StaleRecord
from kb.upkeep.stale_report import report_lines


def record(paragraphs: int) -> StaleRecord:
    return StaleRecord("tt-1", "Thông tư 1", "documents/tt-1.yaml", paragraphs, (Reason("source", "nguồn cũ"),))


@pytest.mark.parametrize(
    ("paragraphs", "rests"), [(2, "2 đoạn kế hoạch dựa vào"), (0, "chưa đoạn kế hoạch nào dựa vào")]
)
def test_a_record(paragraphs: int, rests: str) -> None:
    assert list(report_lines([record(paragraphs)], 1)) == [
        f"documents/tt-1.yaml · {rests}",
        "  Thông tư 1",
        "  - nguồn cũ",
        "1 bản ghi cần xem lại.",
    ]


def test_where_to_look() -> None:
    row = StaleRecord("tt-1", "Thông tư 1", "documents/tt-1.yaml", 1, (), "vbpl.vn")
    assert list(report_lines([row], 1))[2] == "  nơi tìm: vbpl.vn"


@pytest.mark.parametrize(
    ("shown", "total", "last"),
    [
        (0, 0, "Không có gì cần xem lại."),
        (1, 3, "Còn 2 bản ghi khác cần xem lại (in hết: --limit 0)."),
        (2, 2, "2 bản ghi cần xem lại."),
    ],
)
def test_how_many_there_are(shown: int, total: int, last: str) -> None:
    assert list(report_lines([record(1)] * shown, total))[-1] == last
