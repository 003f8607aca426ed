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
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: its place, a stable code, what is wrong, and the way out."""

    mark: Mark
    code: str
    message: str
    help: str = ""

    def __str__(self) -> str:
        text = f"{self.mark}: {self.code} {self.message}"
        return f"{text}\n  cách sửa: {self.help}" if self.help else text

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self.mark), "code": self.code, "message": self.message, "help": self.help}
