"""Corpus to index. The old index keeps serving until the new one is whole: a build writes into a
folder of its own and then replaces one small file that names the folder in use."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from uuid import uuid4

from indexer.analysis import compound_terms, text_terms
from indexer.engines import whoosh as engine
from indexer.manifest import CURRENT, GLOSSARY, MANIFEST, VERSION, current, write_table
from indexer.questions import definition_terms
from indexer.records import IndexRecord, records_of
from indexer.segment import Progress, Segmenter
from indexer.weigh import averages, weigh
from kb.corpus import Corpus
from kb.errors import IndexUnusable
from kb.fingerprint import corpus_fingerprint
from kb.model import UNKNOWN


def _silent(done: int, total: int) -> None:
    """No progress shown."""


def build(corpus: Corpus, directory: Path, *, day: date | None = None, progress: Progress = _silent) -> None:
    """Index a corpus into `directory`, statuses as of `day` (today). Raises IndexUnusable when it cannot write."""
    when = day or date.today()
    known = {t.abbreviation: " ".join(t.expansion.split()) for t in corpus.terms.values() if t.expansion != UNKNOWN}
    manifest = {"fingerprint": corpus_fingerprint(corpus.root), "day": when.isoformat()}
    build_records(records_of(corpus, when), directory, manifest, glossary=known, progress=progress)


def build_records(
    records: Iterable[IndexRecord],
    directory: Path,
    manifest: Mapping[str, str],
    *,
    glossary: Mapping[str, str] | None = None,
    segmented: bool = True,
    progress: Progress = _silent,
) -> None:
    """Index records into `directory`. Without `segmented` compounds are left out: they help little and cost most."""
    folder = directory / f"index-{uuid4().hex[:12]}"
    try:
        folder.mkdir(parents=True)
        segmenter = Segmenter(directory / "segments.json")
        rows = list(records)
        texts = [f"{r.title}\n{r.text}" for r in rows]
        compounds = segmenter.compounds(texts, progress) if segmented else [[] for _ in texts]
        average = averages(_fields(record, words) for record, words in zip(rows, compounds, strict=True))
        engine.write(
            folder,
            ((asdict(r), weigh(_fields(r, words), average)) for r, words in zip(rows, compounds, strict=True)),
        )
        write_table(folder / GLOSSARY, glossary or {})
        write_table(folder / MANIFEST, {"version": VERSION, **manifest})
        segmenter.save()
        _switch(directory, folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise IndexUnusable(f"không ghi được chỉ mục vào {directory}: {error.strerror}") from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _fields(record: IndexRecord, compounds: list[str]) -> dict[str, list[str]]:
    return {
        "number": [*record.numbers, *definition_terms(record.text)],
        "title": list(text_terms("\n".join((record.title, *record.names)))),
        "text": [*text_terms(record.text), *compound_terms(compounds)],
        "context": list(text_terms(record.context)),
        "hints": list(text_terms(record.hints)),
    }


def _switch(directory: Path, folder: Path) -> None:
    """Put the new index in use in one step, then drop what is no longer named."""
    old = current(directory)
    pointer = directory / f"{CURRENT}-{folder.name}"
    pointer.write_text(folder.name, "utf-8")
    pointer.replace(directory / CURRENT)
    if old and old != folder:
        shutil.rmtree(old, ignore_errors=True)
