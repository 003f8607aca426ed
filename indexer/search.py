"""A query answered: plan, rank, filter, show. Imports nothing that a query does not need."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from indexer.engines.opening import open_index
from indexer.engines.port import Index, SelectingIndex
from indexer.hits import fold_near_duplicates, make_hit
from indexer.manifest import GLOSSARY, WITHOUT_RECORD, current, read_table, usable
from indexer.query.filters import Filters, allowed, counts, has_phrases, left_out
from indexer.query.parse import Query, parse
from indexer.query.plan import QueryPlan, make_plan
from indexer.query.questions import name_term, subject
from indexer.query.raw_keys import as_meant
from indexer.query.suggest import restore, suggest
from indexer.ranking.candidates import rank_candidates
from indexer.ranking.rank import Ranking, list_records, rank
from indexer.results import Results
from kb.errors import IndexUnusable, QueryRefused
from kb.language.fold import syllables
from kb.number.file_name import words_of_name

MAX_QUERY = 1000
"""Characters of a query: a longer one is refused."""
SPARE_RECORDS = 12
"""Records ranked beyond those asked for, to fill the places of folded near-duplicates."""
LEAST_SORTED_SHARE = 0.4
"""Sorted by date or rank, only records with this share of the best score: the rest only happen to share a word."""
SORTED = {"issued": -1, "rank": 1}
"""The columns that results can be sorted by; -1 for falling, 1 for rising."""
CONSTANTS = {"spareRecords": SPARE_RECORDS, "leastSortedShare": LEAST_SORTED_SHARE, "sorted": SORTED}
"""What the browser's search takes over (`indexer.browser.settings`)."""


def search(directory: Path, query: str, **options: Any) -> Results:
    """Open the index at `directory` and answer one query; options as in `Searcher.answer`.

    Raises QueryRefused for an empty or overlong query, IndexUnusable for a missing or broken index.
    """
    searcher = open_searcher(directory)
    try:
        return searcher.answer(query, **options)
    except (OSError, EOFError, ValueError) as error:
        raise IndexUnusable(f"không đọc được chỉ mục ở {directory}; chạy: kb index") from error


def open_searcher(directory: Path) -> Searcher:
    """The index in use, opened. Raises IndexUnusable; an index that is replaced meanwhile is opened anew."""
    while True:
        folder = current(directory)
        try:
            return Searcher(directory)
        except IndexUnusable:
            if current(directory) == folder:
                raise


class Searcher:
    """An index, opened once for many queries. Raises IndexUnusable."""

    def __init__(self, directory: Path) -> None:
        folder = usable(directory)
        self.glossary = read_table(folder / GLOSSARY)
        """Abbreviation -> expansion."""
        self.index = open_index(folder)
        self._folder = folder

    def without_record(self, key: str) -> tuple[str, ...]:
        """A sentence for each document of a number that has no record; `key` is the match key in lower case."""
        told = read_table(self._folder / WITHOUT_RECORD).get(key, "")
        return tuple(filter(None, told.split("\t")))

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
        """The hits of a query, best first, `limit` on a page (0: all); filters as in `indexer.query.filters.Filters`.

        `sort` is "issued" (latest first) or "rank" (highest first); `facets` counts the results by facet, `explain`
        says how each score comes about. Raises QueryRefused for a query that is empty or too long, and for a filter
        by a value that no record has.
        """
        wanted = Filters(**filters)
        prepared = _PreparedSearch(self.index, self.glossary, wanted, limit, page, sort, facets, explain)
        text = _clean(query)
        parsed = parse(text)
        results = prepared.answer(text, parsed)
        if results.total:  # also on a page beyond the last
            return results._replace(suggestion=as_meant(self.index, parsed.text) or restore(self.index, parsed.text))
        if parsed.fields or any(value is not None for value in wanted):
            from indexer.query.unknown import refuse_unknown

            refuse_unknown(self.index, wanted, parsed.fields)
        better = as_meant(self.index, parsed.text) or suggest(self.index, parsed.text)
        again = prepared.answer(better, parse(better)) if better else results
        return again._replace(query=text, suggestion=better, corrected=bool(again.total))


