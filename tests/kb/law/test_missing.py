"""What is told of a record without a status: what it lacks, and where that is published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.law.missing import missing
from tests.support.corpora import body, clean_files, document, load

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "missing.yaml").read_text("utf-8"))
PROGRAMME = """\
id: tt-9
name: Phong trào thử
type: phong-trao
led_by: [{led_by}]
launched: unknown
summary: Tóm tắt.
witnesses:
  - {{facts: [name], sure: read, sources: [s1]}}
sources:
  - {{id: s1, where: https://example.vn/a, checked: 2026-01-02}}
"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["because"])
def test_what_is_missing(case: dict[str, Any], tmp_path: Path) -> None:
    files = clean_files() | {"bodies/hoi-b.yaml": body("hoi-b", "Hội B")}
    if "led_by" in case:
        files["programmes/tt-9.yaml"] = PROGRAMME.format(led_by=", ".join(case["led_by"]))
    else:
        issued, kind = str(case.get("issued", "2010-03-05")), case.get("type", "thong-tu")
        text = document("tt-9", case.get("number", "09/2010/TT-BA"), issued, type_=kind)
        access = f", access: {case['access']}}}" if "access" in case else "}"
        files["documents/tt-9.yaml"] = text.replace("checked: 2026-01-02}", f"checked: 2026-01-02{access}")
    corpus = load(tmp_path, files)
    assert missing(corpus, corpus.records["tt-9"]) == case["words"]
