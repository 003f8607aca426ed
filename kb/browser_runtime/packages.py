"""The files that Python needs in a browser: kb's modules, those of the wheels, and of the standard library."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from pathlib import Path

from kb.browser_runtime.closure import closure, imported
from kb.browser_runtime.installed import Runtime

HERE = Path(__file__).resolve().parents[2]
ENTRY = "kb.review.portable"
"""The module that the browser calls (site/runtime/worker.js)."""
IMPORT_ENTRY = "kb.importing.portable"
"""The module that it calls for a new document."""
PURE = ("yaml", "ruamel.yaml")
"""Libraries of pure Python that have no wheel for browsers: the modules of this installation, which a lock names."""
WHEELS = ("msgspec",)
PDF_WHEELS = ("pypdfium2",)
_STARTED = (
    "site", "zipimport", "importlib.metadata", "importlib.readers", "importlib.resources.readers",
    "importlib.resources._adapters", "encodings.aliases", "encodings.ascii", "encodings.cp437", "encodings.cp1252",
    "encodings.cp1258", "encodings.idna", "encodings.latin_1", "encodings.utf_8", "encodings.utf_8_sig",
    "encodings.utf_16", "encodings.utf_16_be", "encodings.utf_16_le", "encodings.utf_32", "encodings.utf_32_be",
    "encodings.utf_32_le", "_compat_pickle", "_strptime", "collections.abc", "contextlib", "copyreg", "ctypes._layout",
    "dataclasses", "decimal", "enum", "numbers", "uuid", "zoneinfo",
)  # fmt: skip
"""What is imported without a statement: by the interpreter, to read beside modules, as codecs of drafts, from C."""


def own_files(*roots: str) -> dict[str, bytes]:
    """kb's modules that these need (a review's where none are named), and the data of their packages, by path."""
    paths = {_own_path(module) for module in closure(roots or [ENTRY], _own_imports)}
    rooms = {path.rpartition("/")[0] for path in paths} - {"kb"}
    paths |= {
        path.relative_to(HERE).as_posix() for room in rooms for path in (HERE / room).rglob("*") if _is_data(path)
    }
    return {path: (HERE / path).read_bytes() for path in sorted(paths)}


def importing_files() -> dict[str, bytes]:
    """What a new document needs beside a review: the import, every rule of `kb check`, and the libraries of YAML."""
    rules = sorted((HERE / "kb/rules/catalogue").glob("*.py"))
    own = own_files(IMPORT_ENTRY, *(f"kb.rules.catalogue.{path.stem}" for path in rules if path.stem != "__init__"))
    held = own_files()
    return {path: content for path, content in own.items() if path not in held} | _pure_files()


def _pure_files() -> dict[str, bytes]:
    files = {}
    for library in PURE:
        spec = importlib.util.find_spec(library)
        for folder in (spec and spec.submodule_search_locations) or ():
            for path in Path(folder).glob("*.py"):
                files[f"{library.replace('.', '/')}/{path.name}"] = path.read_bytes()
    return dict(sorted(files.items()))


def wheel_files(runtime: Runtime, projects: Iterable[str]) -> dict[str, bytes]:
    """The modules and libraries of wheels, by path."""
    files = {path: content for project in projects for path, content in runtime.wheel(project).items()}
    return {path: content for path, content in sorted(files.items()) if path.endswith((".py", ".so", ".json"))}


def library_files(runtime: Runtime, modules: Mapping[str, bytes]) -> dict[str, bytes]:
    """The compiled files of the standard library that these modules need, by path."""
    named = {name for path, source in modules.items() if path.endswith(".py") for name in _of(path, source)}
    # Pyodide's own modules are imported by its JavaScript.
    started = [name for name in runtime.imports if name.partition(".")[0] in ("pyodide", "_pyodide")]
    needed = closure([*_STARTED, *started, *sorted(named)], runtime.imports.get)
    compiled = runtime.compiled()
    return dict(sorted(compiled[module] for module in needed))


def _is_data(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".py", ".pyc")


def _own_imports(module: str) -> frozenset[str] | None:
    path = HERE / _own_path(module)
    if not module.startswith("kb") or not path.is_file():
        return None
    return imported(path.read_text("utf-8"), module, is_package=path.name == "__init__.py")


def _own_path(module: str) -> str:
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if (HERE / path).is_dir() else f"{path}.py"


def _of(path: str, source: bytes) -> frozenset[str]:
    module = path.removesuffix(".py").replace("/", ".")
    return imported(source.decode(), module.removesuffix(".__init__"), is_package=module.endswith(".__init__"))
