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
