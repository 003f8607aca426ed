"""Mutation testing: what share of small changes of a room's modules its tests see. `make mutate` runs it.

    python -m tests.mutate.run                    # the rooms below, a sample of each
    python -m tests.mutate.run kb/law --all       # every mutant of one room
    python -m tests.mutate.run kb/law --seed 2    # another sample

Each mutant lives in a process forked from this one, which imports the changed module from memory: no file is touched.
Known mutants that mean the same as the original are argued in equivalent.yaml and not counted.

Of two kept tools the documents were read; neither was tried. By them mutmut changes functions alone, while the
thresholds here are constants of modules; cosmic-ray writes each change into the working tree and starts a new process
for it.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.abc
import importlib.util
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from tests.mutate.mutants import Mutant, mutants_of
from tests.support.paths import ROOT

ROOMS = {
    "kb/law": ["tests/kb/law/test_effect.py", "tests/kb/law"],
    "kb/citation": [
        "tests/kb/citation/test_find.py::test_table",
        "tests/kb/citation/test_words.py",
        "tests/kb/citation/test_resolve.py",
        "tests/kb/citation",
        "tests/kb/review",
    ],
    "indexer/ranking": [
        f"tests/indexer/{name}" for name in ("ranking", "test_thresholds.py", "engines", "test_queries.py", "browser")
    ],
}
"""The rooms that are measured, and the tests that can see a change, quick tables first: one failure ends them."""
LIBRARIES = ("hypothesis.strategies", "click.testing", "docx", "lxml.etree", "msgspec")
"""Imported once, before the processes of the mutants are forked off."""
FUZZ = "500"
"""Texts of a fuzz run of a mutant."""
SAMPLE = 120
"""So many mutants of a room, drawn by the seed."""
LEAST_CAUGHT = 0.85
SECONDS = 120
"""Of processor time: a mutant whose tests take longer is caught, it does not end."""
LONGEST_WAIT = 1200.0
"""Seconds by the clock after which a mutant is taken to wait for ever; a busy machine is no fault that tests see."""
EQUIVALENT = Path(__file__).parent / "equivalent.yaml"


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module and gives its changed text."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.code = name, path, compile(tree, str(path), "exec")

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        return importlib.util.spec_from_loader(fullname, self, origin=str(self.path), is_package=self._is_package)

    @property
    def _is_package(self) -> bool:
        return self.path.name == "__init__.py"

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.path)
        exec(self.code, module.__dict__)


def main(arguments: list[str] | None = None) -> int:
    """Print a line a room and every mutant that its tests did not see; 1 when too many were not."""
    parser = argparse.ArgumentParser(prog="tests.mutate.run")
    parser.add_argument("rooms", nargs="*", choices=[*ROOMS, []], default=list(ROOMS))
    parser.add_argument("--sample", type=int, default=SAMPLE, help="so many mutants of a room")
    parser.add_argument("--all", action="store_true", help="every mutant, not a sample")
    parser.add_argument("--seed", default="1")
    options = parser.parse_args(arguments)
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = tempfile.mkdtemp()  # an example that failed in a mutant is no one's
    os.environ["KB_FUZZ"] = FUZZ
    os.chdir(ROOT)
    for library in LIBRARIES:
        importlib.import_module(library)
    shares = []
    for room in options.rooms:
        chosen = [mutant for mutant in mutants(room) if not is_equivalent(mutant)]
        if not options.all:
            chosen = sorted(random.Random(options.seed).sample(chosen, min(options.sample, len(chosen))), key=_place)
        if run(ROOMS[room]) is not True:
            raise SystemExit(f"{room}: the tests fail without a change")
        survivors = list(surviving(room, chosen))
        shares.append(1 - len(survivors) / len(chosen))
        print(f"{room}: {len(chosen) - len(survivors)} / {len(chosen)} caught, {shares[-1]:.1%}", flush=True)
    return int(min(shares) < LEAST_CAUGHT)


def surviving(room: str, chosen: list[Mutant]) -> Iterator[Mutant]:
    """The mutants that the tests of the room do not see, each printed when it is found."""
    for mutant in chosen:
        if run(ROOMS[room], mutant):
            print(f"{mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.change}", flush=True)
            yield mutant


def mutants(room: str) -> Iterator[Mutant]:
    """Every mutant of a room's modules."""
    for path in sorted((ROOT / room).rglob("*.py")):
        yield from mutants_of(path)


def is_equivalent(mutant: Mutant) -> bool:
    """Whether the mutant is argued to mean the same as the original."""
    line = mutant.path.read_text("utf-8").splitlines()[mutant.line - 1].strip()
    known = {(row["file"], row["line"], row["change"]) for row in yaml.safe_load(EQUIVALENT.read_text("utf-8"))}
    return (mutant.path.relative_to(ROOT).as_posix(), line, mutant.change) in known


def _place(mutant: Mutant) -> tuple[Path, int]:
    return mutant.path, mutant.place


def run(tests: list[str], mutant: Mutant | None = None) -> bool:
    """Whether the tests pass in a process of their own, with a mutant in place of its module."""
    child = os.fork()
    if not child:
        _run_here(tests, mutant)
    end = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run_here(tests: list[str], mutant: Mutant | None) -> None:
    """Run the tests and end this process with their exit code."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    code = 1
    try:
        if mutant:
            name = ".".join(mutant.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            sys.meta_path.insert(0, Changed(name, mutant.path, mutant.tree()))
        code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", *tests]))
    finally:
        os._exit(code)


if __name__ == "__main__":
    raise SystemExit(main())
