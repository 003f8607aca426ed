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

from indexer.engines.adapters.opensearch.connection import check_version, connect
from indexer.engines.adapters.opensearch.documents import MAPPINGS, Columns, term_documents
from indexer.engines.adapters.opensearch.faults import PartialResults, told
from indexer.engines.adapters.opensearch.loads import Loads
from indexer.engines.adapters.opensearch.marks import is_as_asked, meta_of
from indexer.engines.adapters.opensearch.merging import merge_segments
from indexer.engines.adapters.opensearch.ownership import check_names, delete, held
from indexer.engines.adapters.opensearch.place import ClusterPlace, new_place
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
        check_names(client, place)
        index = _begun(client, place, count)
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
        _switch(client, place, index)


def lengths_in(folder: Path) -> dict[str, int]:
    """The table of lengths that a build has put into its folder; empty where there is none."""
    return {name: int(words) for name, words in read_table(folder / LENGTHS).items()}


def _begun(client: Any, place: ClusterPlace, count: int) -> str:
    """The index that a run for the same records left unfinished, or a new one, with its copies where there is room."""
    for index, meta in held(client, place.building).items():
        if is_as_asked(meta, place) and meta["count"] == count:
            return index
        delete(client, index)
    index = f"{place.alias}-{uuid4().hex[:12]}"
    settings = {"number_of_shards": place.shards, "number_of_replicas": place.replicas, "refresh_interval": "-1"}
    client.indices.create(
        index=index,
        body={
            "settings": {"index": settings},
            "mappings": MAPPINGS | {"_meta": meta_of(place, count)},
            "aliases": {place.building: {}},
        },
        # A shard without a copy is lost with its node; where there is no room for copies, 30 s are waited for it.
        params={"wait_for_active_shards": "all"},
    )
    return index


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


def _switch(client: Any, place: ClusterPlace, index: str) -> None:
    """Put the index in use in one step; keep the one before it for its readers, delete older ones.

    Whose the names are is asked once more: others may have taken them while the index was written.
    """
    used, kept = held(client, place.alias), held(client, place.before)
    actions: list[dict[str, Any]] = [{"remove": {"index": old, "alias": place.alias}} for old in used]
    actions.append({"add": {"index": index, "alias": place.alias}})
    actions.append({"remove": {"index": index, "alias": place.building}})
    actions += [{"remove_index": {"index": old}} for old in kept if old not in used]
    actions += [{"add": {"index": old, "alias": place.before}} for old in used]
    client.indices.update_aliases(body={"actions": actions})
