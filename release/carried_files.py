"""What a wheel carries beside the modules: corpus, documentation, site, settings, Python for browsers.

They stand at the top of the project, and no Python package holds them there; setuptools calls this when it makes a
wheel (`tool.setuptools.cmdclass` of pyproject.toml), and `kb.workspace` finds them where it puts them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parents[1]
CARRIED = ("corpus", "docs", "site", "mkdocs.yml", "CONTRIBUTING.md", ".vscode")
RUNTIME = (
    "imports.json", "library.zip", "wheels/*.whl", "node_modules/pyodide/README.md",
    *(f"node_modules/pyodide/{name}" for name in ("package.json", "pyodide-lock.json", "pyodide.asm.mjs")),
    *(f"node_modules/pyodide/{name}" for name in ("pyodide.asm.wasm", "pyodide.js")),
)  # fmt: skip
"""What `kb.browser_runtime` reads of build/runtime. A wheel made where `make runtime` has not run has none of it."""


class BuildWithCarriedFiles(build_py):
    """As setuptools' own, and then the carried files; an editable installation finds them where they are."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            carry(ROOT, Path(self.build_lib) / "kb" / "carried")


def carry(project: Path, target: Path) -> None:
    """Copy the carried files of a project into a folder, which is emptied first."""
    shutil.rmtree(target, ignore_errors=True)
    for name in CARRIED:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    runtime = project / "build" / "runtime"
    if not (runtime / "imports.json").is_file():
        return
    for source in (path for pattern in RUNTIME for path in runtime.glob(pattern)):
        copy = target / "runtime" / source.relative_to(runtime)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
