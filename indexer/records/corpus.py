"""What is indexed: one record for each thing that can be found, with its words by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from indexer.query.numbers import day_term, record_terms
from indexer.records.provisions import provision_records
from indexer.records.record import IndexRecord
from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.law.cite import cite_name
from kb.law.effect import status_on
from kb.law.rank import rank
from kb.model import UNKNOWN, Body, Document, Model, Observance, Plan, Programme, Record, Section, Term

FOLDER = {
    "document": "van-ban",
    "programme": "chuong-trinh",
    "observance": "ngay",
    "body": "co-quan",
    "model": "mo-hinh",
}


def records_of(corpus: Corpus, day: date) -> Iterator[IndexRecord]:
    """Every record of the corpus, statuses as of `day`; `indexer.records.document_prior` gives its prior."""
    documents = sorted(corpus.documents.values(), key=lambda document: rank(corpus, document)[:-1])
    ranks = {document.id: place for place, document in enumerate(documents, 1)}
    for record in corpus.records.values():
        if isinstance(record, Document):
            found = _document(corpus, record, day, ranks[record.id])
            yield found
            yield from provision_records(record, found)
        elif isinstance(record, Plan):
            yield from _plan(record)
        elif isinstance(record, (Programme, Observance, Body, Model)):
            yield _named(corpus, record, day)
        elif isinstance(record, Term):
            yield _term(record)


def _known(text: str) -> str:
    return "" if text == UNKNOWN else text


def _figures(issued: PartialDate) -> int:
    """20211228, the figures that are not known as 0: a number that the engine keeps and compares."""
    return int(str(issued).replace("-", "").ljust(8, "0")) if issued.is_known else 0


def _document(corpus: Corpus, document: Document, day: date, place: int) -> IndexRecord:
    effect = status_on(corpus, document, day)
    spellings = (document.number, *document.number_variants, *document.cited_as)
    issuers = [corpus.bodies[i] for i in document.issuers if i in corpus.bodies]
    names = [body.name for body in issuers]
    topics = [corpus.topics[i].label for i in document.topics if i in corpus.topics]
    year = document.issued.year
    text = (
        _known(document.summary),
        _known(document.applies_to),
        *document.duties,
        *(r.text for r in document.remarks),
    )
    return IndexRecord(
        id=document.id,
        kind="document",
        kind_label=document.type.label,
        url=f"/van-ban/{document.id}/",
        title=f"{document.type.label} {_known(document.number)} {_known(document.title)}",
        names=document.aliases,
        text="\n".join(text),
        hints=" · ".join([*names, *topics, _known(document.signer)]),
        numbers=tuple(t for text in spellings for t in record_terms(text, document.type.value, year)),
        number=_known(document.number) or cite_name(document),
        type=document.type.value,
        issuers=tuple(names),
        issuer_aliases=(*document.issuers, *(a for body in issuers for a in body.abbreviations)),
        topics=tuple(topics),
        year=year,
        issued=_figures(document.issued),
        rank=place,
        status=effect.status.value,
        status_label=effect.status.label,
    )


def _plan(plan: Plan) -> Iterator[IndexRecord]:
    headings = {section.id: section.heading or section.label for section in plan.sections}
    for section in plan.sections:
        parent = headings.get(section.parent or "", "")
        for paragraph in section.paragraphs:
            url = f"/ke-hoach/{plan.id}/{section.id}/#{paragraph.id}"
            yield IndexRecord(
                id=f"{plan.id}#{paragraph.id}",
                kind="paragraph",
                kind_label="Đoạn kế hoạch",
                url=url,
                title=_section_title(section),
                text=paragraph.text.strip(),
                context=f"{parent} · Kế hoạch {plan.year}",
                year=plan.year,
                section=section.label,
            )


def _section_title(section: Section) -> str:
    return section.heading or section.label


def _named(corpus: Corpus, record: Programme | Observance | Body | Model, day: date) -> IndexRecord:
    effect = status_on(corpus, record, day) if isinstance(record, Programme) else None
    abbreviations = record.abbreviations if isinstance(record, Body) else ()
    topics = () if isinstance(record, Body) else record.topics
    remarks = [remark.text for remark in record.remarks]
    labels = tuple(corpus.topics[i].label for i in topics if i in corpus.topics)
    return IndexRecord(
        id=record.id,
        kind=record.kind,
        kind_label=_kind_label(record),
        url=f"/{FOLDER[record.kind]}/{record.id}/",
        title=record.name,
        names=(*record.aliases, *abbreviations),
        text="\n".join([record.summary or "", *remarks]),
        hints=" · ".join(labels),
        topics=labels,
        numbers=(_day(record),) if isinstance(record, Observance) else (),
        status=effect.status.value if effect else "",
        status_label=effect.status.label if effect else "",
    )


def _kind_label(record: Record) -> str:
    return record.type.label if isinstance(record, Programme) else record.kind_label


def _day(observance: Observance) -> str:
    month, day = observance.day.split("-")
    return day_term(int(month), int(day))


def _term(term: Term) -> IndexRecord:
    return IndexRecord(
        id=term.id,
        kind="term",
        kind_label=term.kind_label,
        url=f"/thuat-ngu/#{term.id}",
        title=f"{term.abbreviation}: {_known(term.expansion) or 'chưa xác định'}",
        names=(term.abbreviation, *term.variants),
        text=term.note or "",
    )
