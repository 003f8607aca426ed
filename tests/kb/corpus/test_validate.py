"""Values held against the table of fields: what may stand, every fault at once, nothing left for msgspec to find."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from kb.corpus.source import parse
from kb.corpus.validate import FieldFault, validate
from kb.model import RECORD_CLASSES, Document, Record, decoded
from kb.model.fields import as_builtins
from tests.support.corpora import document
from tests.support.paths import ROOT

VALUES: dict[str, dict[str, list[str]]] = yaml.safe_load((Path(__file__).parent / "validate.yaml").read_text("utf-8"))
HOLDERS = {
    "date": ("documents", ("events", 0, "date")),
    "full date": ("documents", ("sources", 0, "checked")),
    "due day": ("plans", ("reports", 0, "due")),
    "address": ("documents", ("links", 0, "url")),
}
CASES = [(kind, text, good == "good") for kind, both in VALUES.items() for good in both for text in both[good]]


@cache
def records(folder: str) -> tuple[Any, ...]:
    """The values of the files of a folder, as they are read."""
    found = (parse(path.read_text("utf-8"), "x")[0] for path in sorted((ROOT / "corpus" / folder).glob("*.yaml")))
    return tuple(sourced.value for sourced in found if sourced)


def put(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """A copy of the value with another one at the path."""
    changed = holder = copy.deepcopy(value)
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = new
    return changed


@pytest.mark.parametrize(("kind", "text", "good"), CASES)
def test_values(kind: str, text: str, good: bool) -> None:
    folder, path = HOLDERS[kind]
    cls = next(cls for cls in RECORD_CLASSES if cls.record_kind.folder == folder)
    value = next(value for value in records(folder) if value.get(path[0]))
    faults = validate(cls, put(value, path, text))[1]
    assert [fault.path for fault in faults] == ([] if good else [path])


def test_every_fault_has_its_kind_path_and_what_was_asked_for() -> None:
    value = yaml.load(document("tt-90", "90/2025/TT-BCA", "2025-09-15"), yaml.BaseLoader)
    value |= {
        "id": "TT 90",
        "title": "  ",
        "type": "thong_tu",
        "issuers": [],
        "duties": "một",
        "events": ["x"],
        "colour": "đỏ",
    }
    del value["summary"]
    kinds = [(fault.kind, fault.path) for fault in validate(Document, value)[1]]
    assert kinds == [
        ("pattern", ("id",)),
        ("choice", ("type",)),
        ("too_few", ("issuers",)),
        ("empty", ("title",)),
        ("missing", ("summary",)),
        ("list", ("duties",)),
        ("group", ("events", 0)),
        ("undeclared", ("colour",)),
    ]
    assert FieldFault("pattern", ("id",), "TT 90", "^[a-z0-9]+(-[a-z0-9]+)*$") in validate(Document, value)[1]


def test_spaces_around_a_text_are_no_part_of_it_and_blank_fields_are_not_given() -> None:
    value = yaml.load(document("tt-90", "90/2025/TT-BCA", "2025-09-15"), yaml.BaseLoader)
    plain, faults = validate(Document, value | {"title": " Tên\n", "term": None, "lạ": None})
    assert not faults
    assert convert(plain, Document, dec_hook=decoded).title == "Tên"
    assert convert(plain, Document, dec_hook=decoded).term is None


@pytest.mark.parametrize("cls", RECORD_CLASSES, ids=lambda cls: str(cls.record_kind.name))
def test_a_record_is_read_again_as_itself(cls: type[Record]) -> None:
    assert records(cls.record_kind.folder)
    for value in records(cls.record_kind.folder):
        record = convert(validate(cls, value)[0], cls, dec_hook=decoded)
        for defaults in (True, False):
            typed = text_of(as_builtins(record, defaults=defaults))
            plain, faults = validate(cls, typed)
            assert not faults
            assert convert(plain, cls, dec_hook=decoded) == record


def text_of(value: Any) -> Any:
    """The value as YAML gives it: every number is text."""
    if isinstance(value, dict):
        return {key: text_of(item) for key, item in value.items()}
    return [text_of(item) for item in value] if isinstance(value, list) else str(value)


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths to every value inside."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for step, item in steps for place in ((*path, step), *places(item, (*path, step)))]


STRANGE = st.recursive(
    st.none()
    | st.text(max_size=9)
    | st.sampled_from(["unknown", "s1", "2024-02-30", "https://", "12", "-1", "x" * 99]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "lạ"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.data())
def test_what_has_no_fault_can_be_built(data: st.DataObject) -> None:
    """msgspec refuses nothing that was passed, in records of which anything was changed."""
    cls = data.draw(st.sampled_from(RECORD_CLASSES))
    value = data.draw(st.sampled_from(records(cls.record_kind.folder)))
    for _ in range(data.draw(st.integers(1, 3))):
        value = put(value, data.draw(st.sampled_from(places(value))), data.draw(STRANGE))
    plain, faults = validate(cls, value)
    if not faults:
        assert isinstance(convert(plain, cls, dec_hook=decoded), cls)


@given(STRANGE)
def test_any_value_gives_a_record_or_faults(value: Any) -> None:
    for cls in RECORD_CLASSES:
        assert validate(cls, value)[1]
