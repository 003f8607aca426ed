"""The table of fields as other modules ask it: which fields a class has, what each is for, and what stands in it."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, get_args

from msgspec import Meta, Struct, structs

from kb.language.dates import PartialDate
from kb.model.parts import Witnessed
from kb.model.record import Record, Sourced


@cache
def fields(cls: type[Struct]) -> dict[str, structs.FieldInfo]:
    """The fields of a class by name, in the order of the table."""
    return {field.name: field for field in structs.fields(cls)}


def description(field: structs.FieldInfo) -> str:
    """What the field is for, in Vietnamese, for editors."""
    return next((meta.description for meta in get_args(field.type) if isinstance(meta, Meta) and meta.description), "")


def plain_type(field: structs.FieldInfo) -> Any:
    """The type of the field's values, without its annotations."""
    return get_args(field.type)[0] if hasattr(field.type, "__metadata__") else field.type


@cache
def part_of(cls: type[Struct] | None, name: str) -> type[Struct] | None:
    """The class of the groups in the field, through lists and alternatives; None where it holds plain values."""
    field = fields(cls).get(name) if cls else None
    return _class_in(field.type) if field else None


def is_count(cls: type[Struct] | None, name: str) -> bool:
    """Whether the field holds a counting number, which stands in YAML without quotes."""
    return bool(cls and name in fields(cls) and plain_type(fields(cls)[name]) is int)


@cache
def field_order(cls: type[Struct] | None) -> dict[str, int]:
    """The place of each field in a file: the order of the table, with witnesses and sources after all others."""
    names = list(fields(cls)) if cls else []
    last = [*fields(Witnessed), *(name for name in fields(Sourced) if name not in fields(Record))]
    return {name: index for index, name in enumerate(sorted(names, key=lambda name: name in last))}


def _class_in(annotation: Any) -> type[Struct] | None:
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _class_in(argument))), None)


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
