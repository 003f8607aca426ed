"""Quotations attributed to provisions, from a table; any text is judged."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from kb.citation.find import find
from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.model import Document, decoded
from kb.review.judge import review
from kb.review.quotes import judge_quote
from kb.review.verdicts import Verdict
from tests.support.corpora import body, document, load

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "quotes.yaml").read_text("utf-8"))
PROVISIONS = """\
provisions:
  - {kind: chuong, number: I, heading: QUY ĐỊNH CHUNG}
  - {kind: dieu, number: '1', heading: Phạm vi, text: ["Thông tư này quy định việc thử đối với công nhân công an."]}
  - {kind: dieu, number: '2', heading: Hồ sơ}
  - {kind: khoan, number: '1', text: [Người tham gia nộp một bộ hồ sơ.]}
  - {kind: khoan, number: '2', text: ["Hồ sơ gồm:"]}
  - {kind: diem, number: a, text: [Đơn đăng ký thử nghiệm;]}
  - {kind: diem, number: đ, text: [Giấy tờ khác.]}
"""


@pytest.fixture
def held(tmp_path: Path) -> Corpus:
    text = document("tt-90", "90/2025/TT-BCA", "2025-09-15", more=PROVISIONS)
    text = text.replace("title: Về việc tt-90", "title: Quy định việc thử nghiệm")
    return load(tmp_path, {"bodies/bo-a.yaml": body("bo-a", "Bộ A"), "documents/tt-90.yaml": text})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(held: Corpus, case: dict[str, Any]) -> None:
    (finding,) = review(held, Draft("a.txt", case["text"]), date(2026, 1, 2)).findings
    told = [[f.part, f.expected, f.got] for f in finding.faults if f.part.startswith(("quote", "provision"))]
    assert told == case.get("faults", [])
    right = f"trích đúng nguyên văn {case['right']}" if "right" in case else ""
    assert " ".join(finding.confirmed) == right
    wrong = any(part.startswith("quote") for part, _, _ in told)
    assert (finding.verdict is Verdict.WRONG) == wrong


def test_few_words_again_and_again_are_not_compared(tmp_path: Path) -> None:
    """Neither right nor wrong is said of them: the comparison would take minutes."""
    often = "\n".join(f"  - {{kind: dieu, number: '{n}', text: [{'một hai ' * 60}]}}" for n in range(2, 9))
    more = f"provisions:\n  - {{kind: chuong, number: I, heading: A}}\n{often}\n"
    text = document("tt-90", "90/2025/TT-BCA", "2025-09-15", more=more)
    corpus = load(tmp_path, {"bodies/bo-a.yaml": body("bo-a", "Bộ A"), "documents/tt-90.yaml": text})
    draft = f"Chương I Thông tư số 90/2025/TT-BCA quy định: “{'hai một một ' * 200}”"
    (finding,) = review(corpus, Draft("a.txt", draft), date(2026, 1, 2)).findings
    assert [fault.part for fault in finding.faults if fault.part.startswith("quote")] == []
    assert not [note for note in finding.notes if note.startswith("trích")]


PIECES = st.sampled_from(
    ["Điều 1 ", "khoản 1, 2 Điều 2 ", "điểm đ khoản 2 Điều 2 ", "Thông tư số 90/2025/TT-BCA ", "quy định: ", "“", "”",
     "Người tham gia nộp một bộ hồ sơ ", "… ", "(", ") ", ". "]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14).map("".join))
def test_any_text_is_judged(text: str) -> None:
    for citation in find(text):
        quoted = judge_quote(text, citation, DOCUMENT)
        assert not (quoted.right and quoted.faults)


DOCUMENT = convert(
    yaml.load(document("tt-90", "90/2025/TT-BCA", "2025-09-15", more=PROVISIONS), yaml.BaseLoader),
    Document,
    dec_hook=decoded,
)
