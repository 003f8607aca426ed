"""What an index was built from. An index of another version or an older corpus is built anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kb.fingerprint import corpus_fingerprint

VERSION = "6"
"""Raised whenever records, terms or files of the index change their form."""
CURRENT = "current"
MANIFEST = "manifest.tsv"
GLOSSARY = "glossary.tsv"


def current(directory: Path) -> Path | None:
    """The folder of the index in use, or None when there is none that can be read."""
    try:
        name = (directory / CURRENT).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    folder = directory / name
    return folder if name and (folder / MANIFEST).is_file() else None


def read_table(path: Path) -> dict[str, str]:
    """A table of two columns, as `write_table` wrote it; empty when unreadable."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def write_table(path: Path, table: Mapping[str, str]) -> None:
    """Write a table of two columns, a tab between: read at every query, so without a parser to import."""
    path.write_text("".join(f"{key}\t{value}\n" for key, value in table.items()), "utf-8")


def is_fresh(directory: Path, corpus: Path, day: str) -> bool:
    """Whether the index is of this version, of the corpus as it stands, with statuses of this day."""
    folder = current(directory)
    if folder is None:
        return False
    expected = {"version": VERSION, "fingerprint": corpus_fingerprint(corpus), "day": day}
    return read_table(folder / MANIFEST) == expected
