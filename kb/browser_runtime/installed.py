"""The runtime that `make runtime` puts into a folder: Pyodide, wheels for it, and its standard library compiled."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path


class Runtime:
    """A folder with `node_modules/pyodide`, `wheels`, `library.zip` (modules as ``.pyc``) and `imports.json`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pyodide(self, name: str) -> bytes:
        """A file of Pyodide, by its name."""
        return (self.folder / "node_modules" / "pyodide" / name).read_bytes()

    @property
    def lock(self) -> Mapping[str, object]:
        """What Pyodide must know of itself to start: its versions, and no packages, which it would fetch."""
        return {"info": json.loads(self.pyodide("pyodide-lock.json"))["info"], "packages": {}}

    @cached_property
    def imports(self) -> Mapping[str, tuple[str, ...]]:
        """Of each module of the standard library, the modules that are imported with it."""
        return {name: tuple(names) for name, names in json.loads((self.folder / "imports.json").read_bytes()).items()}

    def compiled(self) -> Mapping[str, tuple[str, bytes]]:
        """Of each module of the standard library, the path and content of its compiled file."""
        with zipfile.ZipFile(self.folder / "library.zip") as library:
            return {_module(path): (path, library.read(path)) for path in library.namelist()}

    def wheel(self, project: str) -> Mapping[str, bytes]:
        """The files of a project's wheel, by path, without its metadata."""
        (path,) = self.folder.glob(f"wheels/{project}-*.whl")
        with zipfile.ZipFile(path) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}


def installed(folder: Path) -> Runtime | None:
    """The runtime in a folder; None where it was not put there, or not wholly (the list of imports comes last)."""
    return Runtime(folder) if (folder / "imports.json").is_file() else None


def _module(path: str) -> str:
    return path.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__")
