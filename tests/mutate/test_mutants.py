"""The mutants are what they are said to be."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutate.mutants import mutants_of
from tests.mutate.run import ROOMS, mutants


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("x = a < b", {"x = a <= b"}),
        ("x = a and not b", {"x = a or not b", "x = a and (not (not b))"}),
        ("LEAST = 3", {"LEAST = 4", "LEAST = 2"}),
        ("LEAST = 0.0", {"LEAST = 0.1", "LEAST = -0.1"}),
        ("SHARE = 2.0", {"SHARE = 2.2", "SHARE = 1.8"}),
        ("x = min(a, b)", {"x = max(a, b)"}),
        ("x = [a for a in b if a]", {"x = [a for a in b if not a]"}),
        (
            "def f(a: int) -> int:\n    '''Words.'''\n    return a",
            {"def f(a: int) -> int:\n    '''Words.'''\n    return None"},
        ),
        (
            "for a in b:\n    c(a)\n    continue",
            {"for a in b:\n    pass\n    continue", "for a in b:\n    c(a)\n    break"},
        ),
        ("x = zip(a, b, strict=True)", set()),
    ],
)
def test_each_mutant_makes_one_change(tmp_path: Path, source: str, changed: set[str]) -> None:
    path = tmp_path / "a.py"
    path.write_text(source, "utf-8")
    found = {ast.unparse(mutant.tree()) for mutant in mutants_of(path)}
    assert found == {ast.unparse(ast.parse(text)) for text in changed}
    assert all(mutant.line >= 1 for mutant in mutants_of(path))


@pytest.mark.parametrize("room", ROOMS)
def test_every_mutant_of_a_room_can_be_compiled(room: str) -> None:
    found = list(mutants(room))
    assert len(found) > 200
    for mutant in found[::20]:
        compile(mutant.tree(), str(mutant.path), "exec")
