"""An index kept by a cluster of OpenSearch: terms, postings and records are stored there, and scored as any other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.engines.progress import Progress, silent
from kb.errors import IndexUnusable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.engines.port import EngineRecord, Index, Postings, WrittenIndex


def write(
    folder: Path,
    records: Iterable[EngineRecord],
    terms: Iterable[tuple[str, Postings]],
    count: int,
    progress: Progress = silent,
) -> None:
    """As `indexer.engines.port.Engine`; raises IndexUnusable too, for what the cluster refuses."""
    with _library():
        from indexer.engines.adapters.opensearch import writing
    writing.write(folder, records, terms, count, progress)


def open_index(folder: Path) -> Index:
    """As `indexer.engines.port.Engine`."""
    with _library():
        from indexer.engines.adapters.opensearch.reading import ClusterIndex
    return ClusterIndex(folder)


def written_index(folder: Path) -> WrittenIndex | None:
    """As `indexer.engines.port.AmendingEngine`."""
    with _library():
        from indexer.engines.adapters.opensearch import amending
    return amending.written_index(folder)


def check_unmoved(folder: Path) -> None:
    """As `indexer.engines.port.AmendingEngine`."""
    with _library():
        from indexer.engines.adapters.opensearch import amending
    amending.check_unmoved(folder)


@contextmanager
def _library() -> Iterator[None]:
    """The library is an optional extra. Raises IndexUnusable where it is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != "opensearchpy":
            raise
        raise IndexUnusable("thiếu thư viện opensearch-py; cài bằng: pip install 'opensearch-py>=2.8,<3.1'") from error
