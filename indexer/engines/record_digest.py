"""A digest of a record as an engine keeps it, by which one that has changed is told from those that have not."""

from __future__ import annotations

import json
from hashlib import blake2b

from indexer.engines.port import EngineRecord

DIGEST_BYTES = 16
"""Of a digest."""


def digest_of(record: EngineRecord) -> bytes:
    """`DIGEST_BYTES` bytes; equal for records that are equal in every field, also after a round trip as JSON."""
    return blake2b(json.dumps(record, ensure_ascii=False).encode(), digest_size=DIGEST_BYTES).digest()
