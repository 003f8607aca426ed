"""The real corpus on a fixed day."""

from __future__ import annotations

from datetime import date

import pytest

from kb.corpus.load import load_corpus
from kb.views.site_snapshot import SiteSnapshot
from tests.support.paths import ROOT


@pytest.fixture(scope="session")
def real() -> SiteSnapshot:
    return SiteSnapshot(load_corpus(ROOT / "corpus"), date(2026, 1, 1))
