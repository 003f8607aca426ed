"""A number stands in place of an id only until the corpus holds its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.rules.catalogue import number_of_a_held_document
from tests.support.corpora import clean_files, document, load

_RELATION = "numbered_relations:\n  - {{kind: {kind}, to_number: 01/2020/TT-BA{day}, sure: read, sources: [s1]}}\n"


@pytest.mark.parametrize(
    ("kind", "day", "faults"),
    [
        ("can_cu", "", 1),
        ("can_cu", ", to_issued: 2020-01-01", 1),
        ("can_cu", ", to_issued: 2020-06-09", 0),
        ("trung_so", "", 0),
        ("trung_so", ", to_issued: 2020-01-01", 1),
    ],
)
def test_relations(tmp_path: Path, kind: str, day: str, faults: int) -> None:
    text = document("tt-9", "09/2021/TT-BA", "2021-01-01", more=_RELATION.format(kind=kind, day=day))
    corpus = load(tmp_path, clean_files() | {"documents/tt-9.yaml": text})
    assert len(list(number_of_a_held_document.check(corpus))) == faults


@pytest.mark.parametrize(("number", "faults"), [("02/2021/TT-BA", 1), ("99/2022/TT-BA", 0)])
def test_causes(tmp_path: Path, number: str, faults: int) -> None:
    events = f"  - {{kind: amended, date: 2022-01-01, by_number: {number}, sure: read, sources: [s1]}}\n"
    text = document("tt-9", "09/2020/TT-BA", "2020-01-01", events=events)
    corpus = load(tmp_path, clean_files() | {"documents/tt-9.yaml": text})
    assert len(list(number_of_a_held_document.check(corpus))) == faults
