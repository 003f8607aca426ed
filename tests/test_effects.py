"""One room writes files, one starts processes, one prints: the syntax trees of all others hold no such call.

What is allowed beside stands in `effects.yaml`, each with its reason; what is no longer met there fails too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.paths import ROOT

OWNERS = {"writes": "kb/files/", "starts": "kb/processes/", "prints": "kb/output/"}
TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("effects.yaml").read_text("utf-8"))
ALLOWED: dict[str, dict[str, list[str]]] = TABLE["allowed"]
NAMES: dict[str, list[str]] = {kind: TABLE[kind].split() for kind in OWNERS}
"""Modules and functions by what they do."""
TOPS = ("kb", "indexer", "site/hooks")
FILES = [ROOT / "cli.py", *(path for top in TOPS for path in (ROOT / top).rglob("*.py"))]
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in FILES)
METHODS = ("write_text", "write_bytes", "touch", "unlink", "rename", "symlink_to", "hardlink_to")
"""Of a path."""
OPENERS = dict.fromkeys(TABLE["opens"].split(), 1)
"""Where the mode stands among the arguments."""


class Effects(ast.NodeVisitor):
    """The effects of a module: (kind, name of the call)."""

    def __init__(self) -> None:
        self.found: set[tuple[str, str]] = set()
        self._names: dict[str, str] = {}

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._names[alias.asname or alias.name.partition(".")[0]] = (
                alias.name if alias.asname else alias.name.partition(".")[0]
            )
            self._meet(alias.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            self._names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
            self._meet(f"{node.module}.{alias.name}")

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self._meet(self._names.get(node.id, node.id))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self._meet(self._dotted(node))
        if node.attr in METHODS:
            self.found.add(("writes", f".{node.attr}"))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called = self._dotted(node.func)
        if called in OPENERS:
            if self._may_write(node, OPENERS[called]):
                self.found.add(("writes", called))
        elif isinstance(node.func, ast.Attribute) and called not in NAMES["writes"]:
            self._meet_method(node, node.func.attr)
        self.generic_visit(node)

    def _meet_method(self, node: ast.Call, name: str) -> None:
        """A method of what may be a path or a document.

        `replace` of a text takes two arguments, that of a path one; `open` takes a path's mode, known or not, or the
        name of an archive's part.
        """
        if name == "open" and self._may_write(node, 0) and not (node.args and self._is_no_mode(node.args[0])):
            self.found.add(("writes", ".open"))
        elif name == "replace" and len(node.args) == 1 and not node.keywords:
            self.found.add(("writes", ".replace"))
        elif name == "save" and node.args:
            self.found.add(("writes", ".save"))

    def _may_write(self, node: ast.Call, place: int) -> bool:
        modes = [*node.args[place : place + 1], *(word.value for word in node.keywords if word.arg in ("mode", None))]
        return any(not isinstance(mode, ast.Constant) or set("wax+") & set(str(mode.value)) for mode in modes)

    def _is_no_mode(self, argument: ast.expr) -> bool:
        return isinstance(argument, ast.Constant) and not set(str(argument.value)) <= set("rwaxbt+")

    def _dotted(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name):
            return self._names.get(node.id, node.id)
        return f"{self._dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else "…"

    def _meet(self, name: str) -> None:
        for kind, names in NAMES.items():
            for known in names:
                if name == known or name.startswith(f"{known}."):
                    self.found.add((kind, known))


def effects(text: str) -> set[tuple[str, str]]:
    visitor = Effects()
    visitor.visit(ast.parse(text))
    return visitor.found


def foreign(module: str) -> Iterator[tuple[str, str]]:
    """The effects of a module that belong to another."""
    for kind, name in sorted(effects((ROOT / module).read_text("utf-8"))):
        if not module.startswith(OWNERS[kind]):
            yield kind, name


@pytest.mark.parametrize("module", MODULES)
def test_effects_stand_in_their_rooms_or_have_a_reason(module: str) -> None:
    met: dict[str, list[str]] = {}
    for kind, name in foreign(module):
        met.setdefault(kind, []).append(name)
    allowed = {kind: sorted(names) for kind, names in ALLOWED.get(module, {}).items() if kind != "because"}
    assert met == allowed, f"{module}: use {', '.join(OWNERS.values())}, or give a reason in tests/effects.yaml"


def test_every_exemption_is_of_a_module_and_has_a_reason() -> None:
    assert [module for module in ALLOWED if module not in MODULES] == []
    assert [module for module, row in ALLOWED.items() if len(str(row.get("because", "")).split()) < 4] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("open('x', 'w')", {"writes"}),
        ("open('x', mode=m)", {"writes"}),
        ("open('x'); open('x', 'rb'); p.open(encoding='utf-8')", set()),
        ("p.open('ab')", {"writes"}),
        ("p.open(mode)", {"writes"}),
        ("p.open(mode=m, encoding='utf-8')", {"writes"}),
        ("p.open('w' if new else 'a')", {"writes"}),
        ("p.open(**options)", {"writes"}),
        ("archive.open('word/document.xml')", set()),
        ("from os import replace as put\nput(a, b)", {"writes"}),
        ("import os as system\nf = system.rename", {"writes"}),
        ("p.replace(q)", {"writes"}),
        ("'a'.replace('a', 'b'); t.replace('a', 'b', 1)", set()),
        ("p.write_text('x')", {"writes"}),
        ("write = p.write_bytes", {"writes"}),
        ("import shutil\nshutil.move(a, b)", {"writes"}),
        ("document.save('x.docx')", {"writes"}),
        ("import zipfile\nzipfile.ZipFile(p, 'w')", {"writes"}),
        ("import zipfile\nzipfile.ZipFile(p)", set()),
        ("import subprocess", {"starts"}),
        ("def f():\n    from subprocess import run", {"starts"}),
        ("import os\nos.system('x')", {"starts"}),
        ("from multiprocessing import Pool", {"starts"}),
        ("from concurrent.futures import ThreadPoolExecutor", set()),
        ("__import__('subprocess')", {"starts"}),
        ("print('x')", {"prints"}),
        ("say = print", {"prints"}),
        ("import click\nclick.echo('x')", {"prints"}),
        ("from click import secho", {"prints"}),
        ("import sys\nsys.stdout.write('x')", {"prints"}),
        ("import sys\nsys.stdin.read(); sys.stdout.isatty()", set()),
    ],
)  # fmt: skip
def test_an_effect_is_met_in_every_form(text: str, kinds: set[str]) -> None:
    assert {kind for kind, _ in effects(text)} == kinds
