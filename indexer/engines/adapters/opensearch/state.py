"""What an index is now, in a few letters: a folder keeps what it left, and so knows when others were there."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from hashlib import sha256
from typing import Any

from indexer.engines.adapters.opensearch.changes import read_amendment
from indexer.engines.adapters.opensearch.fetching import Fetcher
from indexer.engines.adapters.opensearch.place import ClusterPlace
from kb.errors import IndexMovedOn

_DIGITS = 16
"""Hexadecimal digits of a digest."""


def state_of(index: str, listed: Sequence[Any]) -> str:
    """Its name, and a digest of the changes that hold (`changes.Amendment.listed`): of one length for all of a name."""
    return f"{index} {sha256(json.dumps(listed).encode()).hexdigest()[:_DIGITS]}"


def read_state(client: Any, index: str) -> str:
    """The state of an index as it is now. Raises the client's errors."""
    return state_of(index, read_amendment(Fetcher(client, index)).listed)


def check_states(client: Any, place: ClusterPlace, used: Collection[str]) -> None:
    """Raises IndexMovedOn where the index in use is another than the one that may be replaced."""
    if place.state and any(read_state(client, index) != place.state for index in used):
        raise moved_on(place)


def moved_on(place: ClusterPlace) -> IndexMovedOn:
    """The refusal of an index that others have changed."""
    return IndexMovedOn(
        f"chỉ mục “{place.alias}” trên cụm đã được nơi khác sửa hoặc dựng lại, không còn theo kho này; "
        "muốn đưa về kho này thì chạy: kb index"
    )
