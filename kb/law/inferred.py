"""Events that no file states, but that follow from what files state: each is marked as inferred.

- A period in the title of a plan, programme, strategy or project is the end of its phase (`kb.law.title_period`).
- The period in the name of a programme, which no day of issue dates, is the start of its phase too.
- A later act of a body of the State or the Party that rests on a text is a witness that the text was in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.checkable import is_checkable
from kb.corpus.corpus import Corpus
from kb.law.issue_year import issue_of
from kb.law.title_period import title_period, title_start
from kb.model import Document, Event, Record
from kb.model.vocabulary import EventKind, RelationKind, Sureness

_RESTING = frozenset(
    {
        RelationKind.CAN_CU,
        RelationKind.QUY_DINH_CHI_TIET,
        RelationKind.HUONG_DAN,
        RelationKind.SUA_DOI_BO_SUNG,
        RelationKind.TRIEN_KHAI,
        RelationKind.CU_THE_HOA,
        RelationKind.TIEP_TUC_THUC_HIEN,
    }
)
"""Relations whose subject takes its object for a text in force. A mere mention (*dẫn chiếu*) does not."""
_READ = (Sureness.CONFIRMED, Sureness.READ)
_MASS_ORGANISATION = re.compile(r"\b(?:Hội(?! đồng)|Mặt trận|Đoàn Thanh niên|Công đoàn|Liên đoàn)\b")
"""Names of the bodies that are neither of the State nor of the Party: their acts show use, not force."""
_PROLONGING = re.compile(r"kéo dài|gia hạn|điều chỉnh thời gian", re.IGNORECASE)


def inferred_events(corpus: Corpus, record: Record) -> tuple[Event, ...]:
    """The events that follow from a record's title and from the documents that rest on it."""
    if not record.has_effect:
        return ()
    acts = tuple(_acts(corpus, record))
    return (*acts, *_phase(corpus, record, acts), *_start(corpus, record))


def _acts(corpus: Corpus, record: Record) -> Iterator[Event]:
    """An attestation for each later act that rests on the record; `note` says how it does."""
    resting = [
        (edge.subject, edge.kind.inverse_label.lower())
        for edge in corpus.graph.into(record.id)
        if edge.kind in _RESTING
        and edge.relation.sure in _READ
        and is_checkable(corpus.records[edge.subject], edge.relation)
    ]
    amended = EventKind.AMENDED
    causes = [(e.by, f"{amended.label.lower()} bởi") for e in record.events if e.kind is amended and e.by]
    for act, how in (*resting, *causes):
        document = corpus.documents.get(act)
        if document and _is_later_act(corpus, document, record):
            when = issue_of(document)
            yield Event(kind=EventKind.ATTESTED, date=when, by=document.id, sure=Sureness.INFERRED, note=how)


def _is_later_act(corpus: Corpus, act: Document, record: Record) -> bool:
    """Whether a body of the State or the Party issued the act after the record; where no day is known, it may have."""
    bodies = [corpus.bodies[i] for i in act.issuers if i in corpus.bodies]
    issued = issue_of(act)
    if not issued.is_known or all(_MASS_ORGANISATION.search(body.name) for body in bodies):
        return False
    return not record.begun.is_known or issued.first_day > record.begun.last_day


def _phase(corpus: Corpus, record: Record, acts: tuple[Event, ...]) -> Iterator[Event]:
    """The end of the phase that the title names, where neither the file nor a later fact says otherwise."""
    stated = {event.kind for event in record.events}
    end = None if stated & {EventKind.PHASE_ENDED, EventKind.EXTENDED} else title_period(record)
    if end is None or _is_prolonged(corpus, record):
        return
    seen = [e for e in (*record.events, *acts) if e.kind is EventKind.ATTESTED and e.date.is_known]
    if all(event.date.first_day <= end.last_day for event in seen):
        yield Event(kind=EventKind.PHASE_ENDED, date=end, sure=Sureness.INFERRED)


def _start(corpus: Corpus, record: Record) -> Iterator[Event]:
    """The start of a programme's phase that its name gives, where the file gives none."""
    if record.id in corpus.documents or any(event.kind is EventKind.PHASE_STARTED for event in record.events):
        return
    if start := title_start(record):
        yield Event(kind=EventKind.PHASE_STARTED, date=start, sure=Sureness.INFERRED)


def _is_prolonged(corpus: Corpus, record: Record) -> bool:
    """Whether a document that concerns the record says in its title that it prolongs something."""
    subjects = (corpus.documents.get(edge.subject) for edge in corpus.graph.into(record.id))
    return any(document and _PROLONGING.search(document.title) for document in subjects)
