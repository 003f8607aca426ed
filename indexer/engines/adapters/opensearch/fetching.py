"""Requests to one index: searches that are whole or raise, and documents by their ids."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from opensearchpy import exceptions

from indexer.engines.adapters.opensearch.connection import time_limit
from indexer.engines.adapters.opensearch.faults import UNANSWERED, PartialResults

PAGE = 1000
"""Hits of one answer."""
NAMES = 2000
"""Documents of one request."""
TOLD = {"docvalue_fields": ["key", "told"]}
"""What a term is asked for: columns."""
ALONE = {"stored_fields": "_none_"}
"""And no document."""

WAITS = (0.1, 0.2, 0.4, 0.8)
"""Seconds before a request that a node could not answer is sent again."""
UNREADY = (503, "N/A")
"""Statuses of a cluster that is putting another node in the place of one, and of a connection that broke."""

Answer = TypeVar("Answer")


class Fetcher:
    """Asks one index of the cluster. Raises the client's errors, and PartialResults."""

    def __init__(self, client: Any, index: str) -> None:
        self._client, self._index = client, index

    def keys_of(self, folded: Collection[str]) -> Iterator[dict[str, Any]]:
        """The terms with these folded forms, without their postings."""
        waiting = iter(folded)
        while some := list(islice(waiting, NAMES)):
            for hits in self._pages({"terms": {"folded": some}}, ALONE):
                yield from hits

    def terms(self, prefix: str, *, postings: bool) -> Iterator[list[dict[str, Any]]]:
        """All terms whose folded form begins with `prefix`, in order, page by page; with the first part of each."""
        return self._pages({"prefix": {"folded": prefix}}, {"_source": ["postings"]} if postings else ALONE)

    def fields(self, names: Iterable[str], field: str) -> dict[str, Any]:
        """Id -> a field, of documents by their ids. Raises ValueError where one is not there."""
        return {document["_id"]: document["_source"][field] for document in self.whole(names, field)}

    def whole(self, names: Iterable[str], field: str | None = None) -> Iterator[dict[str, Any]]:
        """Documents by their ids, with one field or all. Raises ValueError where one is not there."""
        for document in self.documents(names, field):
            if not document["found"]:
                raise ValueError(f"no document {document['_id']}")
            yield document

    def documents(self, names: Iterable[str], field: str | None = None) -> Iterator[dict[str, Any]]:
        """What the cluster answers for documents by their ids, found or not."""
        waiting = iter(names)
        while some := list(islice(waiting, NAMES)):
            yield from patiently(partial(self._documents, some, field))

    def numbered(self, ids: Collection[str]) -> Iterator[tuple[str, int]]:
        """(id, number) of the records that were written with these ids."""
        waiting = iter(ids)
        while some := list(islice(waiting, PAGE)):
            body = {"query": {"terms": {"id": some}}, "size": NAMES, "_source": ["id"]}
            for hit in patiently(partial(self._hits, body)):
                if hit["_id"].startswith("r"):
                    yield hit["_source"]["id"], int(hit["_id"][1:])

    def together(self, bodies: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The answers of several searches of one request, all of them whole."""
        return patiently(partial(self._together, list(bodies)))

    def _together(self, bodies: list[dict[str, Any]]) -> list[dict[str, Any]]:
        header = {"index": self._index, "allow_partial_search_results": False}
        limit = {"timeout": f"{round(time_limit() * 1000)}ms"}
        answers = self._client.msearch(body=[part for body in bodies for part in (header, body | limit)])["responses"]
        return [self._whole(answer) for answer in answers]

    def _whole(self, answer: dict[str, Any]) -> dict[str, Any]:
        """An answer of every shard. Raises PartialResults, TransportError."""
        if "error" in answer:
            raise exceptions.TransportError(answer["status"], answer["error"]["type"], answer)
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise PartialResults(self._index)
        return answer

    def _pages(self, query: dict[str, Any], more: Mapping[str, Any]) -> Iterator[list[dict[str, Any]]]:
        """All hits of a query, by their keys, with `more` of each. A term has a key; what has none comes in no page."""
        body: dict[str, Any] = {
            "query": query,
            "size": PAGE,
            "sort": [{"key": "asc"}],
            "track_total_hits": False,
            "timeout": f"{round(time_limit() * 1000)}ms",
            **TOLD,
            **more,
        }
        while True:
            hits = patiently(partial(self._hits, body))
            if hits:
                yield hits
            if len(hits) < PAGE:
                return
            body["search_after"] = hits[-1]["sort"]

    def _hits(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """The hits of one search, of every shard or none."""
        answer = self._whole(self._client.search(index=self._index, body=body, allow_partial_search_results=False))
        hits: list[dict[str, Any]] = answer["hits"]["hits"]
        return hits

    def _documents(self, names: list[str], field: str | None) -> list[dict[str, Any]]:
        """Documents by their ids, all that are there or none."""
        fields = {"_source_includes": field} if field else {}
        answer = self._client.mget(body={"ids": names}, index=self._index, **fields)
        documents: list[dict[str, Any]] = answer["docs"]
        if any("error" in document for document in documents):
            raise PartialResults(self._index)
        return documents


def patiently(ask: Callable[[], Answer]) -> Answer:
    """What `ask` answers, asked again while a node that went away is replaced. Raises the last error."""
    for seconds in WAITS:
        try:
            return ask()
        except exceptions.ConnectionTimeout:
            raise
        except exceptions.TransportError as error:
            if error.status_code not in UNREADY and error.error != UNANSWERED:
                raise
        except PartialResults:
            pass
        time.sleep(seconds)
    return ask()
