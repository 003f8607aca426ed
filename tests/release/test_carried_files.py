"""What goes into a wheel: the files of the project, and the Python for browsers where it was fetched."""

from __future__ import annotations

from pathlib import Path

from release.carried_files import CARRIED, RUNTIME, carry
from tests.support.paths import ROOT


def project(root: Path, *, runtime: bool) -> Path:
    for name in CARRIED:
        path = root / name if (ROOT / name).is_file() else root / name / "a.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    (root / "site/__pycache__").mkdir()
    (root / "site/__pycache__/a.pyc").touch()
    for pattern in RUNTIME if runtime else RUNTIME[1:]:
        path = root / "build/runtime" / pattern.replace("*", "a")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (root / "build/runtime/node_modules/pyodide/console.html").touch()
    return root


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_runtime_is_carried_where_it_is_whole(tmp_path: Path) -> None:
    own = {"corpus/a.txt", "docs/a.txt", "site/a.txt", ".vscode/a.txt", "mkdocs.yml", "CONTRIBUTING.md"}
    for runtime in (True, False):
        target = tmp_path / f"target-{runtime}"
        carry(project(tmp_path / f"project-{runtime}", runtime=runtime), target)
        parts = {f"runtime/{pattern.replace('*', 'a')}" for pattern in RUNTIME} if runtime else set()
        assert files(target) == own | parts


def test_what_an_earlier_wheel_carried_is_not_carried_on(tmp_path: Path) -> None:
    target = tmp_path / "target"
    (target / "corpus").mkdir(parents=True)
    (target / "corpus/old.yaml").touch()
    carry(project(tmp_path / "project", runtime=False), target)
    assert "corpus/old.yaml" not in files(target)
