"""Which law a name alone can mean: one that had been passed when the draft was written."""

from __future__ import annotations

from datetime import date

from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationKind, Resolution
from kb.citation.patterns import LAW_TYPES
from kb.corpus.corpus import Corpus
from kb.review.coherence import issued_after


def is_bare_law(citation: Citation) -> bool:
    """Whether a law is cited by its name alone, without number, year or day."""
    named = citation.kind is CitationKind.NAMED and citation.type_name in LAW_TYPES
    return named and citation.year is None and typed_date(citation) is None


def timely(corpus: Corpus, resolution: Resolution, own: date | None) -> Resolution:
    """Without the laws that were passed after `own`, the day of the draft: one that bore the name before was meant."""
    if own is None or not is_bare_law(resolution.citation):
        return resolution
    documents = corpus.documents
    left = tuple(i for i in resolution.candidates if i not in documents or not issued_after(own, documents[i]))
    return resolution if left == resolution.candidates else Resolution(resolution.citation, left)
