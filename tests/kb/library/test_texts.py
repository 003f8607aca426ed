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
from kb.register.layers import Layer, LayerRegister
from kb.review.judge import Reviewer
from kb.review.verdicts import Verdict
from tests.kb.library.test_importing import CHANGED, imported
from tests.kb.review.test_review import corpus
from tests.support.code_pages import page, write_folder
from tests.support.corpora import clean_files, document, load
from tests.support.registers import register

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("codified.yaml").read_text("utf-8"))


QUOTED = "Chương trình thử nghiệm do cơ sở lập và gửi cơ quan quản lý"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_the_library_says(tmp_path: Path, case: dict[str, Any]) -> None:
    text = page(changed=CHANGED if case.get("amended") else "")
    if case.get("partly"):
        text = text.replace("Hiệu lực thi hành", "Hồ sơ khác")
    if case.get("gap"):
        text = text.replace("Điều 1 Luật số", "Điều 9 Luật số")
    if case.get("quotes"):
        text = text.replace(
            "Luật này quy định việc",
            f"Chương IV<p>QUY ĐỊNH KHÁC<p>{QUOTED}.<p>Luật này quy định việc",
        )
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


def test_a_provision_of_a_record_without_text_is_compared_with_the_library(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page()}))
    compile_library(store)
    held = {"documents/l-1.yaml": document("l-1", "01/2021/QH15", "2021-06-20").replace("thong-tu", "luat")}
    reviewer = Reviewer(load(tmp_path, clean_files() | held), texts=LibraryTexts(Library(store.folder)))
    text = "Điều {} Luật số 01/2021/QH15 ngày 20/6/2021"
    for article, parts in ((3, []), (4, ["codified-provision-missing"])):
        [finding] = reviewer.review(Draft("a.txt", text.format(article)), date(2026, 11, 24)).findings
        assert finding.target == "l-1"
        assert [fault.part for fault in finding.faults if fault.part.startswith("codified")] == parts


TWINS = [
    "01/2021/QH15|Luật|pd:2021-06-20|quoc-hoi|pd:Luật Thử nghiệm ở cơ sở|pd:2022-01-01|||",
    "09/2025/QH15|Luật|pd:2025-06-14|quoc-hoi|pd:Luật Thử nghiệm ở cơ sở|pd:2026-01-01|||",
]
CITED = "điểm c khoản 2 Điều 2 Luật Thử nghiệm ở cơ sở"


@pytest.mark.parametrize(
    ("text", "is_compared"),
    [
        # The register knows a later law of the name, of which the library holds nothing.
        (CITED, False),
        (f"{CITED} năm 2021", True),
        (f"{CITED} năm 2025", False),
        (f"{CITED} số 09/2025/QH15", False),
        (f"Luật Thử nghiệm ở cơ sở số 09/2025/QH15 ngày 14/6/2025. Theo {CITED}", False),
        (f"Luật Thử nghiệm ở cơ sở số 01/2021/QH15 ngày 20/6/2021. Theo {CITED}", True),
    ],
)
@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 11, 24)])
def test_a_provision_is_compared_with_its_own_law(tmp_path: Path, text: str, is_compared: bool, day: date) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page()}))
    compile_library(store)
    registers = [LayerRegister(Layer.REGISTER, register(TWINS))]
    reviewer = Reviewer(corpus(), registers, texts=LibraryTexts(Library(store.folder)))
    findings = reviewer.review(Draft("a.txt", text), day).findings
    parts = {fault.part for finding in findings for fault in finding.faults}
    assert ("codified-provision-missing" in parts) is is_compared
