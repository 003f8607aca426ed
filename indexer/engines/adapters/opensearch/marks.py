"""What an index says of itself in the `_meta` of its mapping, and whether kb wrote it.

Earlier layouts had no word for it: they are known by the four things that every one of them told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indexer.engines.adapters.opensearch.documents import LAYOUT
from indexer.engines.adapters.opensearch.place import ClusterPlace

Meta = Mapping[str, Any]
"""What an index says of itself."""

_WRITER = {"writer": "kb"}
"""The mark of an index of kb's."""
_EARLIER = frozenset({"version", "count", "shards", "replicas"})
"""What an index of kb's told of itself before there was a mark."""
_FOLDER = ("owner", "builder")
"""Which folder an index was built from (`place.ClusterPlace`)."""


def meta_of(place: ClusterPlace, count: int) -> dict[str, Any]:
    """What an index of so many records says of itself from its beginning."""
    settings = {"shards": place.shards, "replicas": place.replicas}
    return {**_WRITER, "version": LAYOUT, "count": count, **settings, "owner": place.owner, "builder": place.builder}


def is_as_asked(meta: Meta, place: ClusterPlace) -> bool:
    """Whether an index that says this of itself is of this version, with as many shards and copies as asked for."""
    asked = meta_of(place, meta.get("count", 0))
    return all(meta.get(name) == value for name, value in asked.items() if name not in _FOLDER)


def is_of_folder(meta: Meta, place: ClusterPlace) -> bool:
    """Whether an index that says this of itself was built from this folder, or from one that it is a copy of."""
    return any(meta.get(name) == getattr(place, name) for name in _FOLDER)


def is_of_kb(meta: Meta) -> bool:
    """Whether kb wrote an index that says this of itself."""
    return {**meta, **_WRITER} == meta or meta.keys() >= _EARLIER
