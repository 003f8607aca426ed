"""The documents of an index: records, terms and columns. No analyser of the server's sees a text of ours.

`r12` is the record of number 12; `t7.0`, `t7.1` … are the parts of the posting list of the seventh key, the first of
which tells what the key is; `w12` says what the keys of record 12 weigh (`weight_rows`); `cfactor.0` … are the parts of
a column; `p3` says that the third load is there. What has changed since then stands in documents of its own
(`changes`).
"""

from __future__ import annotations

from array import array
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from indexer.analysis import SEPARATOR
from indexer.engines.adapters.opensearch.packed import PART, pack_column, pack_postings
from indexer.engines.port import EngineRecord, Postings
from indexer.engines.record_digest import digest_of
from indexer.manifest import VERSION

Document = tuple[str, Mapping[str, Any]]
"""Its id and its fields."""

LAYOUT = f"{VERSION}.3"
"""The version of what stands in the cluster: that of any index, and that of these documents."""
MAPPINGS: dict[str, Any] = {
    "dynamic": False,
    # The features are indexed, and need not be kept as text beside.
    "_source": {"excludes": ["f"]},
    "properties": {
        # The folded form, by which a term is looked up; only the first part of a term has it.
        "folded": {"type": "keyword", "doc_values": False},
        # The folded form, NUL, the written form: the order of the lexicon.
        "key": {"type": "keyword", "index": False},
        # What is known of a term before its postings are read: a column, since to read it from the document would
        # unpack the posting list beside it.
        "told": {"type": "keyword", "index": False},
        "sha256": {"type": "keyword", "doc_values": False},
        "record": {"type": "object", "enabled": False},
        # Of the record, by which it is found when it changes.
        "id": {"type": "keyword", "doc_values": False},
        # What each key of a record adds to a score (`weight_rows`).
        "f": {"type": "rank_features"},
    },
}
COLUMNS = {"factor": ("f", 1.0), "issued": ("I", 0), "rank": ("I", 0)}
"""Column -> the type code of its array, its default."""


class Columns:
    """Takes the numbers of records while they pass, and gives them as documents."""

    def __init__(self) -> None:
        self._values: dict[str, array[Any]] = {name: array(kind) for name, (kind, _) in COLUMNS.items()}
        self._digests: list[bytes] = []

    def passing(self, records: Iterable[EngineRecord]) -> Iterator[Document]:
        """A document for each record."""
        for number, record in enumerate(records):
            for name, values in self._values.items():
                values.append(getattr(record, name))
            self._digests.append(digest_of(record))
            yield f"r{number}", {"id": record.stored.get("id"), "record": record.stored}

    @property
    def factors(self) -> Sequence[float]:
        """The factor of each record's score."""
        return self._values["factor"]

    @property
    def parts(self) -> dict[str, int]:
        """Column -> its parts; no column whose records all have the default."""
        return {name: len(parts) for name, parts in self._packed().items()}

    @property
    def digests(self) -> int:
        """The parts of the digests."""
        return len(range(0, len(self._digests), PART))

    def documents(self) -> Iterator[Document]:
        """The parts of the columns."""
        for name, parts in self._packed().items():
            for part, text in enumerate(parts):
                yield f"c{name}.{part}", {"column": text}
        for part in range(self.digests):
            yield f"d{part}", {"digests": b64encode(b"".join(self._digests[part * PART :][:PART])).decode()}

    def _packed(self) -> dict[str, list[str]]:
        changed = {
            name: values for name, values in self._values.items() if values.count(COLUMNS[name][1]) < len(values)
        }
        return {name: pack_column(COLUMNS[name][0], values) for name, values in changed.items()}


def term_documents(terms: Iterable[tuple[str, Postings]]) -> Iterator[Document]:
    """The parts of each posting list, the first with the key, its ordinal, its records, its highest code, its parts."""
    for ordinal, (key, (numbers, codes)) in enumerate(terms):
        first, *more = pack_postings(numbers, codes)
        told = f"{ordinal} {len(codes)} {max(codes)} {1 + len(more)}"
        yield f"t{ordinal}.0", {"folded": key.partition(SEPARATOR)[0], "key": key, "told": told, "postings": first}
        for part, text in enumerate(more, 1):
            yield f"t{ordinal}.{part}", {"postings": text}
