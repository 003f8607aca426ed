"""House numbers: a file of at most 250 lines, a function of at most 50, a command body of at most 20."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.support.paths import ROOT

FILES = [
    path.relative_to(ROOT)
    for folder in ("kb", "indexer", "site/hooks", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
] + [path.relative_to(ROOT) for path in sorted(ROOT.glob("cli*.py"))]


@pytest.mark.parametrize("path", FILES, ids=str)
def test_sizes(path: Path) -> None:
    text = (ROOT / path).read_text("utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 50, node.name


def test_site_is_no_package() -> None:
    assert not list((ROOT / "site").rglob("__init__.py"))
