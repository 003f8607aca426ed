"""What became of the bodies of a plan: which ended, when, and which took their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.citation.annotate import Mention
from kb.model import Body, Document, Plan
from kb.views.site_snapshot import Hyperlink, SiteSnapshot


@dataclass(frozen=True)
class Reorganised:
    """A body that ended by the day of the snapshot, and the bodies in its place."""

    link: Hyperlink
    until: str
    successors: tuple[Hyperlink, ...]


@dataclass(frozen=True)
class Reorganisation:
    """`said` tells of the body that issued the plan; `bodies` are all that the plan names or rests on."""

    said: str
    bodies: tuple[Reorganised, ...]
    bases: int
    """How many of the documents that the plan cites were issued by one of these bodies."""


def reorganisation(snapshot: SiteSnapshot, plan: Plan) -> Reorganisation | None:
    """None where the body that issued the plan, and those above it, still stand."""
    issuers = [body for issuer in plan.issuers for body in _with_above(snapshot, issuer)]
    ended = _ended_of(snapshot, [body.id for body in issuers])
    if not ended:
        return None
    targets = _targets(snapshot, plan)
    cited = [snapshot.corpus.documents[i] for i in targets if i in snapshot.corpus.documents]
    gone = _ended_of(snapshot, [*(body.id for body in issuers), *targets, *_issuers(cited)])
    bodies = tuple(_one(snapshot, body) for body in gone)
    return Reorganisation(_said(snapshot, ended[0]), bodies, _count(cited, {body.id for body in gone}))


def ended_among(snapshot: SiteSnapshot, mentions: Iterable[Mention]) -> tuple[Reorganised, ...]:
    """The bodies among what is mentioned that ended, each once, with those in their place."""
    targets = [mention.target for mention in mentions if mention.target]
    return tuple(_one(snapshot, body) for body in _ended_of(snapshot, targets))


def _targets(snapshot: SiteSnapshot, plan: Plan) -> list[str]:
    """What the plan mentions, each once."""
    return list(dict.fromkeys(mention.target for mention in snapshot.mentions(plan) if mention.target))


def _issuers(cited: list[Document]) -> list[str]:
    return [issuer for document in cited for issuer in document.issuers]


def _count(cited: list[Document], bodies: set[str]) -> int:
    """How many of the documents one of the bodies issued."""
    return sum(not bodies.isdisjoint(document.issuers) for document in cited)


def _ended_of(snapshot: SiteSnapshot, ids: list[str]) -> list[Body]:
    """The bodies among these records that ended, each once."""
    bodies = (snapshot.corpus.bodies[i] for i in dict.fromkeys(ids) if i in snapshot.corpus.bodies)
    return [body for body in bodies if _is_ended(snapshot, body)]


def _with_above(snapshot: SiteSnapshot, body_id: str | None) -> Iterator[Body]:
    """A body and those that it is part of, nearest first."""
    seen: set[str] = set()
    while body_id and body_id in snapshot.corpus.bodies and body_id not in seen:
        body = snapshot.corpus.bodies[body_id]
        seen.add(body.id)
        yield body
        body_id = body.parent


def _is_ended(snapshot: SiteSnapshot, body: Body) -> bool:
    return bool(body.valid_to and body.valid_to.is_known and body.valid_to.last_day < snapshot.day)


def _one(snapshot: SiteSnapshot, body: Body) -> Reorganised:
    until = body.valid_to.shown if body.valid_to else ""
    return Reorganised(snapshot.link(body.id), until, snapshot.links(body.successors))


def _said(snapshot: SiteSnapshot, body: Body) -> str:
    """Which body of the plan ended, and what the corpus says of the one in its place."""
    until = body.valid_to.shown if body.valid_to else ""
    heirs = [snapshot.corpus.bodies[i] for i in body.successors if i in snapshot.corpus.bodies]
    said = f"{body.name}, cơ quan của kế hoạch, hoạt động đến {until}"
    for heir in heirs:
        since = f" (từ {heir.valid_from.shown})" if heir.valid_from.is_known else ""
        said += f"; nay là {heir.name}{since}"
    return ". ".join([said, *(heir.summary.rstrip(".") for heir in heirs if heir.summary)]) + "."
