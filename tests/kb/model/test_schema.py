"""The generated files keep step with the table of fields, and a stale one is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.model import RECORD_CLASSES, Record, json_schema
from tests.support.paths import ROOT


def schema(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the generator of a project folder: `-m` takes the package of the folder it is started in."""
    command = [sys.executable, "-m", "kb.model.schema", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project folder with the table of fields and what is generated from it."""
    shutil.copytree(ROOT / "kb", tmp_path / "kb", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "corpus" / "schema", tmp_path / "corpus" / "schema")
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "truong-du-lieu.md", tmp_path / "docs")
    return tmp_path


def test_the_repository_is_in_step() -> None:
    done = schema(ROOT, "--check")
    assert (done.returncode, done.stdout) == (0, "")


def described(schema: object) -> Iterator[str]:
    """Every description in a JSON Schema."""
    if isinstance(schema, dict) and isinstance(schema.get("description"), str):
        yield schema["description"]
    if isinstance(schema, (dict, list)):
        for value in schema.values() if isinstance(schema, dict) else schema:
            yield from described(value)


@pytest.mark.parametrize("cls", RECORD_CLASSES, ids=lambda cls: cls.__name__)
def test_an_editor_reads_vietnamese(cls: type[Record]) -> None:
    words = list(described(json_schema(cls)))
    assert words
    assert [text for text in words if text.isascii()] == []


@pytest.mark.parametrize("path", ["corpus/schema/document.json", "docs/truong-du-lieu.md"])
def test_a_stale_file_is_told_and_not_touched(copy: Path, path: str) -> None:
    assert schema(copy, "--check").returncode == 0
    stale = copy / path
    text = stale.read_text("utf-8")
    stale.write_text(text + "\n", "utf-8")
    done = schema(copy, "--check")
    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [path]
    assert stale.read_text("utf-8") == text + "\n"


def test_a_missing_file_is_stale(copy: Path) -> None:
    (copy / "corpus" / "schema" / "term.json").unlink()
    assert schema(copy, "--check").returncode == 1


def test_a_new_field_makes_files_stale_until_they_are_written(copy: Path) -> None:
    fields = copy / "kb" / "model" / "topic.py"
    old = 'label: Annotated[Text, Meta(description="Tên chủ đề.")]'
    text = fields.read_text("utf-8")
    assert text.count(old) == 1
    fields.write_text(
        text.replace(old, old + '\n    colour: Annotated[Text | None, Meta(description="Màu.")] = None'), "utf-8"
    )
    told = schema(copy, "--check").stdout
    assert "corpus/schema/topic.json" in told
    assert "docs/truong-du-lieu.md" in told
    assert schema(copy).returncode == 0
    assert schema(copy, "--check").returncode == 0
    assert '"colour"' in (copy / "corpus" / "schema" / "topic.json").read_text("utf-8")
