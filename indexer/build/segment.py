"""Word segmentation, cached by content. The only module that calls underthesea, and only to index.

The cache is an SQLite table beside the index: hash of a text -> its compounds. Several processes may read and write it
at once. An unreadable cache is deleted and begun anew, because all it holds can be computed again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

_TABLE = "CREATE TABLE IF NOT EXISTS segments (text BLOB PRIMARY KEY, compounds TEXT NOT NULL) WITHOUT ROWID"
_TEXTS_PER_WRITE = 100
"""Texts segmented between two writes to the cache: at most so many are segmented again after an interrupted build."""
_LOCK_TIMEOUT = 60.0
"""Seconds to wait while another process writes the cache."""


class Segmenter:
    """Compounds of texts; what was segmented before is read from the cache."""

    def __init__(self, cache: Path) -> None:
        """`cache` is the file of the cache, made where there is none. Raises OSError or sqlite3.OperationalError."""
        self._path = cache
        self._rows = _open(cache)

    def compounds(self, texts: Sequence[str], report: Callable[[int], None]) -> list[list[str]]:
        """The segmented words of two syllables or more of each text, each once, in the order of the text.

        `report` is called with the number of texts done since its last call.
        """
        found: list[list[str]] = []
        for start in range(0, len(texts), _TEXTS_PER_WRITE):
            part = texts[start : start + _TEXTS_PER_WRITE]
            keys = [_key_of(text) for text in part]
            known = self._look_up(keys)
            new = {key: text for key, text in zip(keys, part, strict=True) if key not in known}
            fresh = {key: _segment(text) for key, text in new.items()}
            known.update(fresh)
            if fresh:
                with self._rows:
                    self._rows.executemany("INSERT OR REPLACE INTO segments VALUES (?, ?)", fresh.items())
            found += (known[key].splitlines() for key in keys)
            report(len(part))
        return found

    def forget_all_but(self, texts: Iterable[str], count: int) -> None:
        """Delete the rows that are not of `texts`, `count` of them, once these are less than half of the cache.

        Until then `texts` is not iterated over.
        """
        (stored,) = self._rows.execute("SELECT count(*) FROM segments").fetchone()
        if stored <= 2 * count:
            return
        used = {_key_of(text) for text in texts}
        unused = [row for row in self._rows.execute("SELECT text FROM segments") if row[0] not in used]
        with self._rows:
            self._rows.executemany("DELETE FROM segments WHERE text = ?", unused)

    def close(self) -> None:
        """Close the file of the cache."""
        self._rows.close()

    def _look_up(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        marks = ",".join("?" * len(keys))
        return dict(self._rows.execute(f"SELECT text, compounds FROM segments WHERE text IN ({marks})", keys))


def _key_of(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(2):
        rows = sqlite3.connect(path, timeout=_LOCK_TIMEOUT)
        try:
            rows.execute("PRAGMA synchronous = OFF")  # a cache lost in a crash of the machine is computed again
            rows.execute(_TABLE)
            return rows
        except sqlite3.OperationalError:
            rows.close()
            raise
        except sqlite3.DatabaseError:
            rows.close()
            path.unlink()
    raise OSError(f"cannot open {path}")


def _segment(text: str) -> str:
    """The words of two syllables or more, a line each."""
    words = _segmenter()(text)
    return "\n".join(dict.fromkeys(word for word in words if " " in word and "\n" not in word))


@cache
def _segmenter() -> Callable[[str], list[str]]:
    """underthesea's segmenter, imported only when there is something new to segment.

    The import brings the package's other models' code with it; only the segmenter's model is loaded.
    """
    from underthesea import word_tokenize

    segment: Callable[[str], list[str]] = word_tokenize
    segment("")  # loads its model
    return segment
