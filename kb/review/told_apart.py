"""How records of one number or one name are told apart: by day, body and title."""

from __future__ import annotations

from kb.corpus.corpus import Corpus
from kb.model import UNKNOWN, Record

MOST_TITLE_WORDS = 20
"""Words of a title that is told whole."""


def told_apart(corpus: Corpus, record: Record) -> str:
    """The short name with day, body and title: what tells records of one number or one name apart."""
    document = corpus.documents.get(record.id)
    if document is None:
        return record.short_name
    day = f" {document.issued.in_words}" if document.issued.is_known else " (chưa rõ ngày ban hành)"
    bodies = " và ".join(corpus.bodies[i].name for i in document.issuers if i in corpus.bodies)
    title = "" if document.title == UNKNOWN or record.short_name in document.title else f", {_short(document.title)}"
    return f"{record.short_name}{day}{f' của {bodies}' if bodies else ''}{title}"


def _short(title: str) -> str:
    """As much of a title as tells it apart: its end tells decrees on the duties of ministries apart."""
    words = title.split()
    return title if len(words) <= MOST_TITLE_WORDS else " ".join([*words[:8], "…", *words[-8:]])
