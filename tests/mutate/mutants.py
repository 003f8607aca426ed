"""Mutants of a module: its source with one small change of meaning, as a slip of the hand would make it.

Changed are comparisons, `and` and `or`, arithmetic, numbers (whole ones by 1, others by a tenth, up and down), true and
false, words, conditions, `min` and `max`, `any` and `all`, what is returned, statements that only act, and the turn of
a loop. Constants of a module are changed as well as functions: most thresholds are such constants. Left alone is what
does not decide an answer: docstrings, annotations, decorators, keywords of a class, `strict=` of `zip`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Change = tuple[str, Callable[[], None]]
"""What a change is, in words, and the act that makes it in the tree."""

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATIONS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
OPPOSITES = {"min": "max", "max": "min", "any": "all", "all": "any"}
TENTH = 0.1


@dataclass(frozen=True)
class Mutant:
    """One change of one file: its place in the order of the file's changes, its line, and what it is in words."""

    path: Path
    place: int
    line: int
    change: str

    def tree(self) -> ast.Module:
        """The syntax tree of the file with the change made."""
        tree = ast.parse(self.path.read_text("utf-8"))
        changes = [act for node in deciding(tree) for _, act in changes_of(node)]
        changes[self.place]()
        return ast.fix_missing_locations(tree)


def mutants_of(path: Path) -> list[Mutant]:
    """Every mutant of a file, in the order of its text."""
    tree = ast.parse(path.read_text("utf-8"))
    found = [(_line(node), words) for node in deciding(tree) for words, _ in changes_of(node)]
    return [Mutant(path, place, line, words) for place, (line, words) in enumerate(found)]


def _line(node: ast.AST) -> int:
    """The line of a node; a `for` of a comprehension has none but that of its target."""
    return node.target.lineno if isinstance(node, ast.comprehension) else getattr(node, "lineno", 1)


def deciding(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree that may decide an answer."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or (
            name == "keywords" and isinstance(node, ast.ClassDef)
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_words_alone(child) and not _is_strictness(child):
                yield from deciding(child)


def _is_words_alone(node: ast.AST) -> bool:
    """A docstring, or one below a constant."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_strictness(node: ast.AST) -> bool:
    return isinstance(node, ast.keyword) and node.arg == "strict"


def changes_of(node: ast.AST) -> Iterator[Change]:
    """The changes that a node itself allows, not those of the nodes in it."""
    for kind, changes in CHANGES.items():
        if isinstance(node, kind):
            yield from changes(node)


def _comparison(node: ast.Compare) -> Iterator[Change]:
    for place, operator in enumerate(node.ops):
        other = COMPARISONS[type(operator)]
        yield f"{_sign(operator)} → {_sign(other())}", lambda p=place, o=other: node.ops.__setitem__(p, o())  # type: ignore[misc]


def _junction(node: ast.BoolOp) -> Iterator[Change]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield f"{_sign(node.op)} → {_sign(other)}", lambda: setattr(node, "op", other)


def _operation(node: ast.BinOp) -> Iterator[Change]:
    other = OPERATIONS.get(type(node.op))
    if other:
        yield f"{_sign(node.op)} → {_sign(other())}", lambda: setattr(node, "op", other())


def _constant(node: ast.Constant) -> Iterator[Change]:
    for value in _other_values(node.value):
        yield f"{node.value!r} → {value!r}", lambda value=value: setattr(node, "value", value)  # type: ignore[misc]


def _other_values(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif isinstance(value, float):
        yield from (value * (1 + TENTH), value * (1 - TENTH)) if value else (TENTH, -TENTH)
    elif isinstance(value, str):
        yield f"{value}x"


def _condition(node: ast.If | ast.While | ast.IfExp | ast.comprehension) -> Iterator[Change]:
    tests = node.ifs if isinstance(node, ast.comprehension) else [node.test]
    for place, test in enumerate(tests):
        denied = ast.UnaryOp(ast.Not(), test)
        words = f"if {ast.unparse(test)} → if not"
        if isinstance(node, ast.comprehension):
            yield words, lambda p=place, d=denied, n=node: n.ifs.__setitem__(p, d)  # type: ignore[misc]
        else:
            yield words, lambda d=denied: setattr(node, "test", d)  # type: ignore[misc]


def _denial(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield "not left out", lambda: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))


def _call(node: ast.Call) -> Iterator[Change]:
    name = node.func
    if isinstance(name, ast.Name) and name.id in OPPOSITES:
        yield f"{name.id} → {OPPOSITES[name.id]}", lambda: setattr(name, "id", OPPOSITES[name.id])


def _return(node: ast.Return) -> Iterator[Change]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield f"return {ast.unparse(node.value)} → None", lambda: setattr(node, "value", ast.Constant(None))


def _statements(node: ast.AST) -> Iterator[Change]:
    """Statements of a block that only act are left out; `continue` becomes `break` and the other way round."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        for place, statement in enumerate(block if isinstance(block, list) else []):
            other = _instead(statement)
            if other is not None:
                words = f"{ast.unparse(statement)} → {ast.unparse(other)}"
                yield words, lambda b=block, p=place, o=other: b.__setitem__(p, o)  # type: ignore[misc]


def _instead(statement: ast.stmt) -> ast.stmt | None:
    if isinstance(statement, ast.Continue):
        return ast.Break()
    if isinstance(statement, ast.Break):
        return ast.Continue()
    acts = isinstance(statement, ast.AugAssign) or (
        isinstance(statement, ast.Expr) and not isinstance(statement.value, (ast.Constant, ast.Yield, ast.YieldFrom))
    )
    return ast.Pass() if acts else None


def _sign(operator: ast.AST) -> str:
    return type(operator).__name__


CHANGES: dict[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[Change]]] = {
    ast.Compare: _comparison,
    ast.BoolOp: _junction,
    ast.BinOp: _operation,
    ast.Constant: _constant,
    (ast.If, ast.While, ast.IfExp, ast.comprehension): _condition,
    ast.UnaryOp: _denial,
    ast.Call: _call,
    ast.Return: _return,
    (ast.FunctionDef, ast.If, ast.For, ast.While, ast.With, ast.Try): _statements,
}
