"""Pyodide as one plain script for a worker: a page opened from a disk can make a worker of text alone.

Pyodide comes as modules, which fetch the rest of it. Here the rest is handed over (site/runtime/worker.js), so the
module that Emscripten made loses its export and its own address, and nothing else of it changes.
"""

from __future__ import annotations

from kb.browser_runtime.installed import Runtime

_EDITS = (("import.meta.url", '"kb:///pyodide.asm.mjs"', 3), ("export default _createPyodideModule;", "", 1))
"""(what stands there, what takes its place, how often)"""


def worker_script(runtime: Runtime, worker: str) -> str:
    """The script. Raises ValueError where this Pyodide does not look like the one that is known."""
    module = runtime.pyodide("pyodide.asm.mjs").decode()
    for old, new, count in _EDITS:
        if module.count(old) != count:
            raise ValueError(f"pyodide.asm.mjs has “{old}” {module.count(old)} times, not {count}")
        module = module.replace(old, new)
    # Pyodide refuses workers that can load scripts, because it would load modules itself.
    first = '"use strict";self.importScripts=undefined;\n'
    return first + module + "\n" + _without_map(runtime.pyodide("pyodide.js").decode()) + "\n" + worker


def _without_map(script: str) -> str:
    return script.partition("//# sourceMappingURL")[0]
