"""The embedded engine Whoosh, with a codec of its own (`codec`) and forward rows (`forward`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from indexer.engines.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.engines.port import EngineRecord, Index, Postings


def write(
    folder: Path,
    records: Iterable[EngineRecord],
    terms: Iterable[tuple[str, Postings]],
    count: int,
    progress: Progress = silent,
) -> None:
    """As `indexer.engines.port.Engine`."""
    from indexer.engines.adapters.whoosh import writing  # a search does not write

    writing.write(folder, records, terms, count, progress)


def open_index(folder: Path) -> Index:
    """As `indexer.engines.port.Engine`."""
    from indexer.engines.adapters.whoosh.reading import Reader

    return Reader(folder)
