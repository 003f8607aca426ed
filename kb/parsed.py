"""What files were last read as, kept by content so that unchanged files are not parsed again.

One JSON file: plain text, lists and groups, nothing that runs. It holds only files that parsed without fault, without
the fields that they leave blank. Whoever uses it still builds and checks the records. A file that is missing, broken or
of another version is no store at all.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

VERSION = 2
"""Raised when `kb.source` reads a text as something else than before."""
FEW = 8
"""So many files are parsed again sooner than the whole store is written again."""


class Parsed:
    """Values by the content of their files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._old = self._load()
        self._new: dict[str, Any] = {}

    def _load(self) -> dict[str, Any]:
        try:
            stored = json.loads(self.path.read_bytes())
            return dict(stored["values"]) if stored["version"] == VERSION else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}

    def get(self, text: str) -> Any:
        """The value of this text, or None when it was not seen."""
        key = _key(text)
        if key in self._old:
            self._new[key] = self._old[key]
        return self._new.get(key)

    def put(self, text: str, value: Any) -> None:
        self._new[_key(text)] = value

    def save(self) -> None:
        """Put the values of the files that stand now in place of the old; a full or locked disk costs only time."""
        if self._old and len(self._new.keys() ^ self._old.keys()) <= FEW:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            aside = self.path.with_suffix(f".{os.getpid()}")
            aside.write_text(json.dumps({"version": VERSION, "values": self._new}, ensure_ascii=False), "utf-8")
            aside.replace(self.path)
        except OSError:
            return


def _key(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
