"""What has changed since an index was written whole, as documents.

The one document `v` says which changes hold, and is replaced in one step: `g12` tells the keys of record 12, which
goes; `u…`, named by its content, holds a record that comes. Documents that `v` does not name mean nothing.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from indexer.engines.adapters.opensearch.documents import COLUMNS, Document
from indexer.engines.adapters.opensearch.fetching import Fetcher
from indexer.engines.port import EngineRecord, Replacement

NAME = "v"
"""The id of the document that says which changes hold."""
_NAME_DIGITS = 32
"""Hexadecimal digits in the name of a record that comes."""


class Amendment(NamedTuple):
    """Which changes hold, the lengths of the records as they are now, and what is needed to replace it safely."""

    changes: Sequence[Replacement]
    lengths: Mapping[str, int] | None
    """None where nothing has changed."""
    listed: list[Any]
    """What the document that says so has of each change."""
    version: Mapping[str, Any]
    """The parameters of a write that must find the document as it was read."""


def documents_of(changes: Sequence[Replacement], lengths: Mapping[str, int]) -> tuple[list[Document], dict[str, Any]]:
    """The documents that changes need, and the fields of the one that says they hold."""
    documents, listed = list[Document](), []
    for change in changes:
        documents += [(f"g{number}", {"keys": [*keys]}) for number, keys in change.gone]
        come = [_come(record, codes) for record, codes in change.come]
        documents += come
        listed.append([change.first, [number for number, _ in change.gone], [name for name, _ in come]])
    return documents, {"changes": listed, "lengths": lengths}


def _come(record: EngineRecord, codes: Mapping[str, int]) -> Document:
    fields = {"id": record.stored.get("id"), "record": record.stored}
    fields |= {"columns": {name: getattr(record, name) for name in COLUMNS}}
    fields |= {"keys": [*codes], "codes": b64encode(bytes(codes.values())).decode()}
    content = json.dumps(fields, ensure_ascii=False).encode()
    return f"u{sha256(content).hexdigest()[:_NAME_DIGITS]}", fields


def read_amendment(fetcher: Fetcher) -> Amendment:
    """What holds now. Raises the client's errors, and ValueError where a document is not there."""
    (found,) = fetcher.documents([NAME])
    if not found["found"]:
        return Amendment([], None, [], {"op_type": "create"})
    told = found["_source"]
    names = [name for _, gone, come in told["changes"] for name in (*(f"g{number}" for number in gone), *come)]
    fields = {document["_id"]: document["_source"] for document in fetcher.whole(names)}
    changes = [
        Replacement(first, [(number, fields[f"g{number}"]["keys"]) for number in gone], [*_records(fields, come)])
        for first, gone, come in told["changes"]
    ]
    version = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
    return Amendment(changes, told["lengths"], told["changes"], version)


def _records(fields: Mapping[str, Any], names: Sequence[str]) -> Iterator[tuple[EngineRecord, dict[str, int]]]:
    for one in map(fields.__getitem__, names):
        codes = dict(zip(one["keys"], b64decode(one["codes"]), strict=True))
        yield EngineRecord(one["record"], **one["columns"]), codes
