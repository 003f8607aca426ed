"""The records that may be the best, found by the cluster: sums of features, and how many records are results."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, cast

from indexer.engines.adapters.opensearch.amended import Amended
from indexer.engines.adapters.opensearch.fetching import Fetcher
from indexer.engines.adapters.opensearch.forms import ClusterForm
from indexer.engines.adapters.opensearch.weighing import Weighing
from indexer.engines.adapters.opensearch.weight_rows import feature_name, unpack_row
from indexer.engines.forms_term import FormsTerm
from indexer.engines.impacts import impact
from indexer.engines.port import Selected, Selection

MOST_CLAUSES = 1000
"""Forms that a question may have: a node refuses more than 1024 clauses, unless it is told otherwise."""
MOST_NUMBERS = 200
"""Records that are fetched beside those that the cluster finds."""
MARGIN = 1e-5
"""Of sums in single precision, which Lucene reckons with."""
PRESENT = {"saturation": {"pivot": 1e-30}}
"""The function that makes 1 of every feature."""

Terms = Sequence[tuple[FormsTerm[ClusterForm], float]]


class Selecting:
    """Finds records of one index; `factor` is the highest of its records when it was written."""

    def __init__(self, fetcher: Fetcher, amended: Amended, factor: float) -> None:
        self._fetcher, self._amended, self._factor = fetcher, amended, factor

    def select(self, selection: Selection, limit: int, numbers: Collection[int]) -> Selected | None:
        """As `indexer.engines.port.SelectingIndex`."""
        terms = cast("Terms", selection.terms)
        if sum(len(term.forms) for term, _ in terms) > MOST_CLAUSES or len(numbers) > MOST_NUMBERS:
            return None
        summed, left_out = summed_shares(terms, selection.spared, self._factor)
        best, counted = self._fetcher.together([self._best(summed, limit), self._counting(terms, selection)])
        hits = best["hits"]["hits"]
        weighing = Weighing([term.forms for term, _ in terms], lambda form: form.ordinal)
        weights = {self._now(hit["_id"]): weighing.weights(unpack_row(hit["_source"]["row"])) for hit in hits}
        weights |= self._others(weighing, set(numbers) - weights.keys())
        come = dict(self._come(terms))
        count: int = counted["hits"]["total"]["value"]
        count += sum(_share(terms[: selection.selecting], one) >= selection.least for one in come.values())
        impacts = hits[-1]["_score"] * (1 + MARGIN) if len(hits) == limit else 0.0
        return Selected(weights | come, impacts + left_out, self._factor, count)

    def _best(self, summed: Mapping[int, float], limit: int) -> dict[str, Any]:
        """The records with the highest sums of impacts of these forms."""
        clauses = [_clause(ordinal, share, {"linear": {}}) for ordinal, share in summed.items()]
        # Counted, so that Lucene adds list after list: skipping, with hundreds of clauses, took four times as long.
        return {"query": self._of(clauses), "size": limit, "track_total_hits": True, "_source": ["row"]}

    def _counting(self, terms: Terms, selection: Selection) -> dict[str, Any]:
        """How many records have enough of the selecting terms; a term counts once, in however many forms."""
        clauses = list[dict[str, Any]]()
        for shares in counted_shares(terms[: selection.selecting]):
            forms = [_clause(ordinal, share, PRESENT) for ordinal, share in shares.items()]
            clauses += forms if len(forms) < 2 else [{"dis_max": {"queries": forms}}]
        least = selection.least * (1 - MARGIN / 10)
        return {"query": self._of(clauses), "size": 0, "track_total_hits": True, "min_score": least}

    def _of(self, clauses: Sequence[dict[str, Any]]) -> dict[str, Any]:
        if not clauses:  # of which every record would be a hit
            return {"match_none": {}}
        gone = [f"w{number}" for number in self._amended.gone]
        left_out = {"must_not": {"ids": {"values": gone}}} if gone else {}
        return {"bool": {"should": clauses, **left_out}}

    def _now(self, name: str) -> int:
        return self._amended.moved(int(name[1:]))

    def _others(self, weighing: Weighing[int], numbers: Collection[int]) -> dict[int, list[float]]:
        """The weights of records that were asked for by their numbers; not of those that came since."""
        origins = {
            f"w{origin}": number for number in numbers if isinstance(origin := self._amended.origin(number), int)
        }
        rows = self._fetcher.fields(origins, "row")
        return {number: weighing.weights(unpack_row(rows[name])) for name, number in origins.items()}

    def _come(self, terms: Terms) -> Iterator[tuple[int, list[float]]]:
        """The weights of the records that came since the index was written."""
        weighing = Weighing([term.forms for term, _ in terms], lambda form: form.key)
        return ((number, weighing.weights(codes)) for number, codes in self._amended.come())


def _written(term: FormsTerm[ClusterForm]) -> list[ClusterForm]:
    """The forms that a record had when the index was written."""
    return [form for form in term.forms if form.listed]


def summed_shares(terms: Terms, spared: float, factor: float) -> tuple[dict[int, float], float]:
    """The share of each form to sum, and the most that the others, `spared` at most, add to a record's sum.

    `factor` is the highest of any record. Left out are the longest lists for what they may add: words that nearly every
    record has, lookalikes of a word. A record with two forms of a term is given too much, never too little.
    """
    forms = {form.ordinal: form for term, _ in terms for form in _written(term)}
    shares = dict.fromkeys(forms, 0.0)
    for term, share in terms:
        for form in _written(term):
            shares[form.ordinal] += share
    adds = {ordinal: share * impact(forms[ordinal].top, factor) for ordinal, share in shares.items()}
    left_out = 0.0
    for ordinal in sorted(shares, key=lambda ordinal: adds[ordinal] / forms[ordinal].listed):
        if left_out + adds[ordinal] <= spared:
            left_out += adds[ordinal]
            del shares[ordinal]
    return shares, left_out


def counted_shares(terms: Terms) -> list[dict[int, float]]:
    """What each form counts, form by form of a term, of which a record counts the highest that it has.

    A word as typed is one of the forms of its lookalikes: it is counted among them, so that its list is added once.
    """
    alone, lookalikes = dict[int, float](), list[dict[int, float]]()
    for term, share in terms:
        forms = _written(term)
        if len(forms) == 1:
            alone[forms[0].ordinal] = alone.get(forms[0].ordinal, 0.0) + share
        else:
            lookalikes.append({form.ordinal: share for form in forms})
    for shares in lookalikes:
        typed = next((ordinal for ordinal in shares if ordinal in alone), None)
        if typed is not None:
            shares[typed] += alone.pop(typed)
    return [*({ordinal: share} for ordinal, share in alone.items()), *lookalikes]


def _clause(ordinal: int, share: float, function: Mapping[str, Any]) -> dict[str, Any]:
    return {"rank_feature": {"field": feature_name(ordinal), "boost": share, **function}}


def _share(terms: Terms, weights: Sequence[float]) -> float:
    return sum(share for (_, share), weight in zip(terms, weights, strict=False) if weight)
