"""The records that may be the best, found by the cluster: sums of features, and how many records are results."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, cast

from indexer.engines.adapters.opensearch.amended import Amended
from indexer.engines.adapters.opensearch.fetching import Fetcher
from indexer.engines.adapters.opensearch.forms import ClusterForm
from indexer.engines.adapters.opensearch.weight_rows import feature_name, unpack_row
from indexer.engines.forms_term import FormsTerm
from indexer.engines.port import Selected, Selection
from indexer.engines.weight_codes import WEIGHTS

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
        best, counted = self._fetcher.together([self._best(terms, limit), self._counting(terms, selection)])
        hits = best["hits"]["hits"]
        weights = {self._now(hit["_id"]): _weights(terms, hit["_source"]["row"]) for hit in hits}
        weights |= self._others(terms, set(numbers) - weights.keys())
        come = dict(self._come(terms))
        count: int = counted["hits"]["total"]["value"]
        count += sum(_share(terms[: selection.selecting], one) >= selection.least for one in come.values())
        impacts = hits[-1]["_score"] * (1 + MARGIN) if len(hits) == limit else 0.0
        return Selected(weights | come, impacts, self._factor, count)

    def _best(self, terms: Terms, limit: int) -> dict[str, Any]:
        """The highest sums of impacts. A record with two forms of a term is given too much, never too little."""
        shares: dict[int, float] = {}
        for term, share in terms:
            for form in _written(term):
                shares[form.ordinal] = shares.get(form.ordinal, 0.0) + share
        clauses = [_clause(ordinal, share, {"linear": {}}) for ordinal, share in shares.items()]
        # Counted, so that Lucene adds list after list: skipping, with hundreds of clauses, took four times as long.
        return {"query": self._of(clauses), "size": limit, "track_total_hits": True, "_source": ["row"]}

    def _counting(self, terms: Terms, selection: Selection) -> dict[str, Any]:
        """How many records have enough of the selecting terms; a term counts once, in however many forms."""
        clauses = list[dict[str, Any]]()
        for term, share in terms[: selection.selecting]:
            forms = [_clause(form.ordinal, share, PRESENT) for form in _written(term)]
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

    def _others(self, terms: Terms, numbers: Collection[int]) -> dict[int, list[float]]:
        """The weights of records that were asked for by their numbers; not of those that came since."""
        origins = {
            f"w{origin}": number for number in numbers if isinstance(origin := self._amended.origin(number), int)
        }
        rows = self._fetcher.fields(origins, "row")
        return {number: _weights(terms, rows[name]) for name, number in origins.items()}

    def _come(self, terms: Terms) -> Iterator[tuple[int, list[float]]]:
        """The weights of the records that came since the index was written."""
        for number, codes in self._amended.come():
            yield number, _weighed(terms, lambda form, codes=codes: codes.get(form.key))  # type: ignore[misc]


def _written(term: FormsTerm[ClusterForm]) -> list[ClusterForm]:
    """The forms that a record had when the index was written."""
    return [form for form in term.forms if form.listed]


def _clause(ordinal: int, share: float, function: Mapping[str, Any]) -> dict[str, Any]:
    return {"rank_feature": {"field": feature_name(ordinal), "boost": share, **function}}


def _weights(terms: Terms, row: str) -> list[float]:
    codes = unpack_row(row)
    return _weighed(terms, lambda form: codes.get(form.ordinal))


def _weighed(terms: Terms, code_of: Callable[[ClusterForm], int | None]) -> list[float]:
    """What each term weighs in a record."""
    found = ([code_of(form) for form in term.forms] for term, _ in terms)
    return [sum(WEIGHTS[code] for code in codes if code is not None) for codes in found]


def _share(terms: Terms, weights: Sequence[float]) -> float:
    return sum(share for (_, share), weight in zip(terms, weights, strict=False) if weight)
