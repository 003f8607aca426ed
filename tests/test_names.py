"""What has a place has one, what has a name has it alone, and what others call says what it does."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.support.paths import ROOT

DESCRIBED = ("kb/language", "kb/number", "kb/model", "kb/corpus", "kb/law", "kb/citation", "indexer")
LEAST_DESCRIBED = 0.95
"""The least share of public functions, classes and methods of these rooms that have a docstring."""


def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def public(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """The public functions and classes of a module, with the public methods of these classes."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield within + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{within}{node.name}.")


@pytest.mark.parametrize("room", DESCRIBED)
def test_what_others_call_is_described(room: str) -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}": ast.get_docstring(node)
        for path in modules(room)
        for name, node in public(ast.parse(path.read_text("utf-8")).body)
    }
    missing = [name for name, words in found.items() if not words]
    assert found
    assert len(missing) <= (1 - LEAST_DESCRIBED) * len(found), "\n".join(missing)


def test_a_class_name_stands_for_one_class() -> None:
    classes = Counter(
        node.name
        for path in modules("kb", "indexer")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, times in classes.items() if times > 1] == []


def test_the_root_holds_the_command_line_alone() -> None:
    assert [path.name for path in ROOT.glob("*.py")] == ["cli.py"]
    assert (ROOT / "cli.py").read_text("utf-8").count("\n") <= 150


def test_beside_its_rooms_kb_holds_four_modules() -> None:
    beside = {path.stem for path in (ROOT / "kb").glob("*.py")} - {"__init__"}
    assert beside == {"errors", "problem", "workspace", "snapshot"}


def test_tests_stand_in_the_rooms_that_they_test() -> None:
    rooms = {"kb": ROOT / "kb", "indexer": ROOT / "indexer"}
    strange = [
        f"{name}/{folder.name}"
        for name, room in rooms.items()
        for folder in (ROOT / "tests" / name).iterdir()
        if (folder / "__init__.py").exists() and not (room / folder.name / "__init__.py").exists()
    ]
    assert strange == []


def test_the_site_is_no_package() -> None:
    assert (ROOT / "site" / "hooks").is_dir()
    assert not list((ROOT / "site").rglob("__init__.py"))


def test_every_file_of_tests_is_collected(request: pytest.FixtureRequest) -> None:
    """pytest passes over folders with certain names: none of the rooms may be one of them."""
    skipped = request.config.getini("norecursedirs")
    folders = {part for path in modules("tests") for part in path.relative_to(ROOT).parts[:-1]}
    assert [name for name in folders for pattern in skipped if fnmatch(name, pattern) and name != "__pycache__"] == []
