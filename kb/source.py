"""YAML text to plain values, each with its place. The only module that reads YAML.

Nothing is guessed: every scalar is text as written, so a date stays ``2021-12-28`` and a number
``06`` keeps its zero. Duplicate keys, anchors, aliases and tags are refused, and so are files that
are not UTF-8. Parsing uses libyaml's composer, because pyyaml's own is ten times slower.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kb.problem import Mark, Problem

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
MAX_BYTES = 2_000_000
"""No hand-written record comes near; a larger file is a mistake or an attack."""
MAX_DEPTH = 20

KEY = "#key"
"""Last step of the path that leads to a field's name instead of its value."""

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Sourced:
    """The value of a file and, for each path inside it, the place where it stands."""

    value: Any
    marks: dict[Path_, Mark]

    def mark(self, path: Path_) -> Mark:
        """The place of `path`, or of its nearest ancestor that stands in the file."""
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks[path]


def read(path: Path, shown: str) -> tuple[Sourced | None, list[Problem]]:
    """Read one file; `shown` is its path as messages print it."""
    start = Mark(shown)
    try:
        if path.stat().st_size > MAX_BYTES:
            return None, [Problem(start, "SRC06", f"tệp lớn hơn {MAX_BYTES} byte", "tách thành nhiều bản ghi")]
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [
            Problem(start, "SRC01", f"tệp không phải UTF-8 (byte thứ {error.start})", "lưu lại tệp ở dạng UTF-8")
        ]
    except OSError as error:
        return None, [Problem(start, "SRC02", f"không đọc được tệp: {error.strerror}")]
    return parse(text, shown)


def parse(text: str, shown: str) -> tuple[Sourced | None, list[Problem]]:
    """Parse YAML text. Returns the value with its places, and every fault found."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                return None, [
                    Problem(
                        _mark(shown, event.start_mark), "SRC04", "không dùng neo (&, *) trong tệp", "chép lại giá trị"
                    )
                ]
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax(error, shown)]
    except (RecursionError, ValueError):
        return None, [Problem(Mark(shown), "SRC03", "YAML lồng nhau quá sâu hoặc có ký tự không hợp lệ")]
    if root is None:
        return None, [Problem(Mark(shown), "SRC05", "tệp rỗng", "xóa tệp hoặc điền nội dung")]
    reader = _Reader(shown)
    value = reader.value(root, ())
    return (Sourced(value, reader.marks) if not reader.problems else None), reader.problems


def _mark(shown: str, mark: Any) -> Mark:
    return Mark(shown, mark.line + 1, mark.column + 1)


def _syntax(error: yaml.YAMLError, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    place = _mark(shown, mark) if mark else Mark(shown)
    what = getattr(error, "problem", None) or "cú pháp không hợp lệ"
    return Problem(
        place,
        "SRC03",
        f"YAML sai cú pháp: {what}",
        "kiểm tra thụt dòng, dấu hai chấm; đặt chuỗi có dấu “:” trong dấu nháy",
    )


class _Reader:
    """Walks the composed nodes once, keeping the place of each value."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.marks: dict[Path_, Mark] = {}
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, path: Path_) -> Any:
        self.marks[path] = _mark(self.shown, node.start_mark)
        if len(path) > MAX_DEPTH:
            self._problem(node, "SRC03", "YAML lồng nhau quá sâu", "")
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._mapping(node, path)

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        # An empty plain scalar (`note:` with nothing after it) is a field left blank.
        return None if node.value == "" and not node.style else str(node.value)

    def _mapping(self, node: yaml.Node, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str) or not isinstance(key_node, yaml.ScalarNode):
                self._problem(key_node, "SRC03", "tên trường phải là chữ", "")
                continue
            if key in result:
                self._problem(key_node, "SRC07", f"trường “{key}” viết hai lần", "giữ lại một lần")
                continue
            step: Path_ = (*path, key)
            result[key] = self.value(value_node, step)
            key_mark = _mark(self.shown, key_node.start_mark)
            named: Path_ = (*step, KEY)
            self.marks[named] = key_mark
            if result[key] is None:
                self.marks[step] = key_mark
        return result

    def _problem(self, node: yaml.Node, code: str, message: str, help_: str) -> None:
        self.problems.append(Problem(_mark(self.shown, node.start_mark), code, message, help_))
