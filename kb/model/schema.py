"""JSON Schema and the editors' page of fields, both generated from the one table (`kb.model`).

Run as ``python -m kb.model.schema`` to write them, with ``--check`` to compare with what is committed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import FieldInfo

from kb.files import replace_file
from kb.model import RECORD_CLASSES, Record, json_schema
from kb.model.fields import description, fields, part_of, plain_type
from kb.model.schema_words import worded
from kb.output import run_main, say

ROOT = Path(__file__).resolve().parents[2]
FIELDS_PAGE = ROOT / "docs" / "truong-du-lieu.md"
SCHEMA_FOLDER = ROOT / "corpus" / "schema"


def generated() -> Iterator[tuple[Path, str]]:
    """Each generated file and its text."""
    for cls in RECORD_CLASSES:
        yield SCHEMA_FOLDER / f"{cls.record_kind.name}.json", schema_text(cls)
    yield FIELDS_PAGE, fields_page()


def schema_text(cls: type[Record]) -> str:
    """The JSON Schema of one kind of record, for editors that complete and check while typing."""
    return json.dumps(worded(json_schema(cls)), ensure_ascii=False, indent=2) + "\n"


def fields_page() -> str:
    """The table of fields of every record, in Markdown, for editors."""
    lines = [
        "# Các trường dữ liệu",
        "",
        "Trang này được sinh từ `kb/model/` bằng `python -m kb.model.schema`; không sửa tay.",
        "",
    ]
    for cls in RECORD_CLASSES:
        lines += [f"## {cls.record_kind.label} (`corpus/{cls.record_kind.folder}/`)", "", *_table(cls), ""]
    for part in _parts():
        lines += [f"## Nhóm trường {part.__name__}", "", *_table(part), ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(cls: type[Struct]) -> Iterator[str]:
    yield "| Trường | Bắt buộc | Ý nghĩa |"
    yield "|---|---|---|"
    for name, field in fields(cls).items():
        required = "có" if field.required else ""
        yield f"| `{name}` | {required} | {description(field)}{_choices(field)} |"


def _choices(field: FieldInfo) -> str:
    members = getattr(plain_type(field), "__members__", None)
    if not members:
        return ""
    return " Một trong: " + "; ".join(f"`{member.value}` ({member.label})" for member in members.values()) + "."


def _parts() -> list[type[Struct]]:
    """The groups of fields that records contain, in the order they are met."""
    found: list[type[Struct]] = []
    waiting: list[type[Struct]] = list(RECORD_CLASSES)
    while waiting:
        cls = waiting.pop(0)
        for part in filter(None, (part_of(cls, name) for name in fields(cls))):
            if part not in found:
                found.append(part)
                waiting.append(part)
    return found


def main(arguments: list[str]) -> int:
    """Write the generated files, or say which differ: exit code 1 when one does."""
    stale = [(path, text) for path, text in generated() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path, _ in stale:
            say(f"{path.relative_to(ROOT).as_posix()}: cũ so với kb/model/; chạy: python -m kb.model.schema")
        return 1 if stale else 0
    for path, text in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
    return 0


if __name__ == "__main__":
    run_main(lambda: sys.exit(main(sys.argv[1:])))
