"""Git, asked about the folder of a corpus."""

from __future__ import annotations

from pathlib import Path

from kb.processes import Finished, ProgramMissing, run_program

_ENGLISH = {"LC_ALL": "C", "LANGUAGE": "", "GIT_OPTIONAL_LOCKS": "0"}
"""Its refusal is recognised by its words; nothing is written into a checkout that is only asked about."""


def git(root: Path, *arguments: str) -> Finished:
    """Run Git in the folder. Raises ProgramMissing."""
    return run_program("git", "-C", str(root), *arguments, environment=_ENGLISH)


def ownership(root: Path, done: Finished) -> str:
    """What to do where Git refuses a folder that belongs to another account (safe.directory of git-config(1))."""
    if b"dubious ownership" not in done.err:
        return ""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return (
        f"git không đọc {top} vì thư mục thuộc tài khoản khác; "
        f"nếu tin thư mục ấy, chạy: git config --global --add safe.directory '{top}'"
    )


def refusal(root: Path) -> str:
    """Why Git does not read a folder that it could read; empty where it does, or where there is no Git."""
    try:
        return ownership(root, git(root, "rev-parse", "--git-dir"))
    except ProgramMissing:
        return ""
