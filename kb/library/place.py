"""Where the library stands, and whether there is one. It imports little: every search may ask."""

from __future__ import annotations

from pathlib import Path

from kb.errors import LibraryUnreadable

SUBJECTS, SORTED, INDEX, REGISTER = "subjects", "library.sorted", "index", "register"
"""Names in the folder: the texts, where the articles stand, the index of the search, what the notes state."""
IN_USE = "in-use"
"""The file of a library that names the generation in use (`kb.library.generations`)."""
UNUSABLE = "chỉ mục của thư viện không dùng được; chạy lại: kb library import"
"""What is said where the index is missing, broken or old."""


def in_use(root: Path) -> Path | None:
    """The folder of the generation in use; None where no import came to its end."""
    try:
        name = (root / IN_USE).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None
    return root / name if name.startswith("g-") and (root / name).is_dir() else None


def is_installed(folder: Path) -> bool:
    """Whether the folder holds a library: an import into it came to its end."""
    return (folder / SORTED).is_file()


def check_installed(folder: Path) -> None:
    """Raises LibraryUnreadable where there is no library in the folder."""
    if not is_installed(folder):
        raise LibraryUnreadable("chưa có thư viện pháp điển trên máy này; chạy: kb library import GÓI.zip")
