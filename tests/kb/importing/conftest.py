"""The corpus of the product, read once: bodies and documents that real headers name."""

from __future__ import annotations

import pytest

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from tests.support.paths import ROOT


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")
