"""A cache of records by the content of their files, so that unchanged files are not parsed again.

One JSON file: data alone, nothing that is executed. It holds only records that were read without fault, and decoding
validates each against the types of its fields. A file that is missing, broken or of another version is an empty cache.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import MsgspecError, Raw, Struct, json

from kb.corpus.source import LIBRARY
from kb.model import Record, decoded

R = TypeVar("R", bound=Record)
FILES_READ_AGAIN = 8
"""Up to so many changed files the cache is not written: to parse them again is faster than to write it."""
_ROOMS = ("language", "model", "number", "corpus")
"""The rooms of kb that decide what a text is read as: when one of them changes, the cache is discarded."""

_BROKEN = (MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding a damaged cache raises."""


class _Stored(Struct):
    version: str
    records: dict[str, Raw]


class RecordCache:
    """Records by kind and content of their files. `get` and `put` mark what is in use; `save` drops the rest."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._old = self._load()
        self._new: dict[str, Raw] = {}

    def _load(self) -> dict[str, Raw]:
        try:
            stored = json.decode(self.path.read_bytes(), type=_Stored)
        except (OSError, *_BROKEN):
            return {}
        return stored.records if stored.version == _version() else {}

    def get(self, cls: type[R], text: str) -> R | None:
        """The record of this text, or None when it is not in the cache."""
        key = _key(cls, text)
        raw = self._old.get(key)
        if raw is None:
            return None
        try:
            record = json.decode(raw, type=cls, dec_hook=decoded)
        except _BROKEN:
            return None
        self._new[key] = raw
        return record

    def put(self, text: str, record: Record) -> None:
        """Keep the record that this text was read as."""
        self._new[_key(type(record), text)] = Raw(json.encode(record, enc_hook=str))

    def save(self) -> None:
        """Write the records used since loading in place of the old ones. A disk that is full or locked is no error."""
        if self._old and len(self._new.keys() ^ self._old.keys()) <= FILES_READ_AGAIN:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            aside = self.path.with_suffix(f".{os.getpid()}")
            aside.write_bytes(json.encode(_Stored(_version(), self._new)))
            aside.replace(self.path)
        except OSError:
            return


@cache
def _version() -> str:
    mark = zlib.crc32(f"{msgspec.__version__} {LIBRARY}".encode())
    for room in _ROOMS:
        for path in sorted((Path(__file__).parents[1] / room).glob("*.py")):
            mark = zlib.crc32(path.read_bytes(), mark)
    return f"{mark:08x}"


def _key(cls: type[Record], text: str) -> str:
    return hashlib.blake2b(f"{cls.record_kind.name}\n{text}".encode(), digest_size=16).hexdigest()
