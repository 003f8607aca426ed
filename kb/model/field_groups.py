"""Which group of fields stands in a field of the table."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from msgspec import Struct

from kb.model import Record, Sourced, Witnessed
from kb.model.fields import fields, plain_type


@cache
def part_of(cls: type[Struct] | None, name: str) -> type[Struct] | None:
    """The class of the groups in the field, through lists and alternatives; None where it holds plain values."""
    field = fields(cls).get(name) if cls else None
    return _class_in(field.type) if field else None


def is_count(cls: type[Struct] | None, name: str) -> bool:
    """Whether the field holds a number to count with, which is not quoted."""
    return bool(cls and name in fields(cls) and plain_type(fields(cls)[name]) is int)


@cache
def field_order(cls: type[Struct] | None) -> dict[str, int]:
    """The place of each field: as in the table, but where it was read comes after what was read."""
    names = list(fields(cls)) if cls else []
    last = [*fields(Witnessed), *(name for name in fields(Sourced) if name not in fields(Record))]
    return {name: index for index, name in enumerate(sorted(names, key=lambda name: name in last))}


def _class_in(annotation: Any) -> type[Struct] | None:
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _class_in(argument))), None)
