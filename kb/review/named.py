"""Documents and programmes that a draft cites by their names alone."""

from __future__ import annotations

from datetime import date

from kb.citation.models import Citation, CitationKind, Resolution
from kb.citation.names import NameTable, records_by_name
from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.law.effect import status_on
from kb.model import Record
from kb.model.vocabulary import Status


def named_citations(corpus: Corpus, names: NameTable, draft: Draft, cited: list[Citation]) -> list[Citation]:
    """Documents and programmes by their names, where no other citation stands."""
    taken = bytearray(len(draft.text) + 1)
    for citation in cited:
        title = citation.title.end if citation.title else 0
        taken[citation.span.start : max(citation.span.end, title)] = b"\1" * (
            max(citation.span.end, title) - citation.span.start
        )
    return [
        mention
        for mention in records_by_name(draft.text, names)
        if not any(taken[mention.span.start : mention.span.end])
        and any(corpus.records[i].is_cited_by_name for i in mention.candidates)
    ]


def only_in_force(corpus: Corpus, resolution: Resolution, day: date) -> Record | None:
    """Of laws of one name, the only one in force on the day: that is what a name without a year means."""
    if resolution.citation.kind is not CitationKind.NAMED:
        return None
    records = [corpus.records[i] for i in resolution.candidates]
    statuses = [status_on(corpus, record, day).status for record in records]
    holding = [r for r, s in zip(records, statuses, strict=True) if s.holds]
    settled = all(s.holds or s in (Status.ENDED, Status.NOT_YET) for s in statuses)
    return holding[0] if settled and len(holding) == 1 else None
