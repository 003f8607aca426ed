"""The real corpus indexed once a session."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.build.build import build
from kb.corpus.load import load_corpus
from tests.support.paths import ROOT


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("index")
    build(load_corpus(ROOT / "corpus"), directory, day=date(2026, 11, 24))
    return directory
