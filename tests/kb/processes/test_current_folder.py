"""No code is taken from the folder one stands in, however Python and its path were set up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX")

BAIT = """
import os, sys
fd = os.open({mark!r} + "-" + str(os.getpid()) + "-" + __name__, os.O_CREAT | os.O_WRONLY)
os.close(fd)
raise SystemExit(0)
"""
MODULES = [
    "json", "encodings", "sitecustomize", "usercustomize", "runpy", "subprocess", "multiprocessing", "pickle", "signal",
    "msgspec", "mkdocs", "click", "pypdfium2", "site", "io", "threading", "timeit", "concurrent",
]  # fmt: skip
PARENT = """
import os, sys
here = os.path.realpath({folder!r})
{before}
from kb.processes import Limits, call, pool_context, run_module, run_program
from kb.processes.pools import spawn_context
from tests.kb.processes import children
from concurrent.futures import ProcessPoolExecutor

def main():
    os.chdir(here)
    sys.path.insert(0, "")
    {then}
    assert call(children.about, b"x", Limits())["file"] == children.__file__
    assert run_module("mkdocs", "--version") == 0
    assert run_program("sh", "-c", "true").code == 0
    for context in ({contexts}):
        with ProcessPoolExecutor(2, mp_context=context) as pool:
            assert list(pool.map(children.squared, range(4))) == [0, 1, 4, 9]
    print("done")

if __name__ == "__main__":
    main()
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with spaces and Vietnamese letters in its name, full of modules that leave a mark when they are run."""
    folder = tmp_path / "dự thảo của tôi"
    for name in MODULES:
        (folder / name).mkdir(parents=True)
        text = BAIT.format(mark=str(tmp_path / "PWNED"))
        (folder / f"{name}.py").write_text(text, "utf-8")
        (folder / name / "__init__.py").write_text(text, "utf-8")
    for name in ("kb", "tests", "indexer"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(BAIT.format(mark=str(tmp_path / "PWNED")), "utf-8")
    return folder


def parent(
    folder: Path, tmp_path: Path, *flags: str, before: str = "", then: str = "",
    contexts: str = "pool_context(), spawn_context()", python: str = sys.executable,
    **environment: str,
) -> None:  # fmt: skip
    """Run a parent that starts children of every kind while it stands in the folder; nothing there may be run."""
    script = tmp_path / "kb program" / "start.py"
    script.parent.mkdir(exist_ok=True)
    script.write_text(PARENT.format(folder=str(folder), before=before, then=then, contexts=contexts), "utf-8")
    added = {"PYTHONPATH": str(ROOT)} | environment
    done = subprocess.run(
        [python, *flags, str(script)],
        env=os.environ | added,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "done"
    assert [path.name for path in tmp_path.glob("PWNED*")] == []


def test_nothing_beside_is_run(hostile: Path, tmp_path: Path) -> None:
    parent(hostile, tmp_path)


def test_the_bait_is_run_by_a_child_of_the_usual_kind(hostile: Path, tmp_path: Path) -> None:
    for command in (["-m", "mkdocs"], ["-c", "import json"]):
        subprocess.run([sys.executable, *command], cwd=hostile, check=True)
    assert len(list(tmp_path.glob("PWNED*"))) == 2


def test_the_current_folder_by_its_name_and_by_a_link(hostile: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(hostile)
    parent(hostile, tmp_path, then="sys.path[:0] = [here, here + '/../link', '.', 'json.py']")


def test_pythonpath_is_kept_and_the_current_folder_in_it_is_not(hostile: Path, tmp_path: Path) -> None:
    own = tmp_path / "của tôi"
    own.mkdir()
    (own / "own_module.py").write_text("")
    check = (
        "assert " + repr(str(own)) + " in call(children.about, b'', Limits())['path']; os.environ['PYTHONPATH'] = here"
    )
    parent(hostile, tmp_path, then=check, PYTHONPATH=f"{ROOT}{os.pathsep}{own}")


def test_with_a_safe_path(hostile: Path, tmp_path: Path) -> None:
    parent(hostile, tmp_path, PYTHONSAFEPATH="1")


def test_from_a_user_install(hostile: Path, tmp_path: Path) -> None:
    """Another Python without our packages, which finds all of them in the user's site."""
    base = tmp_path / "người dùng"
    site = base / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    site.mkdir(parents=True)
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (site / "x.pth").write_text("\n".join([str(ROOT), *libraries]), "utf-8")
    python = str(Path(sys.base_prefix) / "bin" / "python3")
    parent(hostile, tmp_path, python=python, PYTHONPATH="", PYTHONUSERBASE=str(base))


def test_in_a_deleted_folder(hostile: Path, tmp_path: Path) -> None:
    gone = "import shutil; shutil.rmtree(here)"
    parent(hostile, tmp_path, then=gone, contexts="pool_context(),")  # multiprocessing spawns nothing from there


def test_in_the_folder_of_kb_itself(tmp_path: Path) -> None:
    copied = tmp_path / "kho"
    for name in ("kb", "tests/kb/processes", "tests/__init__.py", "tests/kb/__init__.py"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (copied / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, copied / name)
    for name in MODULES:
        (copied / f"{name}.py").write_text(BAIT.format(mark=str(tmp_path / "PWNED")), "utf-8")
    parent(copied, tmp_path, before="sys.path.append(here)", PYTHONPATH="")
