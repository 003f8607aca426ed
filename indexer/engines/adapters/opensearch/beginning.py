"""Begins to write an index, or goes on with the one that was left unfinished; one build at a time has a name."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from indexer.engines.adapters.opensearch.documents import MAPPINGS
from indexer.engines.adapters.opensearch.health import is_red
from indexer.engines.adapters.opensearch.marks import Meta, is_as_asked, meta_of
from indexer.engines.adapters.opensearch.ownership import delete, held
from indexer.engines.adapters.opensearch.place import ClusterPlace
from kb.errors import IndexUnusable


def begun(client: Any, place: ClusterPlace, count: int) -> str:
    """The index that a run for the same records left unfinished, or a new one, with its copies where there is room.

    Raises IndexUnusable where another folder's build has the name, running or broken off: nobody can tell which.
    """
    for index, meta in held(client, place.building).items():
        _check_own(place, index, meta)
        if is_as_asked(meta, place) and meta["count"] == count and not is_red(client, index):
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
    for other, meta in held(client, place.building).items():
        if other != index:  # begun between the two looks
            delete(client, index)
            _check_own(place, other, meta)
    return index


def _check_own(place: ClusterPlace, index: str, meta: Meta) -> None:
    """An index of a layout without a builder is nobody's any more."""
    if not place.force and meta.get("builder", place.builder) != place.builder:
        raise IndexUnusable(
            f"nơi khác đang dựng chỉ mục này; chạy lại sau, hoặc nếu nơi ấy đã bỏ dở “{index}” thì thêm --force"
        )
