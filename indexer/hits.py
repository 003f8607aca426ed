"""Ranked records as hits: near-duplicates behind the first of them, a snippet, and why the score is what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from indexer.engines.port import Index
from indexer.query.plan import QueryPlan
from indexer.ranking.near_duplicates import FOLDED_KINDS, alike
from indexer.ranking.points import Weighed, coverage
from indexer.ranking.rank import NAMED_FACTOR, Ranking, points_of
from indexer.ranking.weights import KIND_WEIGHT
from indexer.results import Hit
from indexer.snippet import snippet

_SHOWN_FIELDS = ("id", "kind", "kind_label", "number", "title", "section", "status", "status_label", "url", "year")


class FoldedHit(NamedTuple):
    """A record to be shown, and the ids of its near-duplicates that stand behind it."""

    number: int
    score: float
    record: Mapping[str, Any]
    alike: list[str]


def fold_near_duplicates(index: Index, ordered: Sequence[tuple[int, float]], enough: int) -> list[FoldedHit]:
    """The first `enough` records of (number, score), best first, that are no near-duplicates of one before them."""
    shown: list[FoldedHit] = []
    records = index.stored(number for number, _ in ordered)
    for (number, score), record in zip(ordered, records, strict=False):
        first = next((one for one in shown if _near_duplicates(one.record, record)), None)
        if first:
            first.alike.append(record["id"])
        elif len(shown) == enough:
            break
        else:
            shown.append(FoldedHit(number, score, record, []))
    return shown


def make_hit(index: Index, shown: FoldedHit, ranking: Ranking, plan: QueryPlan, named: bool, explain: bool) -> Hit:
    """The hit of a record; `named` when its whole name was typed."""
    record = shown.record
    points = points_of(index, ranking, shown.number)
    matched = (one.planned.term for one, _ in points if one.planned.term[:2] in ("s:", "f:", "n:"))
    return Hit(
        **{name: record[name] for name in _SHOWN_FIELDS},
        score=round(shown.score, 4),
        snippet=snippet(record["text"] or record["title"], plan.words),
        matched=tuple(dict.fromkeys(term[2:].replace("_", " ") for term in matched)),
        issuer=", ".join(record["issuers"]),
        alike=tuple(shown.alike),
        explain=tuple(_explained(points, record, ranking, named)) if explain else (),
    )


def _explained(
    points: Sequence[tuple[Weighed, float]], record: Mapping[str, Any], ranking: Ranking, named: bool
) -> Iterator[str]:
    """A line for the points of each term, then one for each factor: their sum times the factors is the score."""
    for one, gain in points:
        yield f"{one.planned.term:<24} {one.planned.reading:<28} {gain:8.3f}"
    for reading, factor in _factors(points, record, ranking, named):
        yield f"{'×':<24} {reading:<28} {factor:8.3f}"


def _factors(
    points: Sequence[tuple[Weighed, float]], record: Mapping[str, Any], ranking: Ranking, named: bool
) -> Iterator[tuple[str, float]]:
    yield "loại bản ghi", KIND_WEIGHT[record["kind"]]
    if record["prior"] != 1.0:
        yield "được dựa vào, còn hiệu lực", record["prior"]
    if named:
        yield "đúng cả tên", NAMED_FACTOR
    if points:
        yield "phần nội dung tìm có mặt", coverage(sum(one.most for one, _ in points), ranking.total)


def _near_duplicates(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two texts are near-duplicates. Documents differ by their numbers and are never folded."""
    return one["kind"] == other["kind"] in FOLDED_KINDS and alike(one["sketch"], other["sketch"])
