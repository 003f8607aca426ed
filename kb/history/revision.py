"""The corpus as it stood at a revision of Git."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.errors import CorpusUnreadable
from kb.history.stored import stored_files


def corpus_at(root: Path, revision: str) -> Corpus:
    """The corpus folder `root` at a branch, tag or commit. Raises CorpusUnreadable where Git has no such thing."""
    files = stored_files(root, revision)
    if not files:
        raise CorpusUnreadable(f"git không có kho dữ liệu ở “{revision[:60]}”")
    with TemporaryDirectory() as folder:
        place = Path(folder) / root.name
        for name, content in files.items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return load_corpus(place)
