"""The files of the corpus folder as Git stores them at a revision.

`git archive`, `git show` and `git diff` pass content through the filters that the repository names; `git cat-file`
does not (gitattributes(5), git-cat-file(1)).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from kb.errors import CorpusUnreadable
from kb.history.git import git, ownership
from kb.processes import ProgramMissing

_ENTRY = re.compile(rb"(\d+) blob (\w+)\t([^\0]+)\0")
_LINK = b"120000"
_LEADS_OUT = re.compile(r"(^|/)\.{0,2}(/|$)|[\\:]")


def stored_files(root: Path, revision: str, *folders: str) -> dict[str, bytes]:
    """The files of the folder `root`, or of those in it, at a branch, tag or commit, by their paths from `root`.

    A link to a file of the folder has that file's content, another is none. Raises CorpusUnreadable where Git has no
    such revision.
    """
    commit = _git(root, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    listed = _git(root, revision, "ls-tree", "-r", "-z", commit.decode().strip(), *folders)
    entries = [
        (mode, object_, name.decode("utf-8", "surrogateescape")) for mode, object_, name in _ENTRY.findall(listed)
    ]
    entries = [entry for entry in entries if not _LEADS_OUT.search(entry[2])]
    asked = b"".join(object_ + b"\n" for _, object_, _ in entries)
    found = _contents(_git(root, revision, "cat-file", "--batch", given=asked))
    files = {name: next(found) for _, _, name in entries}
    links = {name: files.pop(name) for mode, _, name in entries if mode == _LINK}
    meant = {
        name: posixpath.normpath(f"{posixpath.dirname(name)}/{to.decode(errors='replace')}")
        for name, to in links.items()
    }
    return files | {name: files[to] for name, to in meant.items() if to in files}


def _contents(answer: bytes) -> Iterator[bytes]:
    """The objects of an answer of `git cat-file --batch`: a line with name, type and size, then the content."""
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        size = int(answer[at:end].rpartition(b" ")[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def _git(root: Path, revision: str, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = git(root, *arguments, given=given)
    except ProgramMissing:
        raise CorpusUnreadable("không có chương trình git trên máy") from None
    if done.code or b" missing\n" in done.out[-9:]:
        raise CorpusUnreadable(ownership(root, done) or f"git không có kho dữ liệu ở “{revision[:60]}”")
    return done.out
