"""The registers that commands ask: the national one beside the corpus, the office's own in the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kb.errors import LibraryUnreadable
from kb.output import say
from kb.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kb.corpus.corpus import Corpus
    from kb.library.lookup import Library
    from kb.library.texts import LibraryTexts
    from kb.model import Document
    from kb.register.entry import RegisterEntry
    from kb.register.layers import LayerRegister

DATA_FOLDER = "KB_DATA"
"""The variable that names another folder of the user's data than that of the system."""


def private_folder() -> Path:
    """Where the private register stands: it never leaves the machine, and no corpus contains it."""
    return data_folder() / "register"


def library_root() -> Path:
    """Where the library stands (`kb.library`): in the user's data folder, never in a repository."""
    return data_folder() / "library"


def library_folder() -> Path:
    """The folder of the library in use, of which another may be in the making; the root where there is none."""
    from kb.library.place import in_use

    return in_use(library_root()) or library_root()


def data_folder() -> Path:
    """The user's own data, in the folder that the system has for it."""
    named = os.environ.get(DATA_FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("kb", appauthor=False)


def opened_registers(place: Workspace) -> list[LayerRegister]:
    """The registers that hold anything, in the order in which they speak. Raises CorpusUnreadable."""
    return [*shared_registers(place), *private_registers()]


def shared_registers(place: Workspace) -> list[LayerRegister]:
    """The national register, if it holds anything: what a command may ask whose answer leaves this machine.

    What the notes of the user's library state is joined to it. Raises CorpusUnreadable.
    """
    from kb.library.place import REGISTER
    from kb.register.compiled import open_register
    from kb.register.layers import Layer, LayerRegister

    register = open_register(place.register, place.compiled_register, library_folder() / REGISTER)
    return [LayerRegister(Layer.REGISTER, register)] if register else []


def private_registers() -> list[LayerRegister]:
    """The office's own register, if it holds anything. Raises CorpusUnreadable."""
    from kb.register.compiled import open_register
    from kb.register.layers import Layer, LayerRegister

    own = private_folder()
    register = open_register(own, own / "register.sorted")
    return [LayerRegister(Layer.PRIVATE, register)] if register else []


def user_library() -> Library | None:
    """The library of this machine; None where there is none, with a line of warning where it cannot be read."""
    from kb.library.place import is_installed

    folder = library_folder()
    if not is_installed(folder):
        return None
    from kb.library.lookup import Library

    try:
        return Library(folder)
    except LibraryUnreadable as error:
        say(f"kb: {error}", err=True)
        return None


def library_texts() -> LibraryTexts | None:
    """The texts of the library, with which a review compares provisions and quotations."""
    library = user_library()
    if library is None:
        return None
    from kb.library.texts import LibraryTexts

    return LibraryTexts(library)


def say_entries(found: Sequence[tuple[LayerRegister, RegisterEntry]], corpus: Corpus, day: date) -> None:
    """Describe documents of the registers; the corpus gives the names of bodies."""
    from kb.register.describing import describe_entry

    names = {body.id: body.name for body in corpus.bodies.values()}
    say("\n\n".join("\n".join(describe_entry(held, entry, names, day)) for held, entry in found))


def say_beside(registers: list[LayerRegister], text: str, documents: Sequence[Document], day: date) -> None:
    """Tell, beside what the corpus said, which other documents of the typed number the registers hold."""
    from kb.register.describing import beside, entry_line

    for held, entry in beside(registers, text, [document.issued for document in documents]):
        say(f"kb: số này còn là của văn bản khác; {entry_line(held, entry, day)}", err=True)
