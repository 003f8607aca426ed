"""An index as it was written, and what has changed since: that is sent, then one document says that it holds."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from opensearchpy.exceptions import ConflictError

from indexer.engines.adapters.opensearch.changes import NAME, documents_of, read_amendment
from indexer.engines.adapters.opensearch.documents import Document
from indexer.engines.adapters.opensearch.faults import told
from indexer.engines.adapters.opensearch.fetching import Fetcher
from indexer.engines.adapters.opensearch.loads import bulk, lines_of
from indexer.engines.adapters.opensearch.place import ClusterPlace, keep
from indexer.engines.adapters.opensearch.state import moved_on, state_of
from indexer.engines.port import Replacement
from indexer.engines.record_digest import DIGEST_BYTES
from kb.errors import IndexUnusable


class ClusterWritten:
    """As `indexer.engines.port.WrittenIndex`. Raises IndexUnusable."""

    def __init__(self, client: Any, folder: Path, place: ClusterPlace, index: str, meta: Mapping[str, Any]) -> None:
        self._client, self._folder, self._place, self._index = client, folder, place, index
        self._fetcher = Fetcher(client, index)
        self._digest_parts: int = meta["digests"]
        self._amendment = read_amendment(self._fetcher)
        self.count: int = meta["count"]
        self.lengths: Mapping[str, int] = self._amendment.lengths or meta["lengths"]
        self.changes: Sequence[Replacement] = self._amendment.changes

    def digests(self) -> list[bytes]:
        """A digest for each record that was written."""
        names = [f"d{part}" for part in range(self._digest_parts)]
        with told(self._place.url):
            parts = self._fetcher.fields(names, "digests")
        data = b"".join(b64decode(parts[name]) for name in names)
        return [data[at : at + DIGEST_BYTES] for at in range(0, len(data), DIGEST_BYTES)]

    def written(self, numbers: Iterable[int]) -> Iterator[Mapping[str, Any]]:
        """The stored fields of records, as they were written."""
        names = [f"r{number}" for number in numbers]
        with told(self._place.url):
            records = self._fetcher.fields(names, "record")
        return map(records.__getitem__, names)

    def numbers_of(self, ids: Collection[str]) -> dict[str, int]:
        """The numbers of the records that were written with these ids."""
        with told(self._place.url):
            return dict(self._fetcher.numbered(ids))

    def amend(self, changes: Sequence[Replacement], lengths: Mapping[str, int]) -> None:
        """Put changes in the place of those that hold. Raises IndexUnusable, also where another does so meanwhile,
        and IndexMovedOn where another has done so and the folder must find what it left.
        """
        documents, holding = documents_of(changes, lengths)
        if holding["changes"] != self._amendment.listed:
            if self._place.state not in ("", state_of(self._index, self._amendment.listed)):
                raise moved_on(self._place)
            self._send(documents, holding)
        keep(self._folder, self._place, state_of(self._index, holding["changes"]))

    def _send(self, documents: Iterable[Document], holding: Mapping[str, Any]) -> None:
        with told(self._place.url):
            for lines in lines_of(documents):
                bulk(self._client, self._index, "".join(lines).encode())
            try:
                self._client.index(index=self._index, id=NAME, body=holding, params=self._amendment.version)
            except ConflictError:
                raise IndexUnusable("nơi khác vừa sửa chỉ mục này trên cụm; chạy lại lệnh") from None
