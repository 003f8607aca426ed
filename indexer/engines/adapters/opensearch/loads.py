"""Sends documents to a new index in loads: several at once, and those that a broken-off run had sent not again.

A load is so many documents, as they come. When all of it is there, a document `p3` with its SHA-256 says so.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from hashlib import sha256
from typing import Any

from opensearchpy import exceptions

from indexer.engines.adapters.opensearch.documents import Document
from indexer.engines.adapters.opensearch.faults import BLOCKED

LOAD_BYTES = 4_000_000
"""Bytes of a load, about: a request of this size keeps a node busy and its memory small."""
LANES = 2
"""Loads on their way at once; as many more wait, so that memory is bounded."""
MOST_MARKS = 10_000
"""Marks that are read: of 40 GB of documents. What was sent beyond them is sent again."""
WAITS = (1.0, 2.0, 4.0, 8.0)
"""Seconds between two attempts of a load that the cluster had no room for, or whose node went away."""

PASSING = (429, 503, "N/A", "TIMEOUT")
"""Statuses of what may pass: no room, no primary, a connection that broke, no answer in time."""


class Loads:
    """The loads of one index; `documents` is how many have been given."""

    def __init__(self, client: Any, index: str) -> None:
        self._client, self._index = client, index
        self._there = self._marks()
        self.documents = 0

    def send(self, documents: Iterable[Document], kind: str) -> None:
        """Send what is not there yet; `kind` begins the ids of the marks. Raises what the client raises."""
        with ThreadPoolExecutor(LANES) as pool:
            waiting: set[Future[None]] = set()
            for place, lines in enumerate(lines_of(documents)):
                mark = f"p{kind}{place}"
                self.documents += len(lines) + 1
                waiting.add(pool.submit(self._load, mark, lines))
                while len(waiting) >= 2 * LANES:
                    waiting -= _checked(wait(waiting, return_when=FIRST_COMPLETED).done)
            _checked(wait(waiting).done)

    def _load(self, mark: str, lines: list[str]) -> None:
        body = "".join(lines).encode()
        digest = sha256(body).hexdigest()
        if self._there.get(mark) == digest:
            return
        self._bulk(body)
        self._bulk(f'{{"index":{{"_id":"{mark}"}}}}\n{{"sha256":"{digest}"}}\n'.encode())

    def _bulk(self, body: bytes) -> None:
        bulk(self._client, self._index, body)

    def _marks(self) -> dict[str, str]:
        """The marks that stand in the index: id -> SHA-256."""
        self._client.indices.refresh(index=self._index)
        query = {"query": {"exists": {"field": "sha256"}}, "size": MOST_MARKS}
        answer = self._client.search(index=self._index, body=query)
        return {hit["_id"]: hit["_source"]["sha256"] for hit in answer["hits"]["hits"]}


def lines_of(documents: Iterable[Document]) -> Iterator[list[str]]:
    """Documents as lines of a bulk request, two in one text, as many as make a load."""
    lines, size = list[str](), 0
    for name, fields in documents:
        line = f'{{"index":{{"_id":"{name}"}}}}\n{json.dumps(fields, ensure_ascii=False)}\n'
        lines.append(line)
        size += len(line)
        if size > LOAD_BYTES:
            yield lines
            lines, size = [], 0
    if lines:
        yield lines


def bulk(client: Any, index: str, body: bytes) -> None:
    """Send a load until the cluster has taken it. Raises TransportError."""
    for seconds in (*WAITS, None):
        try:
            answer = client.bulk(body=body, index=index)
            fault: exceptions.TransportError | None = _first_fault(answer) if answer["errors"] else None
        except exceptions.TransportError as error:
            fault = error
        if fault is None:
            return
        if seconds is None or fault.status_code not in PASSING or fault.error == BLOCKED:
            raise fault
        time.sleep(seconds)


def _checked(done: set[Future[None]]) -> set[Future[None]]:
    """Finished loads. Raises the error of one that failed."""
    for future in done:
        future.result()
    return done


def _first_fault(answer: dict[str, Any]) -> exceptions.TransportError:
    """The error of the first document that was not taken."""
    for item in answer["items"]:
        result = item["index"]
        if "error" in result:
            return exceptions.TransportError(result["status"], result["error"]["type"], result["error"])
    raise AssertionError("an answer with errors has one")
