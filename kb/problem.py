"""Faults in the data are values: where, what, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, order=True)
class Mark:
    """A place in a file. Line and column count from 1, as editors show them."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{_on_one_line(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: its place, a stable code, what is wrong, and the way out."""

    mark: Mark
    code: str
    message: str
    help: str = ""

    @property
    def line(self) -> str:
        """The place, the code and what is wrong, on one line whatever a file's name or value holds."""
        return f"{self.mark}: {self.code} {_on_one_line(self.message)}"

    def __str__(self) -> str:
        return f"{self.line}\n  cách sửa: {_on_one_line(self.help)}" if self.help else self.line

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self.mark), "code": self.code, "message": self.message, "help": self.help}


def _on_one_line(text: str) -> str:
    return text.replace("\n", r"\u000a")
