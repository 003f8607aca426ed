"""Merges the segments of a new index: one a shard, so that a term is looked up once instead of in fifty lists.

An index is written once and read until the next build; the few records that are edited in between stand in small
segments beside the large one. A merge wants as much room on the disk again as the index has. One that fails leaves the
index whole and slower.
"""

from __future__ import annotations

import time
from typing import Any

from opensearchpy.exceptions import AuthorizationException

from indexer.engines.progress import Progress

POLL_SECONDS = 1.0
"""Between two looks at a merge: it takes seconds for a province, minutes for a million records."""


def merge_segments(client: Any, index: str, progress: Progress) -> None:
    """Make one segment of each shard and its copies, and wait for it. Raises what the client raises.

    Asked for as a task (OpenSearch 2.7): an answer that is waited for would be cut by any proxy in between. A user who
    may write but not merge (`indices:admin/forcemerge`, `cluster:monitor/task/get`) has a whole index all the same.
    """
    asked = {"max_num_segments": 1, "wait_for_completion": "false"}
    start = time.monotonic()
    try:
        task = client.indices.forcemerge(index=index, params=asked)["task"]
        while not client.tasks.get(task_id=task)["completed"]:
            progress("seconds", round(time.monotonic() - start), 0)
            time.sleep(POLL_SECONDS)
    except AuthorizationException:
        return
