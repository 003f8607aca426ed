"""What a search answers: hits, and what was understood."""

from __future__ import annotations

from typing import Any, NamedTuple

from indexer.snippet import Snippet


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

    def as_json(self) -> dict[str, Any]:
        """The documented JSON form; `snippet` is text, its marked places stand in `marks`."""
        hits = [hit._asdict() | {"snippet": hit.snippet.text, "marks": hit.snippet.marks} for hit in self.hits]
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
