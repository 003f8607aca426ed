"""A query answered: plan, rank, filter, show. Imports nothing that a query does not need."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from indexer.engines.whoosh import Reader
from indexer.manifest import GLOSSARY, current, read_table, usable
from indexer.query.filters import Filters, allowed, counts, has_phrases, left_out
from indexer.query.parse import Query, parse
from indexer.query.plan import QueryPlan, make_plan
from indexer.query.questions import name_term, subject
from indexer.query.suggest import restore, suggest
from indexer.ranking.near_duplicates import alike
from indexer.ranking.rank import NAMED, Ranking, coverage, points_of, rank
from indexer.ranking.weights import KIND_WEIGHT
from indexer.results import Hit, Results
from indexer.snippet import Snippet, snippet
from kb.errors import IndexUnusable, QueryRefused
from kb.language.fold import syllables

MAX_QUERY = 1000
SPARE = 12
"""Records ranked beyond those asked for, to fill the places of folded near-duplicates."""
GOOD = 0.4
"""Sorted by date or rank, only records with this share of the best score: the rest only happen to share a word."""
SORTED = {"issued": -1, "rank": 1}
"""The columns results can be sorted by, and whether they rise or fall."""


def search(directory: Path, query: str, **wishes: Any) -> Results:
    """Open an index and answer one query, as `Searcher.answer` says.

    Raises QueryRefused for an empty or overlong query, IndexUnusable for a missing or broken index.
    """
    searcher = open_index(directory)
    try:
        return searcher.answer(query, **wishes)
    except (OSError, EOFError, ValueError) as error:
        raise IndexUnusable(f"không đọc được chỉ mục ở {directory}; chạy: kb index") from error


def open_index(directory: Path) -> Searcher:
    """The index in use. Raises IndexUnusable; one that is replaced while it is being opened is opened anew."""
    while True:
        folder = current(directory)
        try:
            return Searcher(directory)
        except IndexUnusable:
            if current(directory) == folder:
                raise


class Searcher:
    """An index, opened once for many queries."""

    def __init__(self, directory: Path) -> None:
        folder = usable(directory)
        self._glossary = read_table(folder / GLOSSARY)
        self._index = Reader(folder)

    def answer(
        self,
        query: str,
        *,
        limit: int = 10,
        page: int = 1,
        sort: str | None = None,
        facets: bool = False,
        explain: bool = False,
        **filters: Any,
    ) -> Results:
        """The hits of a query, best first; `limit` 0 is all. Filters as in `indexer.query.filters`.

        `sort` is "issued" (latest first) or "rank" (highest first). Raises QueryRefused for a filter by a value that no
        record has.
        """
        wished = Filters(**filters)
        asked = _Asked(self._index, self._glossary, wished, limit, page, sort, facets, explain)
        text = _clean(query)
        parsed = parse(text)
        results = asked.answer(text, parsed)
        if results.hits:
            return results._replace(suggestion=restore(self._index, parsed.text))
        if any(wish is not None for wish in wished):
            from indexer.query.unknown import refuse_unknown

            refuse_unknown(self._index, wished)
        better = suggest(self._index, parsed.text)
        again = asked.answer(better, parse(better)) if better else results
        return again._replace(query=text, suggestion=better, corrected=bool(again.hits))


def _clean(query: str) -> str:
    """The query without control characters. Raises QueryRefused when nothing or too much is left."""
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in query).strip()
    if not syllables(text):
        raise QueryRefused("câu tìm để trống; ví dụ: kb search nq 51")
    if len(text) > MAX_QUERY:
        raise QueryRefused(f"câu tìm dài quá {MAX_QUERY} ký tự; hãy rút gọn")
    return text


class _Asked(NamedTuple):
    """One opened index and the wishes of one search."""

    engine: Reader
    glossary: dict[str, str]
    filters: Filters
    limit: int
    page: int
    sort: str | None
    facets: bool
    explain: bool

    def answer(self, text: str, query: Query) -> Results:
        plan = make_plan(query.text, self.glossary, self.engine.exists)
        within = allowed(self.engine, self.filters, query)
        if query.phrases and within is not None:
            within = {number for number in within if has_phrases(self.engine.stored(number), query.phrases)}
        named = self._named(query.text)
        wanted = self.limit * self.page + SPARE if self.limit and not self.sort else 0
        if plan.terms:
            without = left_out(self.engine, query)
            ranking = rank(self.engine, plan, wanted, within=within, without=without, named=named)
        else:
            ranking = _listing(self.engine, within or set())
        ordered = self._sorted(ranking.best)
        hits = self._hits(ordered, ranking, plan, named)
        counted = counts(self.engine, ranking.results) if self.facets else None
        start = self.limit * (self.page - 1)
        shown = hits[start : start + self.limit] if self.limit else hits
        total = len(ranking.results)
        return Results(
            text,
            plan.understood,
            total,
            tuple(shown),
            facets=counted,
            page=self.page,
            first=start + 1,
            same_number=self._same_number(plan),
        )

    def _named(self, text: str) -> set[int]:
        """Records whose whole name was typed, alone or with words of asking around it."""
        found = (self.engine.look_up(name_term(name)) for name in {text, subject(text)} if syllables(name))
        return {number for term in found if term for number in term.numbers()}

    def _same_number(self, plan: QueryPlan) -> int:
        terms = [self.engine.look_up(term.term) for term in plan.terms if term.term.startswith("n:")]
        most = max((len(term.numbers()) for term in terms if term), default=0)
        return most if most > 1 else 0

    def _sorted(self, best: list[tuple[int, float]]) -> list[tuple[int, float]]:
        if not self.sort or not best:
            return best
        column, direction = self.engine.column(self.sort), SORTED[self.sort]
        good = [pair for pair in best if pair[1] >= GOOD * best[0][1]]

        def key(pair: tuple[int, float]) -> tuple[bool, float, float]:
            value = column[pair[0]] if column else 0
            return (not value, direction * value, -pair[1])

        return sorted(good, key=key)

    def _hits(
        self, ordered: list[tuple[int, float]], ranking: Ranking, plan: QueryPlan, named: Collection[int]
    ) -> list[Hit]:
        """The hits as far as the page asked for, near-duplicates behind the first of them."""
        enough = self.limit * self.page if self.limit else len(ordered)
        shown: list[tuple[int, float, dict[str, Any], list[str]]] = []
        for number, score in ordered:
            record = self.engine.stored(number)
            twin = next((one for one in shown if _twins(one[2], record)), None)
            if twin:
                twin[3].append(record["id"])
            elif len(shown) == enough:
                break
            else:
                shown.append((number, score, record, []))
        first = self.limit * (self.page - 1)
        return [
            self._hit(*one, ranking, plan, number_named=one[0] in named) if place >= first else _UNSHOWN
            for place, one in enumerate(shown)
        ]

    def _hit(
        self,
        number: int,
        score: float,
        record: dict[str, Any],
        twins: list[str],
        ranking: Ranking,
        plan: QueryPlan,
        *,
        number_named: bool,
    ) -> Hit:
        points = points_of(self.engine, ranking, number) if ranking.terms else []
        matched = dict.fromkeys(
            planned.term[2:].replace("_", " ") for planned, _ in points if planned.term[:2] in ("s:", "f:", "n:")
        )
        lines: list[str] = []
        if self.explain:
            covered = sum(one.most for one in ranking.terms if one.planned in {planned for planned, _ in points})
            lines += (f"{planned.term:<24} {planned.reading:<28} {gain:8.3f}" for planned, gain in points)
            factors = _factors(record, number_named)
            lines += (f"{'×':<24} {reading:<28} {factor:8.3f}" for reading, factor in factors)
            if points:
                lines.append(f"{'×':<24} {'phần câu tìm có mặt':<28} {coverage(covered, ranking.total):8.3f}")
        names = ("id", "kind", "kind_label", "number", "title", "section", "status", "status_label", "url", "year")
        return Hit(
            **{name: record[name] for name in names},
            score=round(score, 4),
            snippet=snippet(record["text"] or record["title"], plan.words),
            matched=tuple(matched),
            issuer=", ".join(record["issuers"]),
            alike=tuple(twins),
            explain=tuple(lines),
        )


_UNSHOWN = Hit("", "", "", "", "", "", "", "", "", 0.0, Snippet(""), ())
"""The place of a hit on an earlier page."""


def _listing(index: Reader, within: set[int]) -> Ranking:
    """Every record that passes the filters, when there is nothing else to go by."""
    factors = index.column("factor")
    scored = [(number, factors[number] if factors else 1.0) for number in within]
    return Ranking(sorted(scored, key=lambda pair: (-pair[1], pair[0])), within, [], 0.0)


def _factors(record: dict[str, Any], named: bool) -> Iterator[tuple[str, float]]:
    yield "loại bản ghi", KIND_WEIGHT[record["kind"]]
    if record["standing"] != 1.0:
        yield "được dựa vào, còn hiệu lực", record["standing"]
    if named:
        yield "đúng cả tên", NAMED


def _twins(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two texts are near-duplicates. Documents are told apart by their numbers, never folded."""
    return one["kind"] == other["kind"] in ("article", "paragraph") and alike(one["sketch"], other["sketch"])
