"""The corpus that every hook of a build works on, read once; again when a file of it changed (`kb serve`)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from kb.corpus.fingerprint import corpus_fingerprint
from kb.corpus.load import load_corpus
from kb.site_build.build import build_day, corpus_of
from kb.views.common import SiteSnapshot

_last: list[tuple[Any, SiteSnapshot]] = []
"""The configuration of the build that asked last, and its snapshot."""


def shelf_of(config: Any) -> SiteSnapshot:
    """The corpus of the build, on the day of the build."""
    if not _last or _last[0][0] is not config:  # each build has its own, and asks for the files of the corpus once
        root = corpus_of(config.config_file_path)
        _last[:] = [(config, _shelf(root, corpus_fingerprint(root), build_day()))]
    return _last[0][1]


@lru_cache(maxsize=1)
def _shelf(root: Path, fingerprint: str, day: date) -> SiteSnapshot:
    return SiteSnapshot(load_corpus(root), day)
