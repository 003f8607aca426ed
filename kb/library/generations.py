"""Generations of a library: an import fills one beside that in use, which is switched when the new one is whole.

So an import that is killed, at whatever moment, leaves the library as it was, and whoever reads it meanwhile finds the
old texts with the places that belong to them. What had not changed is shared by hard links. A killed import of the
same source goes on in the generation that it began.
"""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from kb.files import replace_file
from kb.files.folders import copy_file, remove_folder, share_files
from kb.library.place import IN_USE, INDEX, SUBJECTS, in_use

_BEGUN_FROM = "begun-from"
"""A file in a generation: the name of the one in use when it was begun, and the source that is being imported."""
_WORDS = "segments.db"
"""The words of articles that the index of a library has segmented, which takes most of its time (`indexer.build`)."""


def begun(root: Path, source: Path) -> Path:
    """The generation to import into: what a killed import of this source began, else a new one with the same texts."""
    held = in_use(root)
    said = f"{held.name if held else ''}\n{source.resolve()}\n"
    others = [folder for folder in root.glob("g-*") if folder != held]
    begun = next((folder for folder in others if _said(folder) == said), None)
    for folder in others:
        if folder != begun:
            remove_folder(folder)
    if begun:
        return begun
    new = root / f"g-{uuid4().hex[:12]}"
    share_files((held or root) / SUBJECTS, new / SUBJECTS, "*.jsonl")
    if held:
        copy_file(held / INDEX / _WORDS, new / INDEX / _WORDS)
    replace_file(new / _BEGUN_FROM, said.encode())  # last: without it the generation is no beginning
    return new


def put_in_use(root: Path, generation: Path) -> None:
    """Switch to a generation that is whole, in one step, and delete the others."""
    replace_file(root / IN_USE, f"{generation.name}\n".encode())
    for folder in root.glob("g-*"):
        if folder != generation:
            remove_folder(folder)


def _said(folder: Path) -> str:
    path = folder / _BEGUN_FROM
    return path.read_text("utf-8") if path.is_file() else ""
