"""YAML text to plain values, each with its place. The only module that reads YAML.

Nothing is guessed: every scalar is text as written, so a date stays ``2021-12-28`` and a number
``06`` keeps its zero. Duplicate keys, anchors, aliases and tags are refused, and so are files that
are not UTF-8. Parsing uses libyaml's composer, because pyyaml's own is ten times slower.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kb.corpus.file_text import read_text
from kb.problem import Mark, Problem

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
MAX_DEPTH = 20
ANCHOR_OR_TAG = "SRC04"
"""The fault of a file that is no plain data (`kb.rules.catalogue.anchor_or_alias`)."""
LIBRARY = f"pyyaml {yaml.__version__}"
"""The version of the reader, on which what a text is read as may depend."""

KEY = "#key"
"""Last step of the path that leads to a field's name instead of its value."""

Path_ = tuple[str | int, ...]
_REFERRING = re.compile(r"(?:^|[\s\[{,])[&*!]\S", re.MULTILINE)
"""Where an anchor, alias or tag could begin: only then are the parser's events looked at one by one."""
_INDENTED = re.compile(r"(?:^|[\r\x85\u2028\u2029])[ \-?:]{40}", re.MULTILINE)
_MANY = 200
"""libyaml's composer calls itself for each level, and deep nesting would end the process: only text that cannot nest
deeper than this many brackets, or forty columns, goes to it without a look at the parser's events."""
_CONTROL = r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_COMMENT = re.compile(r"#[^\n]*")
_TOO_DEEP = "exceeded maximum nesting depth"
"""What libyaml says from 0.2.6 on (PyYAML 6.0.4), before the event of any level was seen."""
_TABBED = re.compile(r"^ *\t", re.MULTILINE)


@dataclass
class MarkedValue:
    """The text of a file that can be read, its value and, for each path inside it, the place where it stands.

    Value and places are parsed on first access: an unchanged file without a fault is never parsed.
    """

    text: str
    shown: str
    _read: tuple[Any, dict[Path_, Mark]] | None = field(default=None, repr=False)

    @property
    def value(self) -> Any:
        """What the file says: groups, lists and text."""
        return self._found()[0]

    @property
    def marks(self) -> dict[Path_, Mark]:
        """Where each value stands, by its path; under a path that ends in `KEY`, where the name of the field stands."""
        return self._found()[1]

    def _found(self) -> tuple[Any, dict[Path_, Mark]]:
        if self._read is None:
            reader = _NodeReader(self.shown)
            root: Any = yaml.compose(self.text.removeprefix("\ufeff"), Loader=_Loader)
            self._read = reader.value(root, ()), reader.marks
        return self._read

    def mark(self, path: Path_) -> Mark:
        """The place of `path`, or of its nearest ancestor that stands in the file."""
        while path not in self.marks and path:
            path = path[:-1]
        return self.marks[path]


def read(path: Path, shown: str) -> tuple[MarkedValue | None, list[Problem]]:
    """Read one file; `shown` is its path as messages print it."""
    text, problems = read_text(path, shown)
    return parse(text, shown) if text is not None else (None, problems)


def parse(text: str, shown: str) -> tuple[MarkedValue | None, list[Problem]]:
    """Parse YAML text. Returns the value with its places, and every fault found."""
    bare = text.removeprefix("\ufeff")
    try:
        hostile = _hostile(bare, shown) if _is_suspicious(bare) else None
        if hostile:
            return None, [hostile]
        root = yaml.compose(bare, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax(error, bare, shown)]
    except (RecursionError, ValueError):
        return None, [_nested(Mark(shown))]
    if root is None:
        return None, [Problem(Mark(shown), "SRC05", "tệp rỗng", "xóa tệp, hoặc điền nội dung")]
    reader = _NodeReader(shown)
    value = reader.value(root, ())
    return (MarkedValue(text, shown, (value, reader.marks)) if not reader.problems else None), reader.problems


