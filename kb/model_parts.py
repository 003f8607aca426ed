"""Which group of fields stands in a field of the table."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from kb.model import Record, Sourced, Witnessed


@cache
def part_of(cls: type[BaseModel] | None, name: str) -> type[BaseModel] | None:
    """The class of the groups in the field, through lists and alternatives; None where it holds plain values."""
    field = cls.model_fields.get(name) if cls else None
    return _class_in(field.annotation) if field else None


def is_count(cls: type[BaseModel] | None, name: str) -> bool:
    """Whether the field holds a number to count with, which is not quoted."""
    return bool(cls and name in cls.model_fields and cls.model_fields[name].annotation is int)


@cache
def field_order(cls: type[BaseModel] | None) -> dict[str, int]:
    """The place of each field: as in the table, but where it was read comes after what was read."""
    names = list(cls.model_fields) if cls else []
    last = [*Witnessed.model_fields, *(name for name in Sourced.model_fields if name not in Record.model_fields)]
    return {name: index for index, name in enumerate(sorted(names, key=lambda name: name in last))}


def _class_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _class_in(argument))), None)
