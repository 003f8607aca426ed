"""What is indexed: one record for each thing that can be found, with its words by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from indexer.query.numbers import day_term, record_terms
from indexer.records.kinds import LABELS, PARAGRAPH
from indexer.records.provisions import provision_records
from indexer.records.record import IndexRecord
from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.law.effect import status_on
from kb.law.rank import rank
from kb.model import UNKNOWN, Document, Plan, Record, Section, Term


def records_of(corpus: Corpus, day: date) -> Iterator[IndexRecord]:
    """Every record of the corpus, statuses as of `day`; `indexer.records.document_prior` gives its prior."""
    documents = sorted(corpus.documents.values(), key=lambda document: rank(corpus, document)[:-1])
    ranks = {document.id: place for place, document in enumerate(documents, 1)}
    for record in corpus.records.values():
        if record.id in ranks:
            document = corpus.documents[record.id]
            found = _document(corpus, document, day, ranks[document.id])
            yield found
            yield from provision_records(document, found)
        elif record.id in corpus.plans:
            yield from _plan(corpus.plans[record.id])
        elif record.id in corpus.terms:
            yield _term(corpus.terms[record.id])
        elif record.id not in corpus.topics:  # a topic is a facet of what it gathers
            yield _named(corpus, record, day)


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
        url=f"/{document.page_address}",
        title=f"{document.type.label} {_known(document.number)} {_known(document.title)}",
        names=document.aliases,
        text="\n".join(text),
        hints=" · ".join([*names, *topics, _known(document.signer)]),
        numbers=tuple(t for text in spellings for t in record_terms(text, document.type.value, year)),
        number=_known(document.number) or document.short_name,
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
            url = f"/{plan.page_address}{section.id}/#{paragraph.id}"
            yield IndexRecord(
                id=f"{plan.id}#{paragraph.id}",
                kind=PARAGRAPH,
                kind_label=LABELS[PARAGRAPH],
                url=url,
                title=_section_title(section),
                text=paragraph.text.strip(),
                context=f"{parent} · Kế hoạch {plan.year}",
                year=plan.year,
                section=section.label,
            )


def _section_title(section: Section) -> str:
    return section.heading or section.label


def _named(corpus: Corpus, record: Record, day: date) -> IndexRecord:
    """A record that is known by its name: its names, what is said of it, its topics and its day of the year."""
    effect = status_on(corpus, record, day) if record.has_effect else None
    remarks = [remark.text for remark in record.statements]
    labels = tuple(corpus.topics[i].label for i in record.topics if i in corpus.topics)
    return IndexRecord(
        id=record.id,
        kind=record.kind,
        kind_label=record.type_label,
        url=f"/{record.page_address}",
        title=record.name_text,
        names=(*record.aliases, *record.misspelt_names, *record.abbreviations),
        text="\n".join([record.summary or "", *remarks]),
        hints=" · ".join(labels),
        topics=labels,
        numbers=(_day(record.yearly_day),) if record.yearly_day else (),
        status=effect.status.value if effect else "",
        status_label=effect.status.label if effect else "",
    )


def _day(yearly: str) -> str:
    month, day = yearly.split("-")
    return day_term(int(month), int(day))


def _term(term: Term) -> IndexRecord:
    return IndexRecord(
        id=term.id,
        kind="term",
        kind_label=term.kind_label,
        url=f"/{term.page_address}",
        title=f"{term.abbreviation}: {_known(term.expansion) or 'chưa xác định'}",
        names=(term.abbreviation, *term.variants),
        text=term.note or "",
    )
