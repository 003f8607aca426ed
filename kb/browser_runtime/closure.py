"""Which modules a module needs: what it imports, and what those import, wherever in them the statement stands.

Found in the syntax tree, not in a run: a run would leave out what only other input needs.
"""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Callable, Iterable, Iterator

Imports = Callable[[str], Iterable[str] | None]
"""What a module imports, or None where there is no module of this name."""


def closure(roots: Iterable[str], imports: Imports) -> frozenset[str]:
    """The modules among `roots` and all they need, with the packages that they stand in."""
    found: dict[str, bool] = {}
    waiting = list(roots)
    while waiting:
        for name in _with_packages(waiting.pop()):
            if name not in found:
                needed = imports(name)
                found[name] = needed is not None
                waiting += needed or ()
    return frozenset(name for name, exists in found.items() if exists)


def imported(source: str, module: str, *, is_package: bool) -> frozenset[str]:
    """The names that the statements of a module import, those for type checking alone left out."""
    package = module if is_package else module.rpartition(".")[0]
    return frozenset(_named(ast.parse(source), package))


def _named(node: ast.AST, package: str) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            base = importlib.util.resolve_name("." * child.level + (child.module or ""), package)
            yield from (base, *(f"{base}.{alias.name}" for alias in child.names))
        yield from _named(child, package)


def _with_packages(module: str) -> Iterator[str]:
    names = module.split(".")
    return (".".join(names[:end]) for end in range(1, len(names) + 1))
