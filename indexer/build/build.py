"""Corpus to index. The old index answers until the new one is complete: a build writes into a folder of its own and
then replaces one small file that names the folder in use."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from indexer.build.amend import is_amended
from indexer.build.batches import Batches, segmented
from indexer.build.engine_record import engine_record
from indexer.build.invert import lengths_of, merged
from indexer.build.segment import Segmenter
from indexer.engines.opening import DEFAULT, SETTING, engine_named
from indexer.engines.progress import Progress, silent
from indexer.manifest import (
    CHOSEN,
    CURRENT,
    ENGINE_SETTINGS,
    GLOSSARY,
    LENGTHS,
    MANIFEST,
    RECORDS,
    VERSION,
    WITHOUT_RECORD,
    current,
    sizes_of,
    write_table,
)
from indexer.ranking.weights import averages, total_lengths
from indexer.records.corpus import records_of
from indexer.records.document_prior import document_priors, prior_of
from indexer.records.record import IndexRecord
from indexer.records.without_record import numbers_without_record
from kb.corpus.corpus import Corpus
from kb.corpus.fingerprint import corpus_fingerprint
from kb.errors import IndexUnusable
from kb.files import reason
from kb.model import UNKNOWN
from kb.site_build.exclusive_lock import exclusive_lock

CACHE = "segments.db"
"""The cache of compounds, beside the index."""


def build(
    corpus: Corpus,
    directory: Path,
    *,
    day: date | None = None,
    engine: str = DEFAULT,
    engine_settings: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> None:
    """Index a corpus into `directory`, statuses as of `day` (today); the rest as in `build_records`."""
    when = day or date.today()
    known = {t.abbreviation: " ".join(t.expansion.split()) for t in corpus.terms.values() if t.expansion != UNKNOWN}
    tables = {GLOSSARY: known, WITHOUT_RECORD: numbers_without_record(corpus)}
    manifest = {"fingerprint": corpus_fingerprint(corpus.root), "day": when.isoformat()}
    priors = document_priors(corpus, when)
    records = [replace(record, prior=prior_of(record, priors)) for record in records_of(corpus, when)]
    build_records(
        records,
        directory,
        manifest,
        tables=tables,
        engine=engine,
        engine_settings=engine_settings,
        progress=progress,
    )


def build_records(
    records: Iterable[IndexRecord],
    directory: Path,
    manifest: Mapping[str, str],
    *,
    tables: Mapping[str, Mapping[str, str]] | None = None,
    engine: str = DEFAULT,
    engine_settings: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> None:
    """Index `records` into `directory`, written by the engine of this name; `engine_settings` say where it stands.

    `records` are iterated over twice, for the average length of each field and for their postings; a third time where
    the cache of compounds has outgrown them. `manifest` is written into the index beside its version and sizes,
    `tables` are those of the manifest by their file names. Raises IndexUnusable when it cannot write, and for an engine
    that there is not.
    """
    writer = engine_named(engine)
    with _new_folder(directory) as folder:
        if current(directory) is None:
            write_table(directory / CHOSEN, {SETTING: engine})
        total, count = total_lengths(map(lengths_of, records))
        lengths = {**total, RECORDS: count}
        if engine_settings:
            write_table(folder / ENGINE_SETTINGS, engine_settings)
        write_table(folder / LENGTHS, {name: str(words) for name, words in lengths.items()})
        if not is_amended(writer, folder, directory / CACHE, records, lengths):
            batches = Batches(directory / CACHE, folder, averages(total, count), count)
            passing = batches.passing(records, lambda done: progress("records", done, count))
            writer.write(folder, map(engine_record, passing), merged(batches.runs), count, progress)
            for run in batches.runs:
                run.unlink()
        for name, table in (tables or {}).items():
            write_table(folder / name, table)
        write_table(folder / MANIFEST, {"version": VERSION, SETTING: engine, **manifest, **sizes_of(folder)})
        _switch(directory, folder)
        (directory / CHOSEN).unlink(missing_ok=True)
        _forget(directory / CACHE, records, count)


def _forget(cache: Path, records: Iterable[IndexRecord], count: int) -> None:
    segmenter = Segmenter(cache)
    segmenter.forget_all_but(map(segmented, records), count)
    segmenter.close()


@contextmanager
def _new_folder(directory: Path) -> Iterator[Path]:
    """A folder for one build, deleted when the build fails. Leftovers of killed builds are deleted first."""
    try:
        with exclusive_lock(directory / "lock"):
            for leftover in [*directory.glob("index-*"), *directory.glob("gone-*")]:
                if leftover != current(directory):
                    _remove(leftover)
            folder = directory / f"index-{uuid4().hex[:12]}"
            folder.mkdir()
            try:
                yield folder
            except BaseException:
                if folder != current(directory):  # interrupted after the switch, the new index is in use and stays
                    shutil.rmtree(folder, ignore_errors=True)
                raise
    except (OSError, sqlite3.OperationalError) as error:
        why = reason(error) if isinstance(error, OSError) else f"tệp segments.db không ghi được ({error})"
        raise IndexUnusable(f"không ghi được chỉ mục vào {directory}: {why}") from error


def _switch(directory: Path, folder: Path) -> None:
    """Put the new index in use in one step, then remove the old one."""
    old = current(directory)
    pointer = folder / CURRENT
    pointer.write_text(folder.name, "utf-8")
    pointer.replace(directory / CURRENT)
    if old and old != folder:
        _remove(old)


def _remove(folder: Path) -> None:
    """Rename a folder, then delete it: a reader that is opening it finds all of its files or none."""
    gone = folder.with_name(f"gone-{uuid4().hex[:12]}")
    with suppress(OSError):  # Windows renames no folder with an open file; the next build removes it
        folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
