"""Finds the index of a cluster that a build may amend."""

from __future__ import annotations

from pathlib import Path

from indexer.engines.adapters.opensearch.connection import check_version, connect
from indexer.engines.adapters.opensearch.faults import told
from indexer.engines.adapters.opensearch.marks import is_as_asked
from indexer.engines.adapters.opensearch.ownership import held
from indexer.engines.adapters.opensearch.place import new_place
from indexer.engines.adapters.opensearch.written import ClusterWritten


def written_index(folder: Path) -> ClusterWritten | None:
    """As `indexer.engines.port.AmendingEngine`."""
    place = new_place(folder)
    client = connect(place.url)
    with told(place.url):
        check_version(client, place.url)
        for index, meta in held(client, place.alias).items():
            if is_as_asked(meta, place) and meta.get("lengths"):
                return ClusterWritten(client, place, index, meta)
    return None
