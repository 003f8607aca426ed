"""Ngày kết thúc đứng trước ngày bắt đầu.

Vì sao: giai đoạn, cơ quan, khoảng ngày của kế hoạch đều phải bắt đầu rồi mới kết thúc; ngược lại là gõ nhầm.

Ví dụ sai:

    # bodies/bo-b.yaml
    valid_from: 2025-03-01
    valid_to: 2020-01-01
    witnesses:
      - {facts: [name, valid_from, valid_to], sure: read, sources: [s1]}

Ví dụ đúng:

    # bodies/bo-b.yaml
    valid_from: 2020-01-01
    valid_to: 2025-03-01
    witnesses:
      - {facts: [name, valid_from, valid_to], sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.source import Path_
from kb.language.dates import PartialDate
from kb.model import Body, Plan, Record
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT04"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record, path, start, end in _terms(corpus):
        if start.is_known and end.is_known and end.last_day < start.first_day:
            yield Problem(
                corpus.mark(record.id, path),
                CODE,
                f"kết thúc {end.shown} trước khi bắt đầu {start.shown}",
                "kiểm tra lại hai ngày",
            )


def _terms(corpus: Corpus) -> Iterator[tuple[Record, Path_, PartialDate, PartialDate]]:
    """(record, place of the end, start, end) of a body's life, a plan's window of dates and every phase."""
    for body in each(corpus, Body):
        if body.valid_to:
            yield body, ("valid_to",), body.valid_from, body.valid_to
    for plan in each(corpus, Plan):
        yield plan, ("dated", "latest"), plan.dated.earliest, plan.dated.latest
    for record in each(corpus, Record):
        starts = [e.date for e in record.events if e.kind is EventKind.PHASE_STARTED and e.date.is_known]
        start = min(starts, default=PartialDate.UNKNOWN)
        for index, event in enumerate(record.events):
            if event.kind is EventKind.PHASE_ENDED and starts:
                yield record, ("events", index, "date"), start, event.date
