"""The folders of the user's own that kb writes into, and the variables that name others in their place."""

from __future__ import annotations

import os
from pathlib import Path

from kb.commands.registers import DATA_FOLDER, data_folder
from kb.workspace import CACHE_FOLDER, cache_folder


def way_out(error: BaseException) -> str:
    """What to do where the system refused a folder of the user's own; empty for any other refusal.

    A home that is missing or is only read holds both folders, and then both variables are named.
    """
    refused = _refused_by_system(error)
    if refused is None or not isinstance(refused.filename, str | bytes | os.PathLike):
        return ""
    path = Path(os.fsdecode(refused.filename)).absolute()
    own = {CACHE_FOLDER: cache_folder(), DATA_FOLDER: data_folder()}
    named = [name for name, folder in own.items() if path.is_relative_to(folder) or folder.is_relative_to(path)]
    return f"; hoặc đặt biến môi trường {' và '.join(named)} là thư mục ghi được" if named else ""


def _refused_by_system(error: BaseException | None) -> OSError | None:
    """The refusal of the system that an error is or comes from."""
    while error is not None and not isinstance(error, OSError):
        error = error.__cause__
    return error
