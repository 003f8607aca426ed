"""The remarks of a draft go when its editor has seen them, and nothing else goes with them."""

from __future__ import annotations

from pathlib import Path

import yaml

from kb.corpus.source import comments
from kb.importing.remarks import without_remarks
from tests.kb.importing import files
from tests.kb.importing.test_import import run, small

__all__ = ["small"]
LIKE = """summary: |
  Câu đầu
  # nháp: đây là nội dung
# nháp: tin cậy 95% · dòng 3
title: Về công tác
"""


def test_a_reviewed_draft_keeps_its_values_and_what_its_editor_wrote(tmp_path: Path, small: Path) -> None:
    run(small, "import", str(files.gazette(tmp_path / "a.pdf")))
    path = small / "documents" / "tt-90-2025-tt-bca.yaml"
    draft = path.read_text("utf-8").replace("\ntitle:", "\n# hỏi lại Văn phòng\ntitle:")
    assert draft.count("# nháp: ") > 10
    path.write_text(draft, "utf-8")
    assert run(small, "fmt", "--check", "--reviewed", str(path)).exit_code == 1
    assert run(small, "fmt", "--reviewed", str(path)).exit_code == 0
    reviewed = path.read_text("utf-8")
    assert yaml.safe_load(reviewed) == yaml.safe_load(draft)
    assert comments(reviewed)[1:] == ["# hỏi lại Văn phòng"]  # the first is the schema's
    assert run(small, "fmt", "--check", "--reviewed", str(path)).exit_code == 0


def test_what_a_record_says_is_never_taken_for_a_remark() -> None:
    assert without_remarks(LIKE) == LIKE
    assert without_remarks("a: [\n# nháp: x\n") == "a: [\n# nháp: x\n"


def test_reviewed_is_said_of_files_that_are_named(small: Path) -> None:
    result = run(small, "fmt", "--reviewed")
    assert (result.exit_code, "--reviewed cần tên tệp" in result.stderr) == (2, True)
