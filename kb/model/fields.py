"""The table of fields as other modules ask it: which fields a class has, and what each is for."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, get_args

from msgspec import Meta, Struct, structs

from kb.language.dates import PartialDate


@cache
def fields(cls: type[Struct]) -> dict[str, structs.FieldInfo]:
    """The fields of a class by name, in the order of the table."""
    return {field.name: field for field in structs.fields(cls)}


def description(field: structs.FieldInfo) -> str:
    """What the field is for, in Vietnamese, for editors."""
    return next((meta.description for meta in get_args(field.type) if isinstance(meta, Meta) and meta.description), "")


def plain_type(field: structs.FieldInfo) -> Any:
    """The type of the field's values, without what is said about them."""
    return get_args(field.type)[0] if hasattr(field.type, "__metadata__") else field.type


def as_builtins(value: Any, *, defaults: bool = True) -> Any:
    """A record or a part in lists, groups and plain values, without None; without `defaults` as an editor types it."""
    if isinstance(value, Struct):
        shown = ((name, getattr(value, name), field.default) for name, field in fields(type(value)).items())
        return {
            name: as_builtins(item, defaults=defaults)
            for name, item, default in shown
            if item is not None and (defaults or item != default)
        }
    if isinstance(value, tuple):
        return [as_builtins(item, defaults=defaults) for item in value]
    if isinstance(value, PartialDate):
        return str(value)
    return value.value if isinstance(value, Enum) else value
