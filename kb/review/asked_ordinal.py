"""The documents that somebody asks for by type and ordinal, without a symbol: with a year, a body or a day."""

from __future__ import annotations

from collections.abc import Iterator

from kb.citation.dates import typed_date
from kb.citation.models import Citation
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document
from kb.review.judge import Reviewer


def of_ordinal(corpus: Corpus, ordinal: str, type_name: str = "", year: str | None = None) -> Iterator[Document]:
    """The documents of an ordinal; of a type, and of a year of the number or the issue, where these are typed."""
    for document in corpus.documents.values():
        number = number_of(document)
        if number is None or number.ordinal.lstrip("0") != ordinal.lstrip("0"):
            continue
        if type_name in ("", document.type.label) and year in (None, number.year, document.issued.year):
            yield document


def of_body(reviewer: Reviewer, citation: Citation) -> Iterator[Document]:
    """Those of the body named, where no day is typed: ``thông tư 124 của Bộ Công an``."""
    if not _is_bare(citation) or citation.date_typed:
        return
    comparer = reviewer.resolver.comparer
    named = comparer.issuers_named(citation)
    for document in of_ordinal(reviewer.corpus, citation.canonical or "", citation.type_name or ""):
        if named & comparer.kin(document):
            yield document


def of_another_day(reviewer: Reviewer, citation: Citation) -> Iterator[tuple[Document, str]]:
    """Those of the year of the day typed, each with a sentence that the day is another: ``nq 51 ngày 6/9/2019``."""
    typed = typed_date(citation)
    if not _is_bare(citation) or typed is None:
        return
    for document in of_ordinal(reviewer.corpus, citation.canonical or "", citation.type_name or "", typed.year):
        for fault in reviewer.resolver.comparer.date(citation, document):
            yield document, fault.message


def _is_bare(citation: Citation) -> bool:
    return citation.number is None and (citation.canonical or "").isdigit()
