"""Word segmentation, cached by content. The only module that calls underthesea, and only to index.

The cache is a table beside the index: text's hash -> its compounds. Several processes may read and write it at once;
one that cannot be read is begun anew, because all it holds can be computed again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

Progress = Callable[[int, int], None]
_TABLE = "CREATE TABLE IF NOT EXISTS segments (text BLOB PRIMARY KEY, compounds TEXT NOT NULL) WITHOUT ROWID"
_KEPT = 100
"""Texts segmented between two writes to the cache: what a build that is broken off has to do again."""
_WAIT = 60.0
"""Seconds to wait for another process that writes."""


class Segmenter:
    """Compounds of texts; what was segmented before is read from the cache."""

    def __init__(self, cache: Path) -> None:
        self._path = cache
        self._rows = _open(cache)

    def compounds(self, texts: Sequence[str], told: Callable[[int], None]) -> list[list[str]]:
        """The segmented words of two syllables or more of each text; `told` hears how many more are done."""
        found: list[list[str]] = []
        for start in range(0, len(texts), _KEPT):
            part = texts[start : start + _KEPT]
            keys = [_key_of(text) for text in part]
            known = self._look_up(keys)
            new = {key: text for key, text in zip(keys, part, strict=True) if key not in known}
            fresh = {key: _segment(text) for key, text in new.items()}
            known.update(fresh)
            if fresh:
                with self._rows:
                    self._rows.executemany("INSERT OR REPLACE INTO segments VALUES (?, ?)", fresh.items())
            found += (known[key].splitlines() for key in keys)
            told(len(part))
        return found

    def forget_all_but(self, texts: Iterable[str], count: int) -> None:
        """Drop what an index of `count` texts no longer needs, once that is more than half of the cache.

        Only then are the texts read at all.
        """
        (stored,) = self._rows.execute("SELECT count(*) FROM segments").fetchone()
        if stored <= 2 * count:
            return
        used = {_key_of(text) for text in texts}
        unused = [row for row in self._rows.execute("SELECT text FROM segments") if row[0] not in used]
        with self._rows:
            self._rows.executemany("DELETE FROM segments WHERE text = ?", unused)

    def close(self) -> None:
        self._rows.close()

    def _look_up(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        marks = ",".join("?" * len(keys))
        return dict(self._rows.execute(f"SELECT text, compounds FROM segments WHERE text IN ({marks})", keys))


def _key_of(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(2):
        rows = sqlite3.connect(path, timeout=_WAIT)
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
