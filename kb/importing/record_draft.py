"""A record as it is drafted: its fields in the order in which they are added, each under the remarks about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kb.corpus.canonical import Remarked, dump
from kb.importing.remarks import remark


class RecordDraft:
    """Fields of a record of any kind, its id the first; values are mappings, lists and text."""

    def __init__(self, record_id: str, *remarks: str) -> None:
        self._fields: dict[str, Any] = {"id": remarked(record_id, *remarks)}
        self._waiting: list[str] = []

    def remark(self, *texts: str) -> None:
        """Put remarks above the next field that is added."""
        self._waiting += texts

    def add(self, field: str, value: Any, *remarks: str) -> None:
        """Add a field under these remarks and those that wait; a field added again replaces the first."""
        self._fields[field] = remarked(value, *self._waiting, *remarks)
        self._waiting.clear()

    def witness(self, facts: Iterable[str]) -> None:
        """Say which fields were read in the file itself, source ``s1``; nothing where there is none."""
        if read := list(facts):
            self.add("witnesses", [{"facts": read, **read_in_file()}])

    def source(self, where: str, checked: str) -> None:
        """Add the file as the source ``s1``: `where` it was read, `checked` the ISO day of the reading."""
        self.add("sources", [{"id": "s1", "where": where, "checked": checked}])

    def text(self) -> str:
        """The YAML before `kb.corpus.canonical.canonical` orders its fields and adds the line of the schema."""
        return dump(self._fields)


def remarked(value: Any, *remarks: str) -> Any:
    """The value under these remarks of the import, each on a line of its own."""
    return Remarked(value, tuple(map(remark, remarks))) if remarks else value


def read_in_file() -> dict[str, Any]:
    """How a fact is known that was read in the file itself."""
    return {"sure": "read", "sources": ["s1"]}