def comments(text: str) -> list[str]:
    """The comments of YAML text, each from its ``#``, in their order: what stands between the parser's tokens.

    A ``#`` inside a quoted or folded value begins no comment. Raises yaml.YAMLError where the text cannot be read.
    """
    bare, found, end = text.removeprefix("\ufeff"), list[str](), 0
    for token in yaml.scan(bare, Loader=_Loader):
        found += _COMMENT.findall(bare, end, token.start_mark.index)
        end = max(end, token.end_mark.index)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            found += _COMMENT.findall(bare, token.start_mark.index, bare.find("\n", token.start_mark.index))
    return [comment.rstrip() for comment in found + _COMMENT.findall(bare, end)]


def double_quoted(text: str) -> list[tuple[int, int, str]]:
    """(start, end, value) of each double-quoted scalar, its quotation marks included; none in text that is not YAML."""
    bare = text.removeprefix("\ufeff")
    before = len(text) - len(bare)
    try:
        return [
            (token.start_mark.index + before, token.end_mark.index + before, token.value)
            for token in yaml.scan(bare, Loader=_Loader)
            if isinstance(token, yaml.ScalarToken) and token.style == '"'
        ]
    except (yaml.YAMLError, ValueError):
        return []


def _is_suspicious(text: str) -> bool:
    brackets = text.count("[") + text.count("{")
    return bool(brackets > _MANY or _REFERRING.search(text) or _INDENTED.search(text))


def _hostile(text: str, shown: str) -> Problem | None:
    """The first anchor, alias, tag or level too deep. Only events are read, so aliases cannot multiply."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return _nested(_mark(shown, event.start_mark))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            message = "không dùng neo, tham chiếu hoặc nhãn kiểu (&, *, !) trong tệp"
            help_ = "chép lại giá trị; chữ bắt đầu bằng &, *, ! thì đặt trong dấu nháy"
            return Problem(_mark(shown, event.start_mark), ANCHOR_OR_TAG, message, help_)
    return None


def _mark(shown: str, mark: Any) -> Mark:
    return Mark(shown, mark.line + 1, mark.column + 1)


def _control(text: str, shown: str) -> Mark:
    """The place of the first character that YAML does not allow: the parser names it by bytes."""
    found = re.search(_CONTROL, text)
    if not found:
        return Mark(shown)
    return Mark(shown, text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start()))


def _nested(mark: Mark) -> Problem:
    return Problem(mark, "SRC03", "YAML lồng nhau quá sâu hoặc có ký tự không hợp lệ", "viết lại theo bảng trường")


def _syntax(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    from kb.corpus.yaml_errors import explain  # only for the file that is broken

    if _TOO_DEEP in str(getattr(error, "problem", None)):
        return _nested(Mark(shown))
    mark = getattr(error, "problem_mark", None)
    place = _mark(shown, mark) if mark else _control(text, shown)
    tab = _TABBED.search(text)
    if tab:
        place = Mark(shown, text.count("\n", 0, tab.start()) + 1, tab.end() - tab.start())
        return Problem(
            place, "SRC03", "YAML sai cú pháp: thụt dòng bằng Tab", "chạy kb check --fix, hoặc dùng dấu cách"
        )
    what, help_ = explain(str(getattr(error, "problem", None) or getattr(error, "reason", "")))
    return Problem(place, "SRC03", f"YAML sai cú pháp: {what}", help_)


class _NodeReader:
    """Walks the composed nodes once, keeping the place of each value."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.marks: dict[Path_, Mark] = {}
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node, path: Path_) -> Any:
        self.marks[path] = _mark(self.shown, node.start_mark)
        if len(path) > MAX_DEPTH:
            self.problems.append(_nested(self.marks[path]))
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
                self._problem(key_node, "SRC03", "tên trường phải là chữ", "viết “tên_trường: giá trị”")
                continue
            if key in result:
                self._problem(key_node, "SRC07", f"trường “{key[:40]}” viết hai lần", "giữ lại một lần")
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
