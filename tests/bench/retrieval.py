"""Questions over articles of law, answered by the search itself, ready for a scorer.

    python -m tests.bench.retrieval --articles articles.jsonl --queries queries.jsonl --out run.jsonl [--fold]

ARTICLES is JSON lines (or .jsonl.xz) of the forms in `indexer.records.articles`; QUERIES holds {"id", "text"}; OUT gets
{"id", "ranked": [article id, …]}. The same records, analyser, plan, engine and ranking as `kb search`, articles as
records. `--fold` strips every diacritic from the questions. The index is kept in a temporary folder, or in
`--index` to be used again.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path

from indexer.build.build import build_records
from indexer.manifest import current
from indexer.records.articles import Articles
from indexer.search import MAX_QUERY, Searcher
from kb.language.fold import folded

TEN = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", action="store_true")
    parser.add_argument("--index", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        directory = options.index or Path(scratch)
        if current(directory) is None:
            start = time.perf_counter()
            build_records(Articles(options.articles), directory, {})
            print(f"index built in {time.perf_counter() - start:.1f} s")
        answer(directory, options.queries, options.out, fold=options.fold)


def answer(directory: Path, queries: Path, out: Path, *, fold: bool) -> None:
    """Write the first ten of every question, and print how long a question took."""
    times = []
    searcher = Searcher(directory)
    with out.open("w", encoding="utf-8") as run:
        for query in map(json.loads, queries.read_text("utf-8").splitlines()):
            text = folded(query["text"]) if fold else query["text"]
            start = time.perf_counter()
            hits = searcher.answer(text[:MAX_QUERY], limit=TEN).hits
            times.append(time.perf_counter() - start)
            run.write(json.dumps({"id": query["id"], "ranked": [hit.id for hit in hits]}, ensure_ascii=False) + "\n")
    print(
        f"{len(times)} questions, median {statistics.median(times) * 1000:.0f} ms, slowest {max(times) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
