"""Every line of kb and indexer that no test reaches has a reason in uncovered.yaml. `make coverage` runs it.

    python -m coverage json -o build/coverage/report.json
    python -m tests.coverage.report build/coverage/report.json

A line is named by its file and its text, so that other lines may move. A row with `function` instead of `line`
speaks for all lines of that function.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.support.paths import ROOT

REASONS = Path(__file__).with_name("uncovered.yaml")


class Line(NamedTuple):
    """A line of code: its file from the project's root, its number from 1, and its text without the indent."""

    file: str
    number: int
    text: str


def uncovered(report: dict[str, dict[str, dict[str, list[int]]]]) -> Iterator[Line]:
    """The lines that a JSON report of coverage calls missing."""
    for file, measured in report["files"].items():
        for number in measured["missing_lines"]:
            yield Line(file, number, source(file)[number - 1].strip())


def has_reason(line: Line, rows: list[dict[str, str]]) -> bool:
    """Whether a row names the line, or the function that it stands in."""
    own = [row for row in rows if row["file"] == line.file]
    return any(row.get("line") == line.text or line.number in function(line.file, row.get("function")) for row in own)


def function(file: str, name: str | None) -> range:
    """The lines of the functions of a file that have this name; of none, none."""
    for node in ast.walk(ast.parse("\n".join(source(file)))):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return range(0)


@cache
def source(file: str) -> list[str]:
    """The lines of a file of the project."""
    return (ROOT / file).read_text("utf-8").splitlines()


def reasons() -> list[dict[str, str]]:
    """The table of lines that no test reaches."""
    return yaml.safe_load(REASONS.read_text("utf-8"))  # type: ignore[no-any-return]


def main(path: Path) -> int:
    """Print every line that is not reached and has no reason; 1 when there is one."""
    rows = reasons()
    unexplained = [line for line in uncovered(json.loads(path.read_text("utf-8"))) if not has_reason(line, rows)]
    for line in unexplained:
        print(f"{line.file}:{line.number}: {line.text}")
    if unexplained:
        print(f"{len(unexplained)} lines that no test reaches: test them, or say why in {REASONS.relative_to(ROOT)}")
    return int(bool(unexplained))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
