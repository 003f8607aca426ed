"""Values of other programs' files that are printed on one line: headings, names, notes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


def on_one_line(value: Any) -> Any:
    """A value of JSON with the white space of its texts as single blanks: an end of line in one would begin another."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return fields_on_one_line(value)
    return [on_one_line(one) for one in value] if isinstance(value, list | tuple) else value


def fields_on_one_line(row: Mapping[str, Any], but: Collection[str] = ()) -> dict[str, Any]:
    """The same of each field of a row; those named stay as they are."""
    return {name: value if name in but else on_one_line(value) for name, value in row.items()}
