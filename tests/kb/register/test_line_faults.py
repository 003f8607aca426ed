"""What is wrong with a line of a register's file: a table of cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.register.line_faults import LineFault, misplaced_lines, unreadable_lines

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("line_faults.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['file']} {case['says']}")
def test_what_is_told_of_a_line(tmp_path: Path, case: dict[str, Any]) -> None:
    path = tmp_path / case["file"]
    path.write_text("\n".join(["headings", *case["lines"], ""]).replace("|", "\t"), "utf-8")
    found = list(unreadable_lines(path, frozenset({"pd"})))
    found += misplaced_lines(path) if path.stem.isdigit() else []
    assert found == [LineFault(len(case["lines"]) + 1, said) for said in case["says"]]
