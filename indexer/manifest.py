"""What an index was built from and by which engine. An index of another version or an older corpus is rebuilt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kb.corpus.fingerprint import corpus_fingerprint
from kb.errors import IndexUnusable

VERSION = "12"
"""Raised whenever records, terms or files of the index change their form."""
CURRENT = "current"
MANIFEST = "manifest.tsv"
GLOSSARY = "glossary.tsv"
WITHOUT_RECORD = "without-record.tsv"
"""Key of a number -> what the corpus knows of documents of it that have no record: sentences, a tab between."""
ENGINE_SETTINGS = "engine.tsv"
"""What an engine that stands elsewhere is told of where that is; in the folder before the engine writes."""
ENGINE_STATE = "engine-state.tsv"
"""What such an engine wrote down of the state in which a build left the index there."""
LENGTHS = "lengths.tsv"
"""Field -> the words of all records together, and under `RECORDS` how many these are; in the folder before the engine
writes: one that can be amended keeps it."""
RECORDS = "records"
CHOSEN = "chosen.tsv"
"""The engine that the first index of a place is written by, until it is whole; beside the folders of the indices."""
_SIZE = "size of "


def current(directory: Path) -> Path | None:
    """The folder of the index in use, or None when there is none."""
    try:
        name = (directory / CURRENT).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    folder = directory / name
    return folder if name and (folder / MANIFEST).is_file() else None


def sizes_of(folder: Path) -> dict[str, str]:
    """The files of an index and their sizes in bytes, by which a truncated file is recognised."""
    return {f"{_SIZE}{path.name}": str(path.stat().st_size) for path in sorted(folder.iterdir()) if path.is_file()}


def usable(directory: Path) -> Path:
    """The folder of the index in use. Raises IndexUnusable when it is missing, of another version, or truncated."""
    folder = current(directory)
    if folder is None:
        raise IndexUnusable(f"không có chỉ mục ở {directory}; chạy: kb index")
    manifest = read_table(folder / MANIFEST)
    if manifest.get("version") != VERSION:
        raise IndexUnusable(f"chỉ mục ở {directory} do phiên bản khác của kb dựng; chạy: kb index")
    for name, size in manifest.items():
        if name.startswith(_SIZE):
            try:
                whole = (folder / name[len(_SIZE) :]).stat().st_size == int(size)
            except (OSError, ValueError):
                whole = False
            if not whole:
                raise IndexUnusable(f"chỉ mục ở {directory} bị thiếu hoặc hỏng; chạy: kb index")
    return folder


def day_of(folder: Path) -> str:
    """The day whose statuses the index has, as dd/mm/yyyy."""
    return "/".join(reversed(read_table(folder / MANIFEST).get("day", "").split("-")))


def read_table(path: Path) -> dict[str, str]:
    """A table of two columns, as `write_table` wrote it; empty when unreadable."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def write_table(path: Path, table: Mapping[str, str]) -> None:
    """Write a table of two columns, a tab between: read at every query, so it needs no parser to be imported."""
    path.write_text("".join(f"{key}\t{value}\n" for key, value in table.items()), "utf-8")


def is_fresh(directory: Path, corpus: Path, day: str) -> bool:
    """Whether the index is of this version, of the corpus as it stands, with statuses of this day."""
    folder = current(directory)
    if folder is None:
        return False
    expected = {"version": VERSION, "fingerprint": corpus_fingerprint(corpus), "day": day}
    manifest = read_table(folder / MANIFEST)
    return all(manifest.get(name) == value for name, value in expected.items())
