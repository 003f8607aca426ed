"""Word segmentation, cached by content. The only module that calls underthesea, and only to index."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

Progress = Callable[[int, int], None]


class Segmenter:
    """Compounds of texts; what was segmented before is read from a cache file."""

    def __init__(self, cache: Path) -> None:
        self._path = cache
        self._known: dict[str, list[str]] = _read(cache)
        self._used: dict[str, list[str]] = {}

    def compounds(self, texts: Sequence[str], progress: Progress) -> list[list[str]]:
        """The segmented words of each text; `progress` is told (done, total)."""
        result = []
        for done, text in enumerate(texts, 1):
            key = hashlib.sha256(text.encode()).hexdigest()[:32]
            if key not in self._known:
                self._known[key] = _segment(text)
            self._used[key] = self._known[key]
            result.append(self._known[key])
            progress(done, len(texts))
        return result

    def save(self) -> None:
        """Keep what this index needed; the rest is forgotten."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        partial = self._path.with_suffix(".partial")
        partial.write_text(json.dumps(self._used, ensure_ascii=False), "utf-8")
        partial.replace(self._path)


def _segment(text: str) -> list[str]:
    from underthesea import word_tokenize  # 0.8 s to import: paid only when there is something new

    return [word for word in word_tokenize(text) if " " in word]


def _read(path: Path) -> dict[str, list[str]]:
    try:
        known = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
