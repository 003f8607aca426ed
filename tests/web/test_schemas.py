"""The schemas on the site are those of the clone, for every kind of record."""

from __future__ import annotations

from pathlib import Path

from kb.model import RECORD_CLASSES
from tests.support.paths import ROOT


def test_schemas_are_served(site: Path) -> None:
    served = {path.stem: path.read_text("utf-8") for path in (site / "luoc-do").glob("*.json")}
    assert set(served) == {cls.record_kind.name for cls in RECORD_CLASSES}
    assert served == {path.stem: path.read_text("utf-8") for path in (ROOT / "corpus" / "schema").glob("*.json")}
