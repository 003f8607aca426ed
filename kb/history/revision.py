"""The corpus as it stood at a revision of Git."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.errors import CorpusUnreadable
from kb.history.git import git, ownership
from kb.processes import ProgramMissing


def corpus_at(root: Path, revision: str) -> Corpus:
    """The corpus folder `root` at a branch, tag or commit. Raises CorpusUnreadable where Git has no such thing."""
    commit = _git(root, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    archive = _git(root, revision, "archive", "--format=tar", commit.decode().strip())
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(archive)) as files:
        place = Path(folder) / root.name
        place.mkdir()
        files.extractall(place, filter="data")
        return load_corpus(place)


def _git(root: Path, revision: str, *arguments: str) -> bytes:
    try:
        done = git(root, *arguments)
    except ProgramMissing:
        raise CorpusUnreadable("không có chương trình git trên máy") from None
    if done.code:
        raise CorpusUnreadable(ownership(root, done) or f"git không có kho dữ liệu ở “{revision[:60]}”")
    return done.out
