"""Which group of fields stands in a field of the table."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel


@cache
def part_of(cls: type[BaseModel] | None, name: str) -> type[BaseModel] | None:
    """The class of the groups in the field, through lists and alternatives; None where it holds plain values."""
    field = cls.model_fields.get(name) if cls else None
    return _class_in(field.annotation) if field else None


def _class_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _class_in(argument))), None)
