"""A query answered: plan, rank, filter, show. Imports nothing that a query does not need."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from indexer.engines.whoosh import Reader
from indexer.fold import folded, syllables
from indexer.manifest import GLOSSARY, current, read_table
from indexer.plan import QueryPlan, make_plan
from indexer.questions import subject
from indexer.rank import MOST_STANDING, Scored, rank
from indexer.snippet import Snippet, snippet
from indexer.suggest import suggest
from kb.errors import IndexUnusable, QueryRefused

MAX_QUERY = 1000
KIND_WEIGHT = {
    "document": 1.25,
    "programme": 1.1,
    "observance": 1.15,
    "model": 1.0,
    "paragraph": 0.95,
    "body": 0.9,
    "term": 0.8,
    "article": 1.0,
}
"""Of two equal matches, the document is what a reader of law looks for; a term is only a key to others."""
NAMED = 1.6
"""A record whose whole name was typed."""
MOST = 1.25 * 1.6 * MOST_STANDING
"""The most that the factors of a record can raise its score."""
Candidate = tuple[Scored, dict[str, Any]]


class Hit(NamedTuple):
    """One result. `explain` gives (term, reading, points) and the factors; their product is the score."""

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
    explain: tuple[str, ...] = ()


class Results(NamedTuple):
    """The answer to a query; `corrected` is set when the hits are those of a corrected query."""

    query: str
    understood: dict[str, str]
    total: int
    hits: tuple[Hit, ...]
    suggestion: str | None = None
    corrected: bool = False

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
        }


class Filters(NamedTuple):
    """What a hit must be; None lets everything pass."""

    kind: str | None = None
    type: str | None = None
    issuer: str | None = None
    year: str | None = None
    status: str | None = None

    def allow(self, record: dict[str, Any]) -> bool:
        """Whether a stored record passes every filter."""
        exact = all(
            record[name] == wanted
            for name in ("kind", "type", "year", "status")
            if (wanted := getattr(self, name)) is not None
        )
        issuers = [folded(issuer) for issuer in record["issuers"]]
        return exact and (self.issuer is None or any(folded(self.issuer) in issuer for issuer in issuers))


def search(directory: Path, query: str, *, limit: int = 10, explain: bool = False, **filters: str | None) -> Results:
    """The hits of a query, best first; `limit` 0 is all. Filters: kind, type, issuer, year, status.

    Raises QueryRefused for an empty or overlong query, IndexUnusable for a missing or broken index.
    """
    text = _clean(query)
    folder = current(directory)
    if folder is None:
        raise IndexUnusable(f"không có chỉ mục ở {directory}; chạy: kb index")
    engine = Reader(folder)
    glossary = read_table(folder / GLOSSARY)
    session = _Session(engine, glossary, Filters(**filters), limit, explain)
    results = session.answer(text)
    if results.hits:
        return results
    better = suggest(engine, text)
    again = session.answer(better) if better else results
    return Results(text, again.understood, again.total, again.hits, better, bool(again.hits))


def _clean(query: str) -> str:
    """The query without control characters. Raises QueryRefused when nothing or too much is left."""
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in query).strip()
    if not syllables(text):
        raise QueryRefused("câu tìm để trống; ví dụ: kb search nq 51")
    if len(text) > MAX_QUERY:
        raise QueryRefused(f"câu tìm dài quá {MAX_QUERY} ký tự; hãy rút gọn")
    return text


class _Session:
    """One opened index and the wishes of one search."""

    def __init__(self, engine: Reader, glossary: dict[str, str], filters: Filters, limit: int, explain: bool) -> None:
        self.engine, self.glossary, self.filters = engine, glossary, filters
        self.limit, self.explain = limit, explain

    def answer(self, query: str) -> Results:
        plan = make_plan(query, self.glossary, self.engine.exists)
        ranked = rank(self.engine, plan)
        if self._selective(plan) or not self.limit:
            found = list(self._weighed(ranked, query, plan))
            total = len(found)
        else:
            found = list(self._best(ranked, query, plan))
            total = len(ranked)
        found.sort(key=lambda pair: (-pair[0].score, pair[1]["id"]))
        hits = tuple(self._hit(*pair, plan) for pair in found[: self.limit or None])
        return Results(query, plan.understood, total, hits)

    def _selective(self, plan: QueryPlan) -> bool:
        """Whether a record may be left out although it scores."""
        return bool(plan.phrases) or any(wanted is not None for wanted in self.filters)

    def _best(self, ranked: list[Scored], query: str, plan: QueryPlan) -> Iterator[Candidate]:
        """Enough of the ranked records to hold the first `limit`: those below can no longer rise so far."""
        scores: list[float] = []
        for scored in ranked:
            if len(scores) >= self.limit and scored.score * MOST <= sorted(scores)[-self.limit]:
                return
            for candidate in self._weighed([scored], query, plan):
                scores.append(candidate[0].score)
                yield candidate

    def _weighed(self, ranked: list[Scored], query: str, plan: QueryPlan) -> Iterator[Candidate]:
        """Records that pass, each score times what the record is."""
        wanted = {folded(" ".join(syllables(query))), subject(query)}
        for scored in ranked:
            record = self.engine.stored(scored.number)
            if self.filters.allow(record) and _has_phrases(record, plan.phrases):
                for reading, factor in _factors(record, wanted):
                    scored.score *= factor
                    scored.parts.append(("×", reading, factor))
                yield scored, record

    def _hit(self, scored: Scored, record: dict[str, Any], plan: QueryPlan) -> Hit:
        shown = snippet(record["text"] or record["title"], plan.words)
        matched = dict.fromkeys(
            term[2:].replace("_", " ") for term, _, _ in scored.parts if term[:2] in ("s:", "f:", "n:")
        )
        lines = tuple(f"{term:<24} {reading:<28} {points:8.3f}" for term, reading, points in scored.parts)
        names = ("id", "kind", "kind_label", "number", "title", "section", "status", "status_label", "url")
        return Hit(
            **{name: record[name] for name in names},
            score=round(scored.score, 4),
            snippet=shown,
            matched=tuple(matched),
            explain=lines if self.explain else (),
        )


def _factors(record: dict[str, Any], wanted: set[str]) -> Iterator[tuple[str, float]]:
    yield "loại bản ghi", KIND_WEIGHT[record["kind"]]
    if record["standing"] != 1.0:
        yield "được dựa vào, còn hiệu lực", record["standing"]
    if folded(" ".join(syllables(record["title"]))) in wanted:
        yield "đúng cả tên", NAMED


def _has_phrases(record: dict[str, Any], phrases: tuple[str, ...]) -> bool:
    """Whether each quoted phrase stands in the record, accented as typed when it was."""
    if not phrases:
        return True
    text = " ".join(syllables("\n".join([record["title"], *record["names"], record["text"], record["number"]])))
    plain = folded(text)
    for phrase in phrases:
        words = " ".join(syllables(phrase))
        if f" {words} " not in f" {plain if words == folded(words) else text} ":
            return False
    return True
