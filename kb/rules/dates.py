"""Dates in the order that events can happen in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus import Corpus
from kb.effect import first_day, last_day, show_date
from kb.model import UNKNOWN, Body, Document, Plan, Programme
from kb.problem import Problem
from kb.vocabulary import EventKind

_MAY_PRECEDE_ISSUE = {EventKind.PHASE_STARTED}
"""A programme may cover years before the decision that approves it."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """DAT01 before issue, DAT02 more than one issue, DAT03 no issue, DAT04 end before start, DAT05 future issue."""
    for document in corpus.documents.values():
        yield from _document(corpus, document)
        yield from _phases(corpus, document)
    for programme in corpus.programmes.values():
        yield from _phases(corpus, programme)
    for body in corpus.bodies.values():
        yield from _body(corpus, body)
    for plan in corpus.plans.values():
        yield from _plan(corpus, plan)


def _document(corpus: Corpus, document: Document) -> Iterator[Problem]:
    issues = [event for event in document.events if event.kind is EventKind.ISSUED]
    if not issues:
        yield Problem(
            corpus.mark(document.id, ("events",)),
            "DAT03",
            "thiếu sự kiện ban hành (issued)",
            "thêm {kind: issued, date: …}; chưa biết ngày thì ghi unknown",
        )
    if len(issues) > 1:
        yield Problem(corpus.mark(document.id, ("events",)), "DAT02", "có hai sự kiện ban hành", "giữ lại một")
    if document.issued == UNKNOWN:
        return
    if first_day(document.issued) > date.today():
        yield Problem(
            corpus.mark(document.id, ("events",)),
            "DAT05",
            f"ngày ban hành {show_date(document.issued)} ở tương lai",
            "kiểm tra lại năm",
        )
    for index, event in enumerate(document.events):
        early = event.date != UNKNOWN and last_day(event.date) < first_day(document.issued)
        if early and event.kind not in _MAY_PRECEDE_ISSUE:
            yield Problem(
                corpus.mark(document.id, ("events", index, "date")),
                "DAT01",
                f"“{event.kind.label}” ngày {show_date(event.date)} đứng trước ngày ban hành "
                f"{show_date(document.issued)}",
                "kiểm tra lại hai ngày",
            )


def _phases(corpus: Corpus, record: Document | Programme) -> Iterator[Problem]:
    starts = [e.date for e in record.events if e.kind is EventKind.PHASE_STARTED and e.date != UNKNOWN]
    for index, event in enumerate(record.events):
        if event.kind is EventKind.PHASE_ENDED and event.date != UNKNOWN and starts:
            if last_day(event.date) < first_day(min(starts)):
                yield Problem(
                    corpus.mark(record.id, ("events", index, "date")),
                    "DAT04",
                    f"giai đoạn kết thúc {show_date(event.date)} trước khi bắt đầu {show_date(min(starts))}",
                    "kiểm tra lại hai ngày",
                )


def _body(corpus: Corpus, body: Body) -> Iterator[Problem]:
    if UNKNOWN not in (body.valid_from, body.valid_to) and body.valid_to:
        if last_day(body.valid_to) < first_day(body.valid_from):
            yield Problem(
                corpus.mark(body.id, ("valid_to",)),
                "DAT04",
                f"kết thúc {show_date(body.valid_to)} trước khi thành lập {show_date(body.valid_from)}",
                "kiểm tra lại hai ngày",
            )


def _plan(corpus: Corpus, plan: Plan) -> Iterator[Problem]:
    if plan.dated.latest < plan.dated.earliest:
        yield Problem(
            corpus.mark(plan.id, ("dated", "latest")), "DAT04", "ngày muộn nhất trước ngày sớm nhất", "đổi chỗ hai ngày"
        )
