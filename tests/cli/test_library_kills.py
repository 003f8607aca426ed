"""Imports into a library that are killed: before and behind every file that they put in place, of all their phases."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from indexer.commands.library import is_current
from indexer.search import search
from kb.library.lookup import Library
from kb.library.place import INDEX, REGISTER, SORTED, SUBJECTS, in_use
from kb.library.store import LibraryStore
from kb.number.document_number import DocumentNumber
from tests.cli.test_library import CHANGED, run
from tests.support.code_pages import page, write_zip
from tests.support.corpora import clean_files, write

OLD = {"demuc/a1.html": page(), "demuc/a2.html": page("99.2", "Khác")}
NEW = {"demuc/a1.html": page(changed=CHANGED), "demuc/a2.html": page("99.2", "Khác", changed=CHANGED)}
FEWEST_KILLS = 20


def test_an_import_that_is_killed_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    """As it was, or, behind the switch, as it shall be; the next import of the same package ends."""
    old, new = write_zip(tmp_path / "cu.zip", OLD), write_zip(tmp_path / "moi.zip", NEW)
    good = tmp_path / "good"
    write(tmp_path, clean_files())
    assert imported(good, old).exit_code == 0
    phases: Counter[str] = Counter()
    kill, ended = 0, False
    while not ended:
        data = Path(shutil.copytree(good, tmp_path / f"data{kill}"))
        ended = import_killed(data, new, kill) != -signal.SIGKILL
        phases[phase(data / "library")] += not ended
        assert is_changed(data / "library") is (phase(data / "library") == "in use")
        again = imported(data, new)
        assert again.exit_code == 0, again.output
        assert is_changed(data / "library")
        assert len(list((data / "library").glob("g-*"))) == 1
        kill += 1
    print(dict(phases))
    assert sum(phases.values()) >= FEWEST_KILLS
    assert set(phases) >= {"begun", "texts", "register", "index", "places", "in use"}


def imported(data: Path, package: Path) -> Result:
    return run(data, "--corpus", str(data.parent / "corpus"), "library", "import", str(package))


def is_changed(root: Path) -> bool:
    """Whether the library has the new texts; it answers by number, and its index is of the same articles."""
    held = in_use(root)
    assert held
    library = Library(held)
    [document] = library.numbered(DocumentNumber.parse("01/2021/QH15"))
    changed = [bool(library.article(pointer).source.changes) for pointer in document.pointers["2"]]
    assert search(held / INDEX, "hồ sơ thử nghiệm").hits
    assert is_current(held / INDEX, LibraryStore(held).fingerprint())
    return all(changed)


def phase(root: Path) -> str:
    """How far the import had come, by what it left."""
    held = in_use(root)
    assert held
    if not any("09/2024/QH15" in path.read_text("utf-8") for path in root.glob(f"*/{SUBJECTS}/*.jsonl")):
        return "begun"
    if "09/2024/QH15" in "".join(path.read_text("utf-8") for path in held.glob(f"{SUBJECTS}/*.jsonl")):
        return "in use"
    made = next(folder for folder in root.glob("g-*") if folder != held)
    if (made / SORTED).exists():
        return "places"
    if any((made / INDEX).glob("index-*")):
        return "index"
    return "register" if (made / REGISTER).exists() else "texts"


def import_killed(data: Path, package: Path, kill: int) -> int:
    """The exit code of an import that is killed at a file that it puts in place: before it where `kill` is even."""
    child = multiprocessing.get_context("fork").Process(target=_import, args=(data, package, *divmod(kill, 2)))
    child.start()
    child.join()
    return child.exitcode or 0


def _import(data: Path, package: Path, place: int, after: int) -> None:
    patched = pytest.MonkeyPatch()
    placed = 0

    def killing(put: Callable[..., Any]) -> Callable[..., Any]:
        def killed(*arguments: Any) -> Any:
            nonlocal placed
            placed += 1
            if placed > place and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            done = put(*arguments)
            if placed > place:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        return killed

    for holder, name in ((Path, "replace"), (Path, "rename"), (os, "link")):
        patched.setattr(holder, name, killing(getattr(holder, name)))
    os._exit(imported(data, package).exit_code)
