"""Git, asked about the folder of a corpus.

The settings of a repository name programs that Git starts: a monitor of files, filters and converters of content,
checkers of signatures, transports of what a partial clone lacks. A folder may come from anyone, so none is started:
`kb/history` asks only for what stands in the store, and what else could start one is switched off here.
"""

from __future__ import annotations

from pathlib import Path

from kb.processes import Finished, ProgramMissing, run_program

_ENGLISH = {"LC_ALL": "C", "LANGUAGE": "", "GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none"}
"""Its refusal is recognised by its words; nothing is written into a checkout that is only asked about, or fetched."""
_UNAIDED = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false")


def git(root: Path, *arguments: str, given: bytes = b"") -> Finished:
    """Run Git in the folder, with `given` on its standard input. Raises ProgramMissing."""
    return run_program("git", *_UNAIDED, "-C", str(root), *arguments, environment=_ENGLISH, given=given)


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
