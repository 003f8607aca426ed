"""Puts an index that is whole in the place of the one in use."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from opensearchpy.exceptions import TransportError

from indexer.engines.adapters.opensearch.ownership import check_names, delete, held
from indexer.engines.adapters.opensearch.place import ClusterPlace
from kb.errors import IndexUnusable

_LOST = (400, 404)
"""Statuses of an exchange of aliases that another has changed in between."""


def switch(client: Any, place: ClusterPlace, index: str, before: Collection[str]) -> None:
    """Put the index in use in one step; keep the one before it for its readers, delete older ones.

    `before` are the indices that were in use when the build began. Whose the names are is asked once more: others may
    have taken them while the index was written. Raises IndexUnusable, also where another build was first: this one's
    index goes.
    """
    used = check_names(client, place)
    if {*used} != {*before}:
        _lose(client, index)
    kept = held(client, place.before)
    actions: list[dict[str, Any]] = [{"remove": {"index": old, "alias": place.alias}} for old in used]
    actions.append({"add": {"index": index, "alias": place.alias}})
    actions.append({"remove": {"index": index, "alias": place.building}})
    actions += [{"remove_index": {"index": old}} for old in kept if old not in used]
    actions += [{"add": {"index": old, "alias": place.before}} for old in used]
    try:
        client.indices.update_aliases(body={"actions": actions})
    except TransportError as error:
        if error.status_code not in _LOST or held(client, place.alias) == used:
            raise
        _lose(client, index)


def _lose(client: Any, index: str) -> None:
    delete(client, index)
    raise IndexUnusable("nơi khác đang dựng chỉ mục này và đã dựng xong trước; chạy lại sau")
