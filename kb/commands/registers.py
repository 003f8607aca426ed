"""The registers that commands ask: the national one beside the corpus, the office's own in the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kb.workspace import Workspace

if TYPE_CHECKING:
    from kb.review.layers import LayerRegister

DATA_FOLDER = "KB_DATA"
"""The variable that names another folder of the user's data than that of the system."""


def private_folder() -> Path:
    """Where the private register stands: it never leaves the machine, and no corpus contains it."""
    from platformdirs import user_data_path

    named = os.environ.get(DATA_FOLDER)
    return (Path(named) if named else user_data_path("kb", appauthor=False)) / "register"


def registers(place: Workspace) -> list[LayerRegister]:
    """The registers that hold anything, in the order in which they speak. Raises CorpusUnreadable."""
    from kb.register.compiled import open_register
    from kb.review.layers import Layer, LayerRegister

    own = private_folder()
    found = (
        LayerRegister(Layer.REGISTER, open_register(place.register, place.compiled_register)),
        LayerRegister(Layer.PRIVATE, open_register(own, own / "register.sorted")),
    )
    return [held for held in found if held.register]
