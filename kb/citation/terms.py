"""Terms of office: the numbers of the Party begin again with every one (Hướng dẫn 05-HD/VPTW)."""

from __future__ import annotations

import re

from kb.citation.models import Citation
from kb.language.fold import composed
from kb.model import UNKNOWN, Document

_TERM = re.compile(r"kh[oó][aá]\s+([XVI]+)(?!\w)", re.IGNORECASE)


def of_another_term(citation: Citation, document: Document) -> str:
    """The term of office typed with the body, where the document was issued in another; else empty."""
    term = _TERM.search(composed(citation.issuer_typed.surface)) if citation.issuer_typed else None
    return term[0] if term and document.term not in (None, UNKNOWN, term[1].upper()) else ""
