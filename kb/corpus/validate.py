"""Validates plain values against the table of fields: reports every fault at once, each with its path.

msgspec, which holds the table (`kb.model`), stops at the first fault and describes it in English; it builds the values
that have none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from msgspec import Struct, inspect

from kb.corpus.source import Path_

FaultKind = Literal[
    "missing", "undeclared", "choice", "text", "list", "group", "pattern", "empty", "too_few", "too_long", "date",
    "address", "count",
]  # fmt: skip


@dataclass(frozen=True)
class FieldFault:
    """What is wrong with the value at `path`; `expected` holds the choices, fields, pattern or length allowed."""

    kind: FaultKind
    path: Path_
    found: Any
    expected: Any = None


def validate(cls: type[Struct], value: Any) -> tuple[Any, list[FieldFault]]:
    """(value for `msgspec.convert` to build `cls` of, every fault); with a fault the value must not be used.

    A blank field counts as absent; spaces around a text are stripped, and an end of line inside it is a blank, as where
    YAML folds lines. Faults in data are returned, never raised.
    """
    faults: list[FieldFault] = []
    return _group(cls, value, (), faults), faults


@cache
def _fields(cls: type[Struct]) -> dict[str, inspect.Field]:
    type_ = inspect.type_info(cls)
    assert isinstance(type_, inspect.StructType)
    return {field.name: field for field in type_.fields}


def _group(cls: type[Struct], value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    if not isinstance(value, dict):
        return faults.append(FieldFault("group", path, value))
    fields, plain = _fields(cls), {}
    for name, field in fields.items():
        given = value.get(name)
        if given is not None:
            plain[name] = _value(field.type, given, (*path, name), faults)
        elif field.required:
            faults.append(FieldFault("missing", (*path, name), value))
    faults += [
        FieldFault("undeclared", (*path, name), given, tuple(fields))
        for name, given in value.items()
        if name not in fields and given is not None
    ]
    return plain


def _value(type_: inspect.Type, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    return _READERS[type(type_)](type_, value, path, faults)


def _marked(type_: inspect.Metadata, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    extra = type_.extra or {}
    if "strip" in extra and isinstance(value, str):
        value = " ".join(filter(None, map(str.strip, value.split("\n"))))
    before = len(faults)
    value = _value(type_.type, value, path, faults)
    if "pattern" in extra and len(faults) == before and not re.fullmatch(extra["pattern"], value):
        faults.append(FieldFault("pattern", path, value, extra["pattern"]))
    if "holds" in extra and len(faults) == before and not extra["holds"](value):
        faults.append(FieldFault(extra["fault"], path, value))
    return value


def _optional(type_: inspect.UnionType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    """An optional value: the first alternative is the type of a value that is given."""
    return _value(type_.types[0], value, path, faults)


def _struct(type_: inspect.StructType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    return _group(type_.cls, value, path, faults)


def _list(type_: inspect.VarTupleType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    if not isinstance(value, list):
        return faults.append(FieldFault("list", path, value))
    if len(value) < (type_.min_length or 0):
        faults.append(FieldFault("too_few", path, value))
    return [_value(type_.item_type, item, (*path, index), faults) for index, item in enumerate(value)]


def _text(type_: inspect.StrType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    if not isinstance(value, str):
        return faults.append(FieldFault("text", path, value))
    if type_.max_length is not None and len(value) > type_.max_length:
        faults.append(FieldFault("too_long", path, value, type_.max_length))
    elif len(value) < (type_.min_length or 0):
        faults.append(FieldFault("empty", path, value))
    elif type_.pattern is not None and not re.fullmatch(type_.pattern, value):
        faults.append(FieldFault("pattern", path, value, type_.pattern))
    return value


def _text_of_own_type(type_: inspect.CustomType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    """A date: a text that the constraints beside its type validate."""
    if not isinstance(value, str):
        faults.append(FieldFault("text", path, value))
    return value


def _count(type_: inspect.IntType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    """A counting number, which stands in the file as digits."""
    count = int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value) else None
    if count is None or count < (type_.ge or 0):
        return faults.append(FieldFault("count", path, value))
    return count


def _choice(choices: tuple[Any, ...], value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    if not isinstance(value, str) or value not in choices:
        faults.append(FieldFault("choice", path, value, choices))
    return value


def _enum(type_: inspect.EnumType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    return _choice(_values(type_.cls), value, path, faults)


def _literal(type_: inspect.LiteralType, value: Any, path: Path_, faults: list[FieldFault]) -> Any:
    return _choice(tuple(type_.values), value, path, faults)


@cache
def _values(cls: Any) -> tuple[str, ...]:
    return tuple(member.value for member in cls)


_READERS: dict[type[inspect.Type], Callable[[Any, Any, Path_, list[FieldFault]], Any]] = {
    inspect.Metadata: _marked,
    inspect.UnionType: _optional,
    inspect.StructType: _struct,
    inspect.VarTupleType: _list,
    inspect.StrType: _text,
    inspect.IntType: _count,
    inspect.CustomType: _text_of_own_type,
    inspect.EnumType: _enum,
    inspect.LiteralType: _literal,
}