def _clean(query: str) -> str:
    """The query without control characters. Raises QueryRefused when nothing or too much is left."""
    text = words_of_name("".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in query).strip())
    if not syllables(text):
        why = "không có chữ hay số nào để tìm" if text else "để trống"
        raise QueryRefused(f"nội dung tìm {why}; ví dụ: kb search nq 51")
    if len(text) > MAX_QUERY:
        raise QueryRefused(f"nội dung tìm dài quá {MAX_QUERY} ký tự; hãy rút gọn")
    return text


class _PreparedSearch(NamedTuple):
    """An opened index with the filters and options of one search: for the query as typed, then as corrected."""

    opened: Index
    glossary: Mapping[str, str]
    filters: Filters
    limit: int
    page: int
    sort: str | None
    facets: bool
    explain: bool

    def answer(self, text: str, query: Query) -> Results:
        """The results of a query, whose text as typed is `text`."""
        names = {name_term(name) for name in (query.text, subject(query.text)) if syllables(name)}
        # One question to the index, whose every answer a remote engine has to wait for.
        plan = make_plan(query.text, self.glossary, lambda terms: self.opened.look_up({*terms, *names}))
        named = self._named(names)
        ranking = self._ranked(plan, query, named)
        ordered = self._sorted(ranking.best)
        start = self.limit * (self.page - 1)
        last = start + self.limit if self.limit else len(ordered)
        shown = fold_near_duplicates(self.opened, ordered, last)[start:]
        hits = (make_hit(self.opened, one, ranking, plan, one.number in named, self.explain) for one in shown)
        return Results(
            text,
            plan.understood,
            ranking.found,
            tuple(hits),
            facets=counts(self.opened, ranking.results) if self.facets else None,
            page=self.page,
            first=start + 1,
            same_number=self._same_number(plan),
        )

    def _named(self, names: set[str]) -> set[int]:
        """Records whose whole name was typed, alone or with words of asking around it: `names` are its terms."""
        return {number for term in self.opened.look_up(names).values() for number in term.numbers()}

    def _ranked(self, plan: QueryPlan, query: Query, named: set[int]) -> Ranking:
        """The records that pass the filters, ranked; by their factors alone when no word is looked for."""
        within = allowed(self.opened, self.filters, query)
        if query.phrases and within is not None:
            numbers = sorted(within)
            records = zip(numbers, self.opened.stored(numbers), strict=True)
            within = {number for number, record in records if has_phrases(record, query.phrases)}
        if not plan.terms:
            return list_records(self.opened, within or set())
        wanted = self.limit * self.page + SPARE_RECORDS if self.limit and not self.sort else 0
        without = left_out(self.opened, query)
        ranking = None if within is not None or without else self._found_by_index(plan, wanted, named)
        return ranking or rank(
            self.opened,
            plan,
            wanted,
            within=within,
            without=without,
            named=named,
            least_share=self._least_share(),
        )

    def _least_share(self) -> float:
        """Of the best score, what a record needs to be shown."""
        return LEAST_SORTED_SHARE if self.sort else 0.0

    def _found_by_index(self, plan: QueryPlan, wanted: int, named: set[int]) -> Ranking | None:
        """The ranking by an index that finds the best itself; to count by facet, each result is needed."""
        if not wanted or self.facets or not isinstance(self.opened, SelectingIndex):
            return None
        return rank_candidates(self.opened, plan, wanted, named)

    def _sorted(self, best: list[tuple[int, float]]) -> list[tuple[int, float]]:
        """The good results by the column asked for, equals by score; records without a value come last."""
        if not self.sort or not best:
            return best
        column, direction = self.opened.column(self.sort), SORTED[self.sort]
        good = [pair for pair in best if pair[1] >= LEAST_SORTED_SHARE * best[0][1]]

        def key(pair: tuple[int, float]) -> tuple[bool, float, float]:
            value = column[pair[0]] if column else 0
            return (not value, direction * value, -pair[1])

        return sorted(good, key=key)

    def _same_number(self, plan: QueryPlan) -> int:
        """How many documents bear the number that was typed; 0 for one or none."""
        terms = self.opened.look_up(planned.term for planned in plan.terms if planned.term.startswith("n:"))
        most = max((len(term.numbers()) for term in terms.values()), default=0)
        return most if most > 1 else 0
