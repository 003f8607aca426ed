"""The one form in which a record is written. The only module that writes YAML.

The first line names the schema for editors. Keys stand in the order of the table of fields, lists and groups are in
block style, text is quoted only where YAML would read it as something else, lines are wrapped, letters are NFC.
Comments stay where they were: above the field or two spaces behind the value. A plan keeps every letter, and a
paragraph stays on one line.

What was written is read back and compared: a file whose values or comments would change is left as it was.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from msgspec import Struct
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode

from kb.corpus.file_text import read_text
from kb.corpus.source import comments, parse
from kb.corpus.tree import is_misnamed
from kb.language.normal_forms import nfc
from kb.language.spelling import mend
from kb.model import CLASS_OF_FOLDER, Record
from kb.model.fields import field_order, is_count, part_of

LINE_WIDTH = 113
"""Columns after which a line of a record is wrapped."""
_UNWRAPPED = 100_000
"""More columns than any paragraph of a plan has, so that each stays on one line."""
_FIELD = re.compile(r"[^\s#-][^\n]*:")
"""How the line of a top field begins."""
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ABOVE = re.compile(r"#|[ ]*$")
"""A line of comment, or an empty one: above a field it belongs to it."""
_LONE_WORD = re.compile(r"^( *(?:- )*\w+:) *\n +(?![-?] )([^\s'\"|>][^\s:]*(?::[^\s:]+)*)$", re.MULTILINE)
"""A value without spaces, such as an address, that was put on a line of its own because it is long."""
_HEAD = re.compile(r"(?:#[^\n]*\n|[ ]*\n)*\n")
_SCHEMA_LINE = re.compile(r"^#[ \t]*yaml-language-server:[ \t]*\$schema=[^\n]*\n\n*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Remarked:
    """A value inside what `dump` writes, and the lines of comment above its key or above the dash of its item."""

    value: Any
    remarks: tuple[str, ...]
    """Each on one line, without ``# ``."""


class _TextOnly(RoundTripConstructor):
    """Every value is text as written, as `kb.corpus.source` reads it, and a field left blank stays blank."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        if isinstance(node, ScalarNode):
            return None if node.value == "" and not node.style else str(node.value)
        return super().construct_object(node, deep)


class _TwoSpaces(Emitter):
    """A comment stands two spaces behind its value, not in the column it had before the value was wrapped."""

    def write_comment(self, comment: Any, pre: bool = False) -> None:
        if self.column and comment.value.startswith("#"):
            comment.start_mark.column = self.column + 2
        super().write_comment(comment, pre)


def record_files(root: Path) -> list[Path]:
    """The files of records, sorted by path. Symbolic links are left out: they may lead out of the corpus."""
    folders = (root / folder for folder in CLASS_OF_FOLDER if not (root / folder).is_symlink())
    files = (path for folder in folders for path in folder.glob("*.yaml"))
    return sorted(path for path in files if path.is_file() and not path.is_symlink() and not is_misnamed(path.name))


def canonical_file(path: Path) -> tuple[str, str, str]:
    """(text, canonical text, Vietnamese reason why the file cannot be given that form; empty when it can)."""
    if path.is_symlink():
        return "", "", "tệp là liên kết: chỉ viết lại chính tệp mà nó trỏ tới"
    before, problems = read_text(path, "")
    if before is None:
        return "", "", problems[0].message
    after, why = canonical(before, path.resolve().parent.name)
    return before, after, why


def canonical(text: str, folder: str) -> tuple[str, str]:
    """(canonical text, reason) of a record of this folder.

    Where the text cannot be given that form it is returned as it is, with the reason in Vietnamese; else that is empty.
    """
    cls = CLASS_OF_FOLDER.get(folder)
    sourced, problems = parse(text, "")
    if cls is None or sourced is None or not isinstance(sourced.value, dict):
        return text, problems[0].message if problems else "tệp không phải bản ghi của kho"
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n") + "\n"
    plain = _SCHEMA_LINE.sub("", plain if cls.record_kind.verbatim else mend(plain, nfc))
    first = schema_line(cls)
    try:
        written = first + _in_canonical_form(_ordered(plain, cls), cls)
    except (YAMLError, ValueError, TypeError, AttributeError, RecursionError):
        tab = "\t" in plain
        return text, "có ký tự Tab, hãy chạy kb check --fix trước" if tab else "không giữ được nguyên vẹn cách viết này"
    again, _ = parse(written, "")
    if (
        again is None
        or _spelt(again.value) != _spelt(sourced.value)
        or sorted(comments(written)) != sorted(comments(first + plain))
    ):
        return text, "cách viết này không giữ được nguyên vẹn giá trị hoặc chú thích"
    return written, ""


def schema_line(cls: type[Record]) -> str:
    """The first line of a file of this class: where an editor finds the schema, from the file itself."""
    return f"# yaml-language-server: $schema=../schema/{cls.record_kind.name}.json\n"


def difference(before: str, after: str, name: str) -> str:
    """A unified diff, empty when nothing changes."""
    lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), name, f"{name} (chuẩn)")
    return "".join(lines)


def dump(value: Mapping[str, Any]) -> str:
    """A tree of mappings, lists and scalars as YAML in the form of records; any value in it may be `Remarked`."""
    stream = StringIO()
    _yaml(LINE_WIDTH).dump(_commented(value, 0), stream)
    return stream.getvalue()


def _commented(value: Any, column: int) -> Any:
    """The tree as ruamel's maps and sequences, whose keys or dashes stand in this column; scalars as they are."""
    made: CommentedMap | CommentedSeq
    if isinstance(value, Mapping):
        made, items = CommentedMap(), list(value.items())
    elif isinstance(value, (list, tuple)):
        made, items = CommentedSeq([None] * len(value)), list(enumerate(value))
    else:
        return value
    for place, item in items:
        plain, remarks = (item.value, item.remarks) if isinstance(item, Remarked) else (item, ())
        made[place] = _commented(plain, column + 2)
        if remarks:
            made.yaml_set_comment_before_after_key(place, before="\n".join(remarks), indent=column)
    return made


