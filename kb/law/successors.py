"""What took the place of a document, and of what took its place, down to what holds on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kb.corpus.corpus import Corpus
from kb.corpus.graph import reachable
from kb.law.effect import status_on
from kb.model import Document
from kb.model.vocabulary import RelationKind, Status, Sureness

_REPLACING = (RelationKind.THAY_THE, RelationKind.BAI_BO, RelationKind.KE_TUC)


class Successor(NamedTuple):
    """A document in place of another; `inferred` when a link of the chain is only concluded from other facts."""

    document: Document
    inferred: bool


def successors(corpus: Corpus, document: Document, day: date) -> list[Successor]:
    """Documents in place of this one on `day`, nearest first; a chain is followed to its end, a cycle once.

    What took the place of a document that has not ended is not looked for, and what is not yet in force takes none.
    """
    statuses = {document.id: Status.ENDED}

    def following(document_id: str) -> Iterator[tuple[str, Successor]]:
        if statuses[document_id] is not Status.ENDED:
            return
        for direct in _direct(corpus, corpus.documents[document_id]):
            status = statuses.setdefault(direct.document.id, status_on(corpus, direct.document, day).status)
            if status is not Status.NOT_YET:
                yield direct.document.id, direct

    return [
        Successor(path[-1].document, any(step.inferred for step in path))
        for document_id, path in reachable(document.id, following).items()
        if path and statuses[document_id] is not Status.ENDED
    ]


def instead(corpus: Corpus, document: Document, day: date) -> str:
    """The end of a sentence that says what to cite now: ``; nay có …``; empty where nothing is known.

    It follows the reason of the end, so what the reason names is not told once more as only possible.
    """
    named = {event.by for event in document.events if event.kind.is_ending}
    following = [s for s in successors(corpus, document, day) if not (s.inferred and s.document.id in named)]
    stated, inferred = (", ".join(d.short_name for d, i in following if i is wanted) for wanted in (False, True))
    return (f"; nay có {stated}" if stated else "") + (f"; có thể đã được tiếp nối bởi {inferred}" if inferred else "")


def _direct(corpus: Corpus, document: Document) -> list[Successor]:
    links = [(e.by, e.sure) for e in document.events if e.by and e.kind.is_ending]
    links += [(edge.subject, edge.relation.sure) for edge in corpus.graph.into(document.id) if edge.kind in _REPLACING]
    stated = {i for i, sure in links if sure is not Sureness.INFERRED}
    ids = dict.fromkeys(i for i, _ in links if i in corpus.documents)
    return [Successor(corpus.documents[i], i not in stated) for i in ids]
