"""Whether an index has lost a part of itself."""

from __future__ import annotations

from typing import Any

from opensearchpy.exceptions import AuthorizationException, ConnectionTimeout


def is_red(client: Any, index: str) -> bool:
    """Whether a shard of an index has no copy that answers; False where the user may not ask."""
    try:
        status: str = client.cluster.health(index=index)["status"]
    except (AuthorizationException, ConnectionTimeout):
        return False
    return status == "red"
