"""Verdicts by the register on what the corpus does not hold: a table of drafts of one line each."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.drafts import Draft
from kb.register.layers import Layer, LayerRegister
from kb.review.judge import review
from kb.review.model import Finding, Review
from kb.review.report import report_lines
from tests.support.paths import ROOT
from tests.support.registers import register

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("registered.yaml").read_text("utf-8"))
HELD = register(TABLE["register"], TABLE["known"])


@cache
def corpus() -> Corpus:
    """The corpus without the documents of the register: what it holds itself is not asked of a register."""
    found = load_corpus(ROOT / "corpus")
    numbers = {row.partition("|")[0] for row in TABLE["register"]}
    found.records = {key: r for key, r in found.records.items() if getattr(r, "number", None) not in numbers}
    return found


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
    assert all(finding.label == case.get("label", finding.label) for finding in findings)
    assert all(finding.layer.value == case.get("layer", finding.layer.value) for finding in findings)


def test_a_report_ends_with_what_was_compared() -> None:
    text = (
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; Thông tư số 124/2021/TT-BCA; Nghị quyết số 99-NQ/TU; "
        "Kế hoạch số 99/KH-UBND; Công văn số 99/BYT-VP; TCVN 1234:2020; Nghị định số 999/2020/NĐ-CP."
    )
    found = judged(text)
    assert list(report_lines(found, color=False))[-1] == (
        "Đã đối chiếu 2 trong 7 viện dẫn: 1 với kho, 1 với sổ đăng ký. Chưa đối chiếu được 5, vì kho và sổ đăng ký "
        "chưa có đủ dữ kiện: 1 văn bản của địa phương (“Kế hoạch số 99/KH-UBND”); 1 văn bản của Đảng, đoàn thể "
        "(“Nghị quyết số 99-NQ/TU”); 1 công văn (“Công văn số 99/BYT-VP”); 1 tiêu chuẩn, quy chuẩn (“TCVN 1234:2020”); "
        "1 văn bản trung ương (“Nghị định số 999/2020/NĐ-CP”)."
    )
    assert found.as_json()["coverage"]["compared"] == {"corpus": 1, "register": 1}


def test_the_private_register_names_itself() -> None:
    [finding] = judged("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", layer=Layer.PRIVATE).findings
    assert finding.layer is Layer.PRIVATE
    assert "với sổ riêng của cơ quan" in judged("Nghị định số 30/2020/NĐ-CP", layer=Layer.PRIVATE).coverage.line()


def test_how_many_of_the_right_ones_may_not_hold_any_more_is_counted() -> None:
    found = judged("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; Nghị định số 40/2015/NĐ-CP ngày 27/4/2015")
    assert found.summary() == "2 viện dẫn: 2 đúng (1 chưa rõ hiệu lực)"
    assert [citation["effect"] for citation in found.as_json()["citations"]] == [None, "unknown"]
    assert "  đúng: 2 viện dẫn (1 chưa rõ hiệu lực) (--all để liệt kê)" in list(report_lines(found, color=False))


def test_a_hint_of_a_record_of_the_day_typed_stands_beside_a_number_that_a_register_holds_for_another_day() -> None:
    held = register(["60/2014/NĐ-CP|Nghị định|pd,cb:2014-06-19||pd:Quy định về hoạt động in||||"])
    draft = Draft("a.txt", "Nghị định số 60/2014/NĐ-CP ngày 21/01/2014 của Chính phủ")
    layers = [LayerRegister(Layer.REGISTER, held)]
    [finding] = review(corpus(), draft, date(2026, 11, 24), layers).findings
    assert said(finding) == "suspect date-register"
    assert [near.id for near, _ in finding.suggestions] == ["nd-06-2014-nd-cp"]
