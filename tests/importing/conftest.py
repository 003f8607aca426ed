"""The corpus of the product, read once: bodies and documents that real headers name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.corpus.corpus import Corpus, load_corpus


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus(Path(__file__).parents[2] / "corpus")
