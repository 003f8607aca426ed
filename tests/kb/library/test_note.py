"""Source notes, from a table; any text is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins

from kb.library.note import StatedSources, parse_note

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("notes.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"][:60])
def test_note(case: dict[str, Any]) -> None:
    found = to_builtins(parse_note(case["note"]))
    changes = [
        [change.get(name, "") for name in ("how", "by", "number", "in_force")] for change in found.pop("changes", ())
    ]
    assert found == case["says"]
    assert changes == case.get("changes", [])


def test_what_the_first_note_states_holds_of_all() -> None:
    sources = StatedSources()
    sources.of(CASES[0]["note"])
    second = sources.of("(Điều 9 Luật số 35/2013/QH13, có hiệu lực thi hành kể từ ngày 01/01/2014)")
    assert (second.article, second.issued, second.issuer) == ("9", "2013-06-20", "Quốc hội")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    parse_note(f"(Điều 1 Luật số 1/2020/QH14 {text}")
