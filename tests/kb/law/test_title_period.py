"""The period that a title gives its own plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.law.title_period import title_period
from tests.support.corpora import clean_files, document, load

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "periods_of_titles.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_title(case: dict[str, Any], tmp_path: Path) -> None:
    issued, type_ = case.get("issued", "2016-01-05"), case.get("type", "ke-hoach")
    text = document("kh-9", "9/KH-BA", issued, type_=type_).replace("title: Về việc kh-9", f"title: '{case['title']}'")
    corpus = load(tmp_path, clean_files() | {"documents/kh-9.yaml": text})
    end = title_period(corpus.documents["kh-9"])
    assert (str(end) if end else None) == case["end"]
