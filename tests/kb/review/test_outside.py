"""Verdicts by the register on what the corpus does not hold: a table of drafts of one line each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.drafts import Draft
from kb.register.layers import Layer, LayerRegister
from kb.review.judge import review
from kb.review.model import Finding, Review
from kb.review.report import report_lines
from tests.kb.review.test_review import corpus
from tests.support.registers import register

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("registered.yaml").read_text("utf-8"))
HELD = register(TABLE["register"], TABLE["known"])


def judged(text: str, day: str = "2026-11-24", layer: Layer = Layer.REGISTER) -> Review:
    return review(corpus(), Draft("a.txt", text), date.fromisoformat(day), [LayerRegister(layer, HELD)])


def said(finding: Finding) -> str:
    return " ".join([finding.verdict.value, *sorted({fault.part for fault in (*finding.errors, *finding.doubts)})])


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["id"])
def test_verdict(case: dict[str, Any]) -> None:
    findings = judged(case["text"], str(case.get("at", "2026-11-24"))).findings
    assert [said(finding) for finding in findings] == case["found"]
    words = " ".join(sentence for finding in findings for sentence in finding.sentences())
    assert [part for part in case.get("says", []) if part not in words] == []
    assert [part for part in case.get("basis", []) if all(part not in f.basis for f in findings)] == []
    assert all(finding.layer.value == case.get("layer", finding.layer.value) for finding in findings)


def test_a_report_ends_with_what_was_compared() -> None:
    text = (
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; Thông tư số 124/2021/TT-BCA; Nghị quyết số 99-NQ/TU; "
        "Kế hoạch số 99/KH-UBND; Công văn số 99/BYT-VP; TCVN 1234:2020; Nghị định số 999/2020/NĐ-CP."
    )
    found = judged(text)
    assert list(report_lines(found, color=False))[-1] == (
        "Đã đối chiếu 2 trong 7 viện dẫn: 1 với kho, 1 với sổ đăng ký; 5 ngoài kho và sổ: 1 văn bản của địa phương, "
        "1 văn bản của Đảng, đoàn thể, 1 công văn, 1 tiêu chuẩn, quy chuẩn, 1 văn bản trung ương chưa có trong sổ."
    )
    assert found.as_json()["coverage"]["compared"] == {"corpus": 1, "register": 1}


def test_the_private_register_names_itself() -> None:
    [finding] = judged("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", layer=Layer.PRIVATE).findings
    assert finding.layer is Layer.PRIVATE
    assert "với sổ riêng của cơ quan" in judged("Nghị định số 30/2020/NĐ-CP", layer=Layer.PRIVATE).coverage.line()