def _yaml(width: int) -> YAML:
    yaml = YAML()
    yaml.Emitter = _TwoSpaces
    yaml.width = width
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    yaml.representer.add_representer(type(None), _blank)
    return yaml


def _blank(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "")


def _in_canonical_form(text: str, cls: type[Record]) -> str:
    """The text as the writer gives it. A letter that stood as an escape is written out, so it is composed too."""
    if cls.record_kind.verbatim:
        return _written(text, cls, _UNWRAPPED)
    written = _written(text, cls, LINE_WIDTH)
    spelt = mend(written, nfc)
    return written if spelt == written else _written(spelt, cls, LINE_WIDTH)


def _written(text: str, cls: type[Struct], width: int) -> str:
    reader = YAML()
    reader.Constructor = _TextOnly
    value = reader.load(text)
    _shape(value, cls)
    stream = StringIO()
    _yaml(width).dump(value, stream)
    # The writer leaves the space before a line that it wraps.
    lines = "\n".join(line.rstrip(" ") for line in stream.getvalue().rstrip("\n").split("\n"))
    return _LONE_WORD.sub(r"\1 \2", lines) + "\n"


def _ordered(text: str, cls: type[Struct]) -> str:
    """The text with its top fields in order, each with the comment lines above it."""
    order = field_order(cls)
    head = _HEAD.match(text) if text.startswith("#") else None
    start = head.end() if head else 0
    blocks = sorted(_fields(text[start:]), key=lambda block: order.get(_name(block), len(order)))
    return text[:start] + "".join(line for block in blocks for line in block)


def _fields(text: str) -> list[list[str]]:
    """The lines of each top field, those of comment above it first; what stands above all fields is of the first."""
    fields: list[list[str]] = []
    above: list[str] = []
    for line in _LINE.findall(text):
        if _ABOVE.match(line):
            above.append(line)
        elif not fields or (_FIELD.match(line) and _name(fields[-1])):
            fields.append([*above, line])
            above = []
        else:
            fields[-1] += [*above, line]
            above = []
    if fields:
        fields[-1] += above
    return fields or [above]


def _name(block: list[str]) -> str:
    named = (line for line in block if line.strip() and not line.startswith("#"))
    return next(named, "").partition(":")[0]


def _shape(value: Any, cls: type[Struct] | None) -> None:
    """Block style everywhere, and the fields of every group in order where no comment stands between them."""
    if isinstance(value, CommentedSeq):
        value.fa.set_block_style()
        for item in value:
            _shape(item, cls)
    elif isinstance(value, CommentedMap):
        value.fa.set_block_style()
        for key, item in list(value.items()):
            _shape(item, part_of(cls, key))
            if is_count(cls, key) and str(item).isdecimal() and str(int(item)) == item:
                value[key] = int(item)
        order = field_order(cls)
        keys = sorted(value, key=lambda key: order.get(key, len(order)))
        if keys != list(value) and not value.ca.items and not value.ca.comment:
            for key in keys:
                value.move_to_end(key)


def _spelt(value: Any) -> Any:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, dict):
        return {key: _spelt(item) for key, item in value.items()}
    return [_spelt(item) for item in value] if isinstance(value, list) else value
