"""What took the place of a document, and of what took its place, down to what holds on a day."""

from __future__ import annotations

from datetime import date

from kb.corpus import Corpus
from kb.effect import status_on
from kb.model import Document
from kb.vocabulary import EventKind, RelationKind, Status

_REPLACING = (RelationKind.THAY_THE, RelationKind.BAI_BO, RelationKind.KE_TUC)


def successors(corpus: Corpus, document: Document, day: date) -> list[Document]:
    """Documents in place of this one on `day`, nearest first; a chain is followed to its end, a circle once."""
    seen = {document.id}
    waiting = [document]
    found: list[Document] = []
    while waiting:
        current = waiting.pop(0)
        for following in _direct(corpus, current):
            if following.id in seen or status_on(corpus, following, day).status is Status.NOT_YET:
                continue
            seen.add(following.id)
            if status_on(corpus, following, day).status is Status.ENDED:
                waiting.append(following)
            else:
                found.append(following)
    return found


def _direct(corpus: Corpus, document: Document) -> list[Document]:
    by_event = [e.by for e in document.events if e.by and e.kind in (EventKind.REPLACED, EventKind.REPEALED)]
    by_relation = [edge.subject for edge in corpus.graph.into(document.id) if edge.kind in _REPLACING]
    ids = dict.fromkeys([*by_event, *by_relation])
    return [corpus.documents[i] for i in ids if i in corpus.documents]
