"""Where the library stands, and whether there is one. Standard library only: every search may ask."""

from __future__ import annotations

from pathlib import Path

SUBJECTS, SORTED, INDEX, REGISTER = "subjects", "library.sorted", "index", "register"
"""Names in the folder: the texts, where the articles stand, the index of the search, what the notes state."""


def is_installed(folder: Path) -> bool:
    """Whether an import into the folder came to its end once."""
    return (folder / SORTED).is_file()
