"""Kế hoạch của một năm lại ban hành ở năm khác hẳn.

Vì sao: kế hoạch năm thường ban hành cuối năm trước hoặc trong năm; cách xa hơn là gõ nhầm năm.

Ví dụ sai:

    # plans/kh-1.yaml
    year: 2014

Ví dụ đúng:

    # plans/kh-1.yaml
    year: 2024
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT09"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        year = int(plan.year)
        if not (year - 1 <= plan.dated.latest.first_day.year and plan.dated.earliest.first_day.year <= year):
            yield Problem(
                corpus.mark(plan.id, ("year",)),
                CODE,
                f"kế hoạch năm {plan.year} ban hành trong khoảng {plan.dated.earliest.year}-{plan.dated.latest.year}",
                "kiểm tra lại year và dated",
            )
