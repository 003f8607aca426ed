"""A query answered: plan, rank, filter, show. Imports nothing that a query does not need."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from indexer.engines.whoosh import Reader
from indexer.fold import folded, syllables
from indexer.manifest import current
from indexer.plan import QueryPlan, make_plan
from indexer.rank import Scored, rank
from indexer.snippet import Snippet, snippet
from indexer.suggest import suggest
from kb.errors import IndexUnusable, QueryRefused

MAX_QUERY = 1000
KIND_WEIGHT = {
    "document": 1.25,
    "programme": 1.1,
    "observance": 1.15,
    "model": 1.0,
    "paragraph": 0.9,
    "body": 0.9,
    "term": 0.8,
}
"""Of two equal matches, the document is what a reader of law looks for; a term is only a key to others."""
NAMED = 1.6
"""A record whose whole name was typed."""


@dataclass(frozen=True)
class Hit:
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


@dataclass(frozen=True)
class Results:
    """The answer to a query; `corrected` is set when the hits are those of a corrected query."""

    query: str
    understood: dict[str, str]
    total: int
    hits: tuple[Hit, ...]
    suggestion: str | None = None
    corrected: bool = False

    def as_json(self) -> dict[str, Any]:
        """The documented JSON form; `snippet` is text, its marked places stand in `marks`."""
        hits = [asdict(hit) | {"snippet": hit.snippet.text, "marks": hit.snippet.marks} for hit in self.hits]
        return {
            "query": self.query,
            "understood": self.understood,
            "total": self.total,
            "hits": hits,
            "suggestion": self.suggestion,
            "corrected": self.corrected,
        }


@dataclass(frozen=True)
class Filters:
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
    glossary = json.loads((folder / "glossary.json").read_text("utf-8"))
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
        found = sorted(self._candidates(query, plan), key=lambda pair: (-pair[0].score, pair[1]["id"]))
        shown = found if self.limit == 0 else found[: self.limit]
        hits = tuple(self._hit(scored, record, plan) for scored, record in shown)
        return Results(query, plan.understood, len(found), hits)

    def _candidates(self, query: str, plan: QueryPlan) -> Iterator[tuple[Scored, dict[str, Any]]]:
        for scored in rank(self.engine, plan):
            record = self.engine.stored(scored.number)
            if self.filters.allow(record) and _has_phrases(record, plan.phrases):
                for reading, factor in _factors(record, query):
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


def _factors(record: dict[str, Any], query: str) -> Iterator[tuple[str, float]]:
    yield "loại bản ghi", KIND_WEIGHT[record["kind"]]
    if record["standing"] != 1.0:
        yield "được dựa vào, còn hiệu lực", record["standing"]
    if syllables(record["title"]) == syllables(query):
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
