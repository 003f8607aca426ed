"""Finds the index of a cluster that a build may amend, and whether others have been there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from indexer.engines.adapters.opensearch.connection import check_version, connect
from indexer.engines.adapters.opensearch.faults import told
from indexer.engines.adapters.opensearch.fetching import patiently
from indexer.engines.adapters.opensearch.health import is_red
from indexer.engines.adapters.opensearch.marks import is_as_asked
from indexer.engines.adapters.opensearch.ownership import check_names, in_use
from indexer.engines.adapters.opensearch.place import new_place, place_of
from indexer.engines.adapters.opensearch.state import check_states
from indexer.engines.adapters.opensearch.written import ClusterWritten
from indexer.manifest import ENGINE_STATE, read_table


def check_unmoved(folder: Path) -> None:
    """As `indexer.engines.port.AmendingEngine`."""
    place, left = place_of(folder), read_table(folder / ENGINE_STATE).get("state", "")
    if not left:
        return
    client = connect(place.url)
    with told(place.url):
        index, _ = patiently(partial(in_use, client, place.alias))
        check_states(client, place._replace(state=left), [index])


def written_index(folder: Path) -> ClusterWritten | None:
    """As `indexer.engines.port.AmendingEngine`; None also for one that has lost a part: a whole build needs none of it.

    Raises IndexUnusable where the names belong to others.
    """
    place = new_place(folder)
    if place.force:
        return None
    client = connect(place.url)
    with told(place.url):
        check_version(client, place.url)
        for index, meta in check_names(client, place).items():
            if is_as_asked(meta, place) and meta.get("lengths") and not is_red(client, index):
                return ClusterWritten(client, folder, place._replace(owner=meta["owner"]), index, meta)
    return None
