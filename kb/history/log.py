"""The history of the corpus as Git records it: which records each commit added, edited and removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.history.git import git
from kb.processes import ProgramMissing

_MARK, _PART = "\x1e", "\x1f"
_FILE = re.compile(r"^([AMD])\t([a-z]+)/([a-z0-9-]+)\.yaml$", re.MULTILINE)


@dataclass(frozen=True)
class Commit:
    """`moment` is ISO 8601 with its offset; records are (folder, id)."""

    id: str
    moment: str
    title: str
    added: tuple[tuple[str, str], ...]
    edited: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]


def history(root: Path) -> tuple[Commit, ...] | None:
    """Commits that touched records of the corpus folder, newest first; None where there is no Git or no history."""
    command = ["-c", "core.quotePath=false", "log", "--no-merges", "--no-renames"]
    command += ["--relative", "--name-status", f"--format={_MARK}%H{_PART}%cI{_PART}%s", "--", "."]
    try:
        done = git(root, *command)
    except ProgramMissing:
        return None
    if done.code:
        return None
    return tuple(_commits(done.out.decode("utf-8", "replace"))) or None


def _commits(text: str) -> Iterator[Commit]:
    for block in text.split(_MARK)[1:]:
        head, _, files = block.partition("\n")
        commit, moment, title = head.split(_PART, 2)
        found: dict[str, list[tuple[str, str]]] = {"A": [], "M": [], "D": []}
        for kind, folder, record in _FILE.findall(files):
            found[kind].append((folder, record))
        if any(found.values()):
            yield Commit(commit, moment, title, tuple(found["A"]), tuple(found["M"]), tuple(found["D"]))
