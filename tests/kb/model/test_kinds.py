"""Kinds of records are a table: what differs from kind to kind is asked of the record, never decided by its class."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.model import RECORD_CLASSES
from kb.model.kinds import KINDS
from tests.support.paths import ROOT

_NAMES = {"Record", "Sourced", *(cls.__name__ for cls in RECORD_CLASSES)}
_FILES = sorted(path for folder in ("kb", "indexer", "site/hooks") for path in (ROOT / folder).rglob("*.py"))


def decisions_by_class(source: str) -> Iterator[tuple[int, str]]:
    """(line, class) wherever code asks of which class a record is: isinstance, issubclass, a class pattern."""
    for node in ast.walk(ast.parse(source)):
        asked: ast.expr | None = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            asked = node.args[1] if node.func.id in ("isinstance", "issubclass") and len(node.args) == 2 else None
        elif isinstance(node, ast.MatchClass):
            asked = node.cls
        for name in ast.walk(asked) if asked else ():
            if isinstance(name, ast.Name) and name.id in _NAMES:
                yield name.lineno, name.id


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", _FILES, ids=shown)
def test_nothing_is_decided_by_the_class_of_a_record(path: Path) -> None:
    assert list(decisions_by_class(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("isinstance(record, Document)", ["Document"]),
        ("isinstance(record, (Programme, Observance))", ["Programme", "Observance"]),
        ("issubclass(cls, Sourced)", ["Sourced"]),
        ("match record:\n    case Plan():\n        pass", ["Plan"]),
        ("isinstance(value, str)", []),
        ("isinstance(record, cls)", []),
        ("record.kind_label", []),
    ],
)
def test_a_decision_by_class_is_seen(source: str, found: list[str]) -> None:
    assert [name for _, name in decisions_by_class(source)] == found


def test_every_kind_has_its_class_in_the_order_of_the_table() -> None:
    assert tuple(cls.record_kind for cls in RECORD_CLASSES) == KINDS


@pytest.mark.parametrize("column", ["name", "folder", "label", "pages"])
def test_no_two_kinds_share_a_word_or_a_place(column: str) -> None:
    values = [getattr(kind, column) for kind in KINDS]
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(
    ("kind", "address"),
    [("document", "van-ban/ma-1/"), ("plan", "ke-hoach/ma-1/"), ("term", "thuat-ngu/#ma-1")],
)
def test_a_record_is_shown_on_its_page_or_in_its_list(kind: str, address: str) -> None:
    found = next(row for row in KINDS if row.name == kind)
    assert found.address("ma-1") == address
