"""A corpus as one text of data, for a program that has the records but not their files.

JSON: a list of records for each folder of the corpus. What was read from files (places, problems, texts) is left
behind, so an unpacked corpus can be asked but not checked.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Raw, json

from kb.corpus.corpus import Corpus
from kb.model import CLASS_OF_FOLDER, decoded


def pack(corpus: Corpus) -> bytes:
    """The records of a corpus as UTF-8 JSON, in the order of their ids: equal corpora give equal bytes."""
    return json.encode({folder: list(corpus.of(cls).values()) for folder, cls in CLASS_OF_FOLDER.items()}, enc_hook=str)


def unpack(data: bytes) -> Corpus:
    """The corpus that was packed; it stands in no folder. Raises msgspec.MsgspecError for other data."""
    corpus = Corpus(Path("corpus"))
    for folder, packed in json.decode(data, type=dict[str, list[Raw]]).items():
        cls = CLASS_OF_FOLDER[folder]
        records = (json.decode(record, type=cls, dec_hook=decoded) for record in packed)
        corpus.records |= {record.id: record for record in records}
    return corpus
