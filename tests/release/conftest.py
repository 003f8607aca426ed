"""kb as a user has it: source distribution and wheel made of a copy, the wheel installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.support.paths import ROOT

LEFT = (".git", ".venv*", ".*_cache", ".hypothesis", "build", "tests", "*.egg-info")
"""What stands at the top of a checkout and is not of the project."""


@dataclass(frozen=True)
class Package:
    """What was made, where it was installed, and the folders of a user who has nothing yet."""

    sdist: Path
    wheel: Path
    library: Path
    program: Path
    home: Path

    def run(self, folder: Path, *arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
        """Run kb in a folder."""
        own = {name: str(self.home / name) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA")}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("KB_", "PYTHON"))}
        command = [str(self.program), *arguments]
        return subprocess.run(
            command, cwd=folder, env=kept | own, input=answers, capture_output=True, encoding="utf-8", check=False
        )


def not_of_the_project(folder: str, names: list[str]) -> set[str]:
    """Which of the names in a folder are not copied; a room of the indexer is named build too."""
    patterns = LEFT if Path(folder) == ROOT else ("__pycache__",)
    return {name for name in names for pattern in patterns if fnmatch(name, pattern)}


def made(command: list[str], cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """The libraries that kb stands on are those of the tests: only kb itself is installed anew."""
    root = tmp_path_factory.mktemp("package")
    project, out, home = root / "project", root / "dist", root / "home"
    shutil.copytree(ROOT, project, ignore=not_of_the_project)
    made([sys.executable, "-m", "build", "--outdir", str(out)], project)
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    environment = root / "environment"
    venv.create(environment, with_pip=False)
    (library,) = environment.rglob("site-packages")
    (python,) = (path for path in environment.glob("*/python*") if path.stem == "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    made([*pip, str(wheel)], root)
    others = [path for path in sys.path if Path(path).name == "site-packages"]
    (library / "libraries.pth").write_text("".join(f"{path}\n" for path in others), "utf-8")
    (program,) = (path for path in environment.glob("*/kb*") if path.stem == "kb")
    return Package(sdist, wheel, library, program, home)
