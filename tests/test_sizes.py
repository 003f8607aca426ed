"""House numbers: what a file, a function and a command may measure, each held by a test below."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest
from radon.complexity import cc_visit
from radon.visitors import Class, Function

from tests.support.paths import ROOT

FILE_LINES = 250
MEDIAN_FILE_LINES = 60
FUNCTION_LINES = 40
COMMAND_BODY_LINES = 20
COMPLEXITY = 12
"""Cyclomatic complexity (McCabe), as radon counts it."""

SOURCES = [
    *(path for folder in ("kb", "indexer", "site/hooks") for path in sorted((ROOT / folder).rglob("*.py"))),
    *sorted(ROOT.glob("*.py")),
]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FILES = [path.relative_to(ROOT).as_posix() for path in (*SOURCES, *TESTS)]


@cache
def text(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


def functions(path: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text(path))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def lines(first: ast.stmt, last: ast.stmt) -> int:
    return (last.end_lineno or last.lineno) - first.lineno + 1


def is_command(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    calls = [mark.func for mark in node.decorator_list if isinstance(mark, ast.Call)]
    return any(isinstance(call, ast.Attribute) and call.attr in ("command", "group") for call in calls)


def blocks(path: str) -> Iterator[Function]:
    """Every function and method, also those that stand in another; an assert of a test is no branch."""
    waiting: list[Function | Class] = list(cc_visit(text(path), no_assert=path.startswith("tests/")))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Class):
            waiting += [*block.methods, *block.inner_classes]
        else:
            waiting += block.closures
            yield block


@pytest.mark.parametrize("path", FILES)
def test_sizes(path: str) -> None:
    assert text(path).count("\n") <= FILE_LINES
    sizes = {node.name: lines(node, node) for node in functions(path)}
    assert {name: size for name, size in sizes.items() if size > FUNCTION_LINES} == {}


@pytest.mark.parametrize("path", FILES)
def test_complexity(path: str) -> None:
    assert {block.fullname: block.complexity for block in blocks(path) if block.complexity > COMPLEXITY} == {}


def test_half_of_the_source_files_are_short() -> None:
    """Files without a line, which only mark a package, are not counted."""
    assert median(path.read_text("utf-8").count("\n") for path in SOURCES if path.stat().st_size) <= MEDIAN_FILE_LINES


@pytest.mark.parametrize("path", [path for path in FILES if "/commands/" in path or path == "cli.py"])
def test_a_command_calls_what_does_its_work(path: str) -> None:
    """Its body is what follows the docstring, which is its help; the options stand above it."""
    sizes = {}
    for node in filter(is_command, functions(path)):
        body = node.body[1:] if ast.get_docstring(node) is not None else node.body
        sizes[node.name] = lines(body[0], body[-1])
    assert {name: size for name, size in sizes.items() if size > COMMAND_BODY_LINES} == {}


def test_the_measures_measure(tmp_path: Path) -> None:
    """A function that is too long and one that branches too much are seen, also within another or within a class."""
    branches = "".join(f"            if {i}: pass\n" for i in range(COMPLEXITY))
    source = f"class A:\n    def f(self):\n        def g():\n{branches}" + "            pass\n" * FUNCTION_LINES
    path = (tmp_path / "a.py").as_posix()
    Path(path).write_text(source + "@click.command()\ndef c(): pass\n", "utf-8")
    assert {block.name: block.complexity for block in blocks(path)}["g"] == COMPLEXITY + 1
    assert {node.name for node in functions(path) if lines(node, node) > FUNCTION_LINES} == {"f", "g"}
    assert [node.name for node in functions(path) if is_command(node)] == ["c"]
