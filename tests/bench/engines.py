"""Warm questions: this search beside SQLite FTS5, tantivy and plain Whoosh, in one run.

    python -m tests.bench.engines --articles FILE --queries FILE [--times 10] [--index DIR] [--without whoosh]

Every engine holds the same articles as the same terms (syllables and adjacent-syllable bigrams, as written) and is
asked for the ten best by the same terms OR-ed, each by its own BM25. `kb` also scores what the others are not asked
for: lookalikes without diacritics, compounds, names, numbers; its time is that of planning and ranking. `whole` is
all that `kb search` does once the index is open: near-duplicates, snippets, facets of a hit.
`same ten` is the share of questions whose first ten are those of scoring every record. `--times` copies the articles.
tantivy is installed with the extra `bench`.
"""

from __future__ import annotations

import argparse
import gc
import json
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from indexer.analysis import text_terms
from indexer.build.build import build_records
from indexer.manifest import current
from indexer.query.plan import make_plan
from indexer.ranking.rank import rank
from indexer.records.articles import Articles
from indexer.records.record import IndexRecord
from indexer.search import MAX_QUERY, Searcher

TEN = 10
Ask = Callable[[list[str]], Sequence[Any]]


class Copies:
    """The articles of a file, each so many times under ids of its own."""

    def __init__(self, path: Path, times: int) -> None:
        self._articles, self._times = Articles(path), times

    def __iter__(self) -> Iterator[IndexRecord]:
        for record in self._articles:
            yield record
            for copy in range(1, self._times):
                yield replace(record, id=f"{record.id}~{copy}")


def words(record: IndexRecord) -> str:
    """The article's terms, a blank between; ``s:đường`` as ``sđường``, for engines that cut at signs."""
    terms = text_terms("\n".join((record.title, record.context, record.text)))
    return " ".join(term.replace(":", "").replace("_", "x") for term in terms)


def plain(terms: list[str]) -> list[str]:
    return [term.replace(":", "").replace("_", "x") for term in terms]


def fts5(articles: Copies, folder: Path) -> Ask:
    base = sqlite3.connect(folder / "fts5.db")
    base.execute("CREATE VIRTUAL TABLE a USING fts5(x, content='', tokenize='unicode61 remove_diacritics 0')")
    base.executemany("INSERT INTO a(x) VALUES (?)", ((words(article),) for article in articles))
    base.execute("INSERT INTO a(a) VALUES ('optimize')")
    base.commit()
    ask = "SELECT rowid FROM a WHERE a MATCH ? ORDER BY rank LIMIT 10"
    return lambda terms: base.execute(ask, (" OR ".join(f'"{term}"' for term in plain(terms)),)).fetchall()


def tantivy(articles: Copies, folder: Path) -> Ask:
    import tantivy as engine

    builder = engine.SchemaBuilder()
    builder.add_text_field("x", tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    (folder / "tantivy").mkdir()
    index = engine.Index(schema, str(folder / "tantivy"))
    writer = index.writer(300_000_000, 1)
    for article in articles:
        writer.add_document(engine.Document(x=words(article)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(terms: list[str]) -> Sequence[Any]:
        should = [(engine.Occur.Should, engine.Query.term_query(schema, "x", term)) for term in plain(terms)]
        hits: Sequence[Any] = searcher.search(engine.Query.boolean_query(should), TEN).hits
        return hits

    return ask


def whoosh(articles: Copies, folder: Path) -> Ask:
    import whoosh.fields
    import whoosh.index
    from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer
    from whoosh.query.compound import Or
    from whoosh.query.terms import Term

    field: Any = whoosh.fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False)
    (folder / "whoosh").mkdir()
    index: Any = whoosh.index.create_in(str(folder / "whoosh"), whoosh.fields.Schema(x=field))
    writer = index.writer(limitmb=512)
    for article in articles:
        writer.add_document(x=words(article))
    writer.commit(optimize=True)
    searcher = index.searcher()
    return lambda terms: list(searcher.search(Or([Term("x", term) for term in plain(terms)]), limit=TEN))


OTHERS: dict[str, Callable[[Copies, Path], Ask]] = {"fts5": fts5, "tantivy": tantivy, "whoosh": whoosh}


def milliseconds(asks: dict[str, Callable[[int], object]], count: int) -> dict[str, list[float]]:
    """The times of `count` questions by each engine, all warmed.

    The engines answer a question one after the other before the next is asked, so that a slow spell of the machine
    falls on all of them.
    """
    times: dict[str, list[float]] = {name: [] for name in asks}
    for ask in asks.values():
        for place in range(min(count, 20)):
            ask(place)
    for place in range(count):
        for name, ask in asks.items():
            start = time.perf_counter()
            ask(place)
            times[name].append((time.perf_counter() - start) * 1000)
    return times


def told(name: str, times: list[float], median: float) -> None:
    ordered = sorted(times)
    half, most = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    print(f"{name:<8} p50 {half:8.1f} ms   p95 {most:8.1f} ms   {half / median:6.2f} × kb", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--most", type=int, default=200, help="questions asked, the longest first")
    parser.add_argument("--index", type=Path, help="an index built before")
    parser.add_argument("--without", nargs="*", default=[], choices=OTHERS)
    options = parser.parse_args()
    asked = [json.loads(line)["text"][:MAX_QUERY] for line in options.queries.read_text("utf-8").splitlines()]
    questions = sorted(asked, key=len, reverse=True)[: options.most]
    with tempfile.TemporaryDirectory() as scratch:
        compare(Copies(options.articles, options.times), questions, Path(scratch), options.index, options.without)


def compare(articles: Copies, questions: list[str], folder: Path, index: Path | None, without: list[str]) -> None:
    """All engines on the same questions, a row each."""
    directory = index or folder / "kb"
    if current(directory) is None:
        build_records(articles, directory, {})
    searcher = Searcher(directory)
    engine, glossary = searcher.index, searcher.glossary
    terms = [
        [t.term for t in make_plan(q, glossary, engine.look_up).terms if t.term[:2] in ("s:", "b:")] for q in questions
    ]
    print(f"{engine.count} articles, {len(questions)} questions of {statistics.mean(map(len, terms)):.0f} terms")
    gc.disable()  # as the command line does

    def best(question: str, exhaustive: bool = False) -> list[int]:
        plan = make_plan(question, glossary, engine.look_up)
        return [number for number, _ in rank(engine, plan, TEN, exhaustive=exhaustive).best]

    asks: dict[str, Callable[[int], object]] = {
        "kb": lambda place: best(questions[place]),
        "whole": lambda place: searcher.answer(questions[place]),
    }
    for name, make in OTHERS.items():
        if name not in without:
            ask = make(articles, folder)
            asks[name] = lambda place, ask=ask: ask(terms[place])  # type: ignore[misc]
    times = milliseconds(asks, len(questions))
    for name, its in times.items():
        told(name, its, statistics.median(times["kb"]))
    same = sum(best(question) == best(question, exhaustive=True) for question in questions)
    print(f"same ten {same / len(questions):.1%}")


if __name__ == "__main__":
    main()
