"""The table of lines that no test reaches is about lines that there are, and a line without a row is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.coverage.report import function, main, reasons, source

ROWS = reasons()
FILE = "kb/errors.py"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']} {row.get('line') or row['function']}")
def test_a_row_is_about_code_that_there_is(row: dict[str, str]) -> None:
    assert len(row["reason"].split()) >= 4
    if "function" in row:
        assert function(row["file"], row["function"])
    else:
        assert row["line"] in [line.strip() for line in source(row["file"])]


def report(tmp_path: Path, file: str, number: int) -> Path:
    """A report of coverage with one line that is not reached."""
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"files": {file: {"missing_lines": [number]}}}), "utf-8")
    return path


def test_a_line_without_a_reason_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(report(tmp_path, FILE, 1)) == 1
    assert capsys.readouterr().out.startswith(f"{FILE}:1: {source(FILE)[0].strip()}\n1 lines")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']} {row.get('line') or row['function']}")
def test_a_line_with_a_reason_is_not(row: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.strip() for line in source(row["file"])]
    number = lines.index(row["line"]) + 1 if "line" in row else function(row["file"], row["function"])[-1]
    assert main(report(tmp_path, row["file"], number)) == 0
    assert capsys.readouterr().out == ""
