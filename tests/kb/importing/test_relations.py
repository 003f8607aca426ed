"""The relations that an import proposes, how sure they are, and how citations of one record are joined."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.read_document import read_document

CASES = yaml.safe_load((Path(__file__).parent / "relations.yaml").read_text("utf-8"))
HEAD = ["BỘ CÔNG AN", "Số: 90/2025/TT-BCA", "THÔNG TƯ", "Về việc thử"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(corpus: Corpus, case: dict[str, Any]) -> None:
    relations = read_document(corpus, Draft("a.txt", "\n".join([*HEAD, *case["text"]]))).relations
    shown = [f"{r.kind} {r.to or '–'} {round(r.confidence * 100)} {' '.join(r.provisions)}".rstrip() for r in relations]
    assert shown == case["relations"]


def test_texts_put_together_are_named_by_a_consolidated_text(corpus: Corpus) -> None:
    text = [
        "BỘ CÔNG AN",
        "Số: 12/VBHN-BCA",
        "NGHỊ QUYẾT",
        "VỀ VIỆC THỬ",
        "Nghị quyết số 51-NQ/TW ngày 05/9/2019 của Bộ Chính trị về việc thử, được sửa đổi, bổ sung bởi:",
        "1. Thông tư số 999/2021/TT-BCA ngày 01/12/2021 sửa đổi Thông tư số 998/2021/TT-BCA.",
        "Căn cứ Luật Thử;",
        "Điều 1. Việc",
        "Có việc./.",
    ]
    relations = read_document(corpus, Draft("a.txt", "\n".join(text))).relations
    shown = [(str(relation.kind), relation.to, relation.number) for relation in relations]
    assert shown[:2] == [
        ("hop_nhat", "nq-51-nq-tw-2019", "51-NQ/TW"),
        ("hop_nhat", None, "999/2021/TT-BCA"),
    ]
    assert "998/2021/TT-BCA" not in [number for kind, _, number in shown if kind == "hop_nhat"]
