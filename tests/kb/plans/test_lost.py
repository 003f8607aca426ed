"""Which bases plans lose between two days: the turn of a status counts, not the status."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from kb.plans.lost import lost_bases
from tests.kb.rules.fuzz import PLAN
from tests.support.corpora import clean_files, document, load, write

ENDED = "  - {kind: repealed, date: 2025-06-30, sure: read, sources: [s1]}\n"
FILES = clean_files() | {
    "plans/kh-1.yaml": PLAN,
    "documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", events=ENDED),
}


@pytest.mark.parametrize(
    ("since", "day", "plans"),
    [
        ("2025-06-29", "2025-06-30", ["kh-1"]),
        ("2025-01-01", "2025-12-31", ["kh-1"]),
        ("2025-06-28", "2025-06-29", []),
        ("2025-06-30", "2025-07-01", []),
        ("2025-07-01", "2025-06-01", []),
    ],
)
def test_a_basis_is_lost_once(since: str, day: str, plans: list[str], tmp_path: Path) -> None:
    lost = list(lost_bases(load(tmp_path, FILES), date.fromisoformat(since), date.fromisoformat(day)))
    assert [line.partition(": ")[0] for line in lost] == plans


@pytest.mark.parametrize(
    ("since", "code", "words"),
    [("2025-06-29", 1, "kh-1: Thông tư 01/2020/TT-BA: hết hiệu lực"), ("2025-06-30", 0, "Không kế hoạch")],
)
def test_the_command_says_which(since: str, code: int, words: str, tmp_path: Path) -> None:
    corpus = str(write(tmp_path, FILES))
    done = CliRunner().invoke(main, ["--corpus", corpus, "basis", "--lost-since", since, "--at", "2025-07-02"])
    assert (done.exit_code, done.stderr) == (code, "")
    assert done.stdout.startswith(words)
    assert done.stdout.count("\n") == 1
