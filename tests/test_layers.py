"""The import contracts hold: each layer refuses an import of an upper one, and a module without a place is reported."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from importlinter.api import read_configuration

from tests.support.paths import ROOT

CONTRACTS: list[dict[str, Any]] = read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
LINT = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"


def layers(contract: dict[str, Any]) -> Iterator[list[str]]:
    """The layers of a contract from the highest to the lowest, by each container: names of modules."""
    for container in contract.get("containers", [""]):
        yield [f"{container}.{layer}".lstrip(".") for layer in contract["layers"]]


CLIMBS = [
    (lower, upper)
    for contract in CONTRACTS
    if contract["type"] == "layers"
    for names in layers(contract)
    for upper, lower in pairwise(names)
]
"""A module or package and the one of the layer above it, which it may not import."""
OUTSIDE = [
    (contract["source_modules"][-1], contract["forbidden_modules"][0])
    for contract in CONTRACTS
    if contract["type"] == "forbidden"
]
"""A package and what a contract of forbidden modules keeps from it."""
INSIDE = [
    ("indexer.search", module)
    for contract in CONTRACTS
    if contract["type"] == "protected"
    for module in contract["protected_modules"]
]
"""A module and one that a contract keeps from all others."""


def file_of(root: Path, module: str) -> Path:
    path = root / module.replace(".", "/")
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def lint(root: Path) -> tuple[int, str]:
    """Exit code and report of import-linter, run in a folder on what stands there."""
    command = [sys.executable, "-c", LINT, "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("kb", "indexer"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "cli.py"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_the_contracts_are_kept(copy: Path) -> None:
    assert lint(copy)[0] == 0


def test_one_import_from_above_a_layer_is_reported(copy: Path) -> None:
    assert len(CLIMBS) >= 30
    for lower, upper in (*CLIMBS, *OUTSIDE, *INSIDE):
        with file_of(copy, lower).open("a", encoding="utf-8") as file:
            file.write(f"\nimport {upper}\n")
    code, report = lint(copy)
    assert code == 1
    refused = set(re.findall(r"(\S+) is not allowed to import (\S+):", report))
    assert [pair for pair in (*CLIMBS, *OUTSIDE) if pair not in refused] == []
    assert [contract["name"] for contract in CONTRACTS if f"{contract['name']} BROKEN" not in report] == []


@pytest.mark.parametrize("module", ["kb.nowhere", "indexer.nowhere"])
def test_a_module_without_a_place_is_reported(copy: Path, module: str) -> None:
    file_of(copy, module).write_text('"""Stands in no layer."""\n', "utf-8")
    code, report = lint(copy)
    assert code == 1
    assert re.findall(r"not listed as layers:\s+- (\S+)", report) == [module]
