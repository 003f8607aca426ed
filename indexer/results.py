"""What a search answers: hits, and what was understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from indexer.snippet import Snippet

CORPUS, LIBRARY, INDEX = "corpus", "library", "index"
"""The layers that answer, as JSON names them: the corpus, the library beside it, an index that was named."""
NOTHING_BEYOND: dict[str, object] = {"register": [], "without_record": [], "not_held": None}
"""What is told beyond the hits of a query that is no number (`indexer.beyond`)."""


class Hit(NamedTuple):
    """One result. `explain` gives the points of each term and the factors; points times factors are the score."""

    id: str
    kind: str
    kind_label: str
    number: str
    title: str
    section: str
    status: str
    status_label: str
    url: str
    score: float
    snippet: Snippet
    matched: tuple[str, ...]
    issuer: str = ""
    year: str = ""
    alike: tuple[str, ...] = ()
    """Ids of its near-duplicates, which are no hits of their own."""
    explain: tuple[str, ...] = ()


class Results(NamedTuple):
    """The answer to a query; `corrected` is set when the hits are those of a corrected query."""

    query: str
    understood: dict[str, str]
    total: int
    hits: tuple[Hit, ...]
    suggestion: str | None = None
    corrected: bool = False
    facets: dict[str, list[tuple[str, int]]] | None = None
    """Facet -> (value, results that have it), most first."""
    page: int = 1
    first: int = 1
    """The place of the first hit among all."""
    same_number: int = 0
    """How many documents bear the number that was typed, when it is more than one."""

    def as_json(self, layer: str = CORPUS) -> dict[str, Any]:
        """The documented JSON form; `snippet` is text, its marked places stand in `marks`, `layer` says who answers."""
        texts = ({"snippet": hit.snippet.text, "marks": hit.snippet.marks, "layer": layer} for hit in self.hits)
        hits = [hit._asdict() | text for hit, text in zip(self.hits, texts, strict=True)]
        return {
            "query": self.query,
            "understood": self.understood,
            "total": self.total,
            "hits": hits,
            "suggestion": self.suggestion,
            "corrected": self.corrected,
            "facets": self.facets,
            "page": self.page,
        }


def layered_json(found: Mapping[str, Results]) -> dict[str, Any]:
    """The JSON form of the first layer, with the hits of the others behind its own; `totals` counts by layer.

    `total` and `facets` count the results of all layers together.
    """
    forms = [results.as_json(layer) for layer, results in found.items()]
    totals = {layer: results.total for layer, results in found.items()}
    hits = [hit for form in forms for hit in form["hits"]]
    counts = {"total": sum(totals.values()), "totals": totals, "facets": _all_facets(found.values())}
    return forms[0] | counts | {"hits": hits}


def _all_facets(found: Collection[Results]) -> dict[str, list[tuple[str, int]]] | None:
    """The counts of all layers, value by value, most first; None where none were asked for."""
    counted: dict[str, Counter[str]] = {}
    for results in found:
        for name, values in (results.facets or {}).items():
            counted.setdefault(name, Counter()).update(dict(values))
    if all(results.facets is None for results in found):
        return None
    return {name: sorted(values.items(), key=lambda pair: (-pair[1], pair[0])) for name, values in counted.items()}
