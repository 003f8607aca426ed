"""Provisions and quotations of drafts against the library, from a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.drafts import Draft
from kb.library.compiled import compile_library
from kb.library.lookup import Library
from kb.library.store import LibraryStore
from kb.library.texts import LibraryTexts
from kb.review.judge import Reviewer
from kb.review.verdicts import Verdict
from tests.kb.library.test_importing import CHANGED, imported
from tests.kb.review.test_review import corpus
from tests.support.code_pages import page, write_folder

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("codified.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_the_library_says(tmp_path: Path, case: dict[str, Any]) -> None:
    text = page(changed=CHANGED if case.get("amended") else "")
    if case.get("partly"):
        text = text.replace("Hiệu lực thi hành", "Hồ sơ khác")
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": text}))
    compile_library(store)
    reviewer = Reviewer(corpus(), texts=LibraryTexts(Library(store.folder)))
    [finding] = reviewer.review(Draft("a.txt", case["text"]), date(2026, 11, 24)).findings
    assert [fault.part for fault in finding.faults] == case.get("found", [])
    assert bool(finding.confirmed) == case.get("right", False)
    assert finding.verdict is (Verdict.SUSPECT if "found" in case else Verdict.UNKNOWN)
    assert all("theo Bộ pháp điển, đọc 23/11/2026" in said for said in finding.confirmed)
    assert all(fault.source == "Bộ pháp điển, đọc 23/11/2026" for fault in finding.faults)
