"""Ngày kỷ niệm không có trong lịch.

Vì sao: lịch nhắc việc dựng từ trường này; ngày 31/4 sẽ không bao giờ tới.

Ví dụ sai:

    # observances/ngay-31-4.yaml
    day: 04-31

Ví dụ đúng:

    # observances/ngay-30-4.yaml
    day: 04-30
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Observance
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT08"
_LEAP_YEAR = 2024


def check(corpus: Corpus) -> Iterator[Problem]:
    for observance in each(corpus, Observance):
        month, day = (int(part) for part in observance.day.split("-"))
        last = monthrange(_LEAP_YEAR, month)[1]
        if day > last:
            yield Problem(
                corpus.mark(observance.id, ("day",)),
                CODE,
                f"tháng {month} không có ngày {day}",
                f"ngày cuối tháng là {last}",
            )
