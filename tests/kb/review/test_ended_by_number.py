"""Which entry of a register a record means that replaces a document by its number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.register.entry import RegisterEntry
from kb.review.ended_by_number import EndedByNumber
from tests.support.corpora import clean_files, document, load

IN_FORCE = "  - {kind: in_force, date: 2022-01-15, sure: read, sources: [s1]}\n"


@pytest.mark.parametrize(
    ("number", "told", "day", "is_meant"),
    [
        ("30/2019/TT-BA", "2019-03-05", "2019-03-05", True),
        ("30/2019/TT-BA", "2019-03-05", "2019-03-06", False),
        ("30/2019/TT-BA", "2019", "2019-03-06", True),
        ("30/2019/TT-BA", "unknown", "2019-03-06", True),
        # A number without its year is given anew every year.
        ("30/QĐ-BA", "2019-03-05", "2019-03-05", True),
        ("30/QĐ-BA", "2019", "2019-03-05", False),
        ("30/QĐ-BA", "unknown", "2019-03-05", False),
    ],
)
def test_which_entry_is_meant(tmp_path: Path, number: str, told: str, day: str, is_meant: bool) -> None:
    relation = (
        "numbered_relations:\n"
        f"  - {{kind: thay_the, to_number: {number}, to_issued: '{told}', sure: read, sources: [s1]}}\n"
    )
    files = {"documents/tt-2.yaml": document("tt-2", "2/2021/TT-BA", "2021-12-01", IN_FORCE, relation)}
    corpus = load(tmp_path, clean_files() | files)
    assert [str(problem) for problem in corpus.problems] == []
    entry = RegisterEntry.parse(f"{number}\tThông tư\tpd:{day}\t\t\t\t\t\t")
    assert bool(EndedByNumber(corpus).told(entry, date(2026, 11, 24))) is is_meant
