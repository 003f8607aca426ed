"""Writes an index to a cluster: into one of its own, which takes the alias over when it is whole.

The index that is being written has the alias `….building`; a run that was broken off is gone on with there, as long as
version and number of records are the same. Until the switch the index before it answers; a reader that has it open
goes on reading it until the next build, which deletes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

from indexer.engines.adapters.opensearch.beginning import begun
from indexer.engines.adapters.opensearch.connection import check_version, connect
from indexer.engines.adapters.opensearch.documents import Columns, term_documents
from indexer.engines.adapters.opensearch.faults import PartialResults, told
from indexer.engines.adapters.opensearch.loads import Loads
from indexer.engines.adapters.opensearch.marks import meta_of
from indexer.engines.adapters.opensearch.merging import merge_segments
from indexer.engines.adapters.opensearch.ownership import check_names, delete
from indexer.engines.adapters.opensearch.place import ClusterPlace, keep, new_place
from indexer.engines.adapters.opensearch.state import check_states, state_of
from indexer.engines.adapters.opensearch.switching import switch
from indexer.engines.adapters.opensearch.weight_rows import WeightRows
from indexer.engines.port import EngineRecord, Postings
from indexer.engines.progress import Progress, counting
from indexer.manifest import LENGTHS, read_table
from kb.errors import IndexUnusable

BUILD_SECONDS = 120.0
"""A request of a build may take longer than a reader waits: a cluster that has lost a node first finds the rest."""


def write(
    folder: Path,
    records: Iterable[EngineRecord],
    terms: Iterable[tuple[str, Postings]],
    count: int,
    progress: Progress,
) -> None:
    """Write a new index, and switch its alias. Raises IndexUnusable for what the cluster refuses."""
    place = new_place(folder)
    client = connect(place.url, BUILD_SECONDS)
    with told(place.url):
        check_version(client, place.url)
        used = check_names(client, place)
        check_states(client, place, used)
        owner = next((meta["owner"] for meta in used.values() if "owner" in meta), place.owner) or uuid4().hex
        place = place._replace(owner=owner)
        index = begun(client, place, count)
        loads, columns = Loads(client, index), Columns()
        loads.send(columns.passing(records), "r")
        rows = WeightRows(count)
        loads.send(term_documents(rows.passing(counting(terms, progress, "terms"))), "t")
        loads.send(counting(rows.documents(columns.factors), progress, "rows", count), "w")
        loads.send(columns.documents(), "c")
        told_ = {"columns": columns.parts, "digests": columns.digests, "lengths": lengths_in(folder)}
        told_ |= {"factor": max(columns.factors, default=1.0)}
        client.indices.put_mapping(index=index, body={"_meta": meta_of(place, count) | told_})
        _finish(client, index, progress)
        _check_whole(client, place, index, loads.documents)
        switch(client, place, index, used)
    keep(folder, place, state_of(index, []))


def lengths_in(folder: Path) -> dict[str, int]:
    """The table of lengths that a build has put into its folder; empty where there is none."""
    return {name: int(words) for name, words in read_table(folder / LENGTHS).items()}


def _finish(client: Any, index: str, progress: Progress) -> None:
    """Make what was written safe on the disks, quick to read and visible."""
    client.indices.flush(index=index)
    merge_segments(client, index, progress)
    client.indices.refresh(index=index)


def _check_whole(client: Any, place: ClusterPlace, index: str, documents: int) -> None:
    """Raises IndexUnusable for an index with more or fewer documents than were given: it is begun anew.

    Raises PartialResults where a part of it does not answer: nothing is known of that, and the next run goes on.
    """
    answer = client.count(index=index)
    if answer["_shards"]["failed"]:
        raise PartialResults(index)
    if answer["count"] != documents:
        delete(client, index)
        raise IndexUnusable(f"chỉ mục ở {place.url} thiếu hoặc thừa bản ghi; đã bỏ, chạy lại: kb index")
