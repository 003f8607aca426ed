"""YAML to records: every fault has its place and code, and no text ever raises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.corpus.file_text import MAX_BYTES
from kb.corpus.reader import read_record
from kb.corpus.source import parse, read
from kb.model import Document, Term
from kb.problem import Problem

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "faulty.yaml").read_text("utf-8"))


def problems_of(text: str) -> list[Problem]:
    sourced, problems = parse(text, "terms/x.yaml")
    return problems if sourced is None else read_record(Term, sourced)[1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_fault(case: dict[str, Any]) -> None:
    found = [(p.mark.line, p.mark.column, p.code) for p in problems_of(case["text"])]
    assert found == [tuple(case["problem"])]


def test_every_fault_is_told_at_once() -> None:
    assert [p.code for p in problems_of("id: x\nla: 1\nlạ: 2\n")] == ["FLD01", "FLD01", "FLD02", "FLD02"]


def test_nothing_is_guessed() -> None:
    sourced, _ = parse("a: no\nb: 2015-01-01\nc: 06\nd: 12:30:00\ne: ~\n", "x")
    assert sourced is not None
    assert sourced.value == {"a": "no", "b": "2015-01-01", "c": "06", "d": "12:30:00", "e": "~"}


def test_value_and_key_places() -> None:
    sourced, _ = parse("a:\n  - b: 1\n    c: 2\n", "x")
    assert sourced is not None
    assert (sourced.mark(("a", 0, "c")).line, sourced.mark(("a", 0, "c")).column) == (3, 8)
    assert sourced.mark(("a", 0, "missing")).line == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"id: \xff\xfe", "SRC01"), (b"#" * (MAX_BYTES + 1), "SRC06")],
    ids=["not UTF-8", "too large"],
)
def test_unreadable_file(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    assert [p.code for p in read(path, "x.yaml")[1]] == [code]


def test_byte_order_mark_and_crlf_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("\ufeffid: x\r\nabbreviation: X\r\nexpansion: một\r\n".encode())
    sourced, problems = read(path, "x.yaml")
    assert problems == []
    assert sourced is not None
    assert sourced.value["expansion"] == "một"


@given(st.text(max_size=300))
def test_any_text_gives_a_record_or_problems(text: str) -> None:
    problems_of(text)


@given(
    st.lists(
        st.sampled_from(["id: x", "- ", "  ", "\n", "a: &b", "*b", "{", "]", '"', "'", "|", ":", "#", "\t", "!!x"])
    )
)
def test_any_yaml_like_text_gives_a_record_or_problems(parts: list[str]) -> None:
    problems_of("".join(parts))


def test_deep_nesting_is_refused() -> None:
    assert {p.code for p in problems_of("[" * 3000)} == {"SRC03"}
    assert {p.code for p in problems_of("[" * 100 + "]" * 100)} == {"SRC03"}


def test_remedies_name_what_was_meant() -> None:
    text = "id: x\nnumber: a\nevent: x\ntype: thong_tu\nissuers: [b]\n"
    text += "events: [{kind: issued, date: 28/12/2021, sure: read}]\n"
    sourced, _ = parse(text, "x")
    assert sourced is not None
    helps = {problem.code: problem.help for problem in read_record(Document, sourced)[1]}
    assert helps["FLD10"] == "viết 2021-12-28"
    assert helps["FLD03"].endswith("(có phải thong-tu?)")
    assert helps["FLD02"] == "có phải “events”?"
