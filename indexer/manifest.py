"""What an index was built from. An index of another version or an older corpus is built anew."""

from __future__ import annotations

import json
from pathlib import Path

from kb.fingerprint import corpus_fingerprint

VERSION = 4
"""Raised whenever records, terms or files of the index change their form."""
CURRENT = "current"
MANIFEST = "manifest.json"


def current(directory: Path) -> Path | None:
    """The folder of the index in use, or None when there is none that can be read."""
    try:
        name = (directory / CURRENT).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    folder = directory / name
    return folder if name and (folder / MANIFEST).is_file() else None


def read(folder: Path) -> dict[str, object]:
    """The manifest of an index folder; empty when unreadable."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def is_fresh(directory: Path, corpus: Path, day: str) -> bool:
    """Whether the index is of this version, of the corpus as it stands, with statuses of this day."""
    folder = current(directory)
    if folder is None:
        return False
    manifest = read(folder)
    expected = {"version": VERSION, "fingerprint": corpus_fingerprint(corpus), "day": day}
    return {key: manifest.get(key) for key in expected} == expected
