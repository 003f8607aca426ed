"""Which engine keeps an index: one setting of its manifest (`indexer.manifest`), the name of an adapter."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from indexer.manifest import CHOSEN, ENGINE_SETTINGS, ENGINE_STATE, MANIFEST, current, read_table
from kb.errors import IndexUnusable

if TYPE_CHECKING:
    from indexer.engines.port import Engine, Index

SETTING = "engine"
"""The row of the manifest that names the engine."""
DEFAULT = "whoosh"
"""The engine that a new index is written by."""
PACKAGES = ["indexer.engines.adapters"]
"""Where the module of an engine is looked for, by its name."""


def engine_named(name: str) -> Engine:
    """The engine of this name. Raises IndexUnusable for a name that no module has."""
    for module in (f"{package}.{name}" for package in PACKAGES if name.isidentifier()):
        try:
            return cast("Engine", import_module(module))
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
    raise IndexUnusable(f"không có bộ máy tìm kiếm “{name}” mà chỉ mục cần; chạy: kb index")


def open_index(folder: Path) -> Index:
    """Open the index of a folder that `indexer.manifest.usable` gave. Raises IndexUnusable."""
    return engine_named(read_table(folder / MANIFEST).get(SETTING, "")).open_index(folder)


def engine_in_use(directory: Path) -> tuple[str, dict[str, str]]:
    """The engine of the index in use and its settings with the state in which it was left.

    Where there is none, the engine that was chosen for it when its build failed, else the default; without settings.
    """
    folder = current(directory)
    if folder is None:
        return read_table(directory / CHOSEN).get(SETTING, DEFAULT), {}
    return read_table(folder / MANIFEST).get(SETTING, DEFAULT), {
        **read_table(folder / ENGINE_SETTINGS),
        **read_table(folder / ENGINE_STATE),
    }


def check_unmoved(folder: Path) -> None:
    """Raises IndexMovedOn for an index that others share and have changed since it was last built here."""
    from indexer.engines.port import AmendingEngine

    engine = engine_named(read_table(folder / MANIFEST).get(SETTING, ""))
    if isinstance(engine, AmendingEngine):
        engine.check_unmoved(folder)
