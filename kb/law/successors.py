"""What took the place of a document, and of what took its place, down to what holds on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kb.corpus.checkable import checkable_events
from kb.corpus.corpus import Corpus
from kb.corpus.graph import Edge, reachable
from kb.law.effect import status_on
from kb.model import Document
from kb.model.vocabulary import EventKind, RelationKind, Status, Sureness

_REPLACING = (RelationKind.THAY_THE, RelationKind.BAI_BO, RelationKind.KE_TUC)


class Successor(NamedTuple):
    """A document in place of another.

    `inferred` when a link of the chain is only concluded from other facts; `replaces` when every link is a
    replacement of the whole text, and none a mere repeal.
    """

    document: Document
    inferred: bool
    replaces: bool


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
        Successor(path[-1].document, any(s.inferred for s in path), all(s.replaces for s in path))
        for document_id, path in reachable(document.id, following).items()
        if path and statuses[document_id] is not Status.ENDED
    ]


def instead(corpus: Corpus, document: Document, day: date) -> str:
    """The end of a sentence that says what to cite now: ``; nay có …``; empty where nothing is known.

    It follows the reason of the end, so what the reason names is not told once more.
    """
    named = ended_by(corpus, document, day)
    following = [s for s in successors(corpus, document, day) if s.document.id not in named]
    stated, inferred = (
        ", ".join(s.document.short_name for s in following if s.inferred is wanted) for wanted in (False, True)
    )
    return (f"; nay có {stated}" if stated else "") + (f"; có thể đã được tiếp nối bởi {inferred}" if inferred else "")


def ended_by(corpus: Corpus, document: Document, day: date) -> frozenset[str]:
    """The documents that the reason of its end names; none where it has not ended."""
    effect = status_on(corpus, document, day)
    event = effect.event if effect.status is Status.ENDED else None
    return frozenset({event.by} if event and event.by else ())


def replacements(corpus: Corpus, document: Document, day: date) -> list[Document]:
    """The documents that replace the whole of it and hold on the day, nearest first; none that is only inferred."""
    found = (s.document for s in successors(corpus, document, day) if s.replaces and not s.inferred)
    return [each for each in found if status_on(corpus, each, day).status.holds]


def _direct(corpus: Corpus, document: Document) -> list[Successor]:
    """The documents whose links to this one end it or carry it on."""
    links = list(_links(corpus, document))
    stated = {i for i, sure, _ in links if sure is not Sureness.INFERRED}
    replacing = {i for i, _, replaces in links if replaces}
    ids = dict.fromkeys(i for i, _, _ in links if i in corpus.documents)
    return [Successor(corpus.documents[i], i not in stated, i in replacing) for i in ids]


def _links(corpus: Corpus, document: Document) -> Iterator[tuple[str, Sureness, bool]]:
    """The id, the sureness, and whether it replaces the whole text, of each event and relation that ends it."""
    for event in checkable_events(document):  # of the others a reader is warned (`kb.law.cautions`)
        if event.by and event.kind.is_ending:
            yield event.by, event.sure, event.kind is EventKind.REPLACED
    for edge in corpus.graph.into(document.id):
        if edge.kind in _REPLACING:
            yield edge.subject, edge.relation.sure, _is_whole(edge)


def _is_whole(edge: Edge) -> bool:
    return edge.kind is RelationKind.THAY_THE and not edge.relation.provision
