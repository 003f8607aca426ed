"""Compiles the standard library that comes with Pyodide, and notes what each module imports.

Runs inside Pyodide (library.mjs): only this version of Python can parse and compile its own library. Without docstrings
and assertions it is a third smaller.
"""

import ast
import importlib.util
import json
import marshal
import zipfile
from pathlib import Path

PACKED = "/runtime/node_modules/pyodide/python_stdlib.zip"
EPOCH = (1980, 1, 1, 0, 0, 0)
UNREACHED = ("TYPE_CHECKING", "__main__")
"""Names in the test of a block that does not run when a module is imported."""


def imported(node, package):
    """The modules named by the statements that run when a module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(child, ast.If) and any(name in ast.dump(child.test) for name in UNREACHED):
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            base = importlib.util.resolve_name("." * child.level + (child.module or ""), package)
            yield from (base, *(f"{base}.{alias.name}" for alias in child.names))
        yield from imported(child, package)


def compiled(source, path):
    code = compile(source, path, "exec", dont_inherit=True, optimize=2)
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)


graph = {}
with zipfile.ZipFile(PACKED) as sources, zipfile.ZipFile("/runtime/library.zip", "w") as library:
    for path in sorted(name for name in sources.namelist() if name.endswith(".py")):
        module = path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        package = module if path.endswith("/__init__.py") else module.rpartition(".")[0]
        source = sources.read(path)
        graph[module] = sorted(set(imported(ast.parse(source), package)))
        library.writestr(zipfile.ZipInfo(f"{path}c", EPOCH), compiled(source, path))
Path("/runtime/imports.json").write_text(json.dumps(graph, indent=0), encoding="utf-8")
