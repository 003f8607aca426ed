"""Terms of office: the numbers of the Party begin again with every one (Hướng dẫn 05-HD/VPTW)."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.citation.models import Citation
from kb.language.fold import composed
from kb.model import UNKNOWN, Document

_TERM = re.compile(r"kh[oó][aá]\s+([XVI]+)(?!\w)", re.IGNORECASE)


def of_another_term(citation: Citation, document: Document) -> str:
    """The term of office typed with the body, where the document was issued in another; else empty."""
    term = _typed(citation.issuer_typed.surface) if citation.issuer_typed else None
    return term[0] if term and document.term not in (None, UNKNOWN, term[1].upper()) else ""


@lru_cache(maxsize=1 << 10)
def _typed(body: str) -> re.Match[str] | None:
    """The term of office in the name of a body. Remembered: a draft names few bodies, each many times."""
    return _TERM.search(composed(body))
