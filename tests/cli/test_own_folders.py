"""Where a folder of the user's own cannot be written, the line names the variable that moves it."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cli import main
from kb import workspace
from kb.commands.own_folders import way_out
from kb.errors import IndexUnusable
from tests.support.corpora import clean_files, write

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("own_folders.yaml").read_text("utf-8"))


@pytest.mark.parametrize("caused", [False, True])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["path"])
def test_the_variable_of_a_folder(
    case: dict[str, Any], caused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = {"c": tmp_path / "tạm" / "kb", "d": tmp_path / "dữ-liệu" / "kb"}
    monkeypatch.setenv("KB_CACHE", str(folders["c"]))
    monkeypatch.setenv("KB_DATA", str(folders["d"]))
    refused: Exception = PermissionError(errno.EACCES, "", case["path"].format(**folders, home=tmp_path))
    if caused:
        refused, cause = IndexUnusable("không ghi được chỉ mục"), refused
        refused.__cause__ = cause
    said = way_out(refused)
    assert [name for name in ("KB_CACHE", "KB_DATA") if name in said] == case["named"]
    assert bool(said) == bool(case["named"])


@pytest.mark.parametrize("verb", ["search an ninh", "index", "build"])
def test_a_command_on_the_carried_corpus(verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = write(tmp_path / "carried", clean_files())
    monkeypatch.setattr(workspace, "CARRIED", tmp_path / "carried")
    (tmp_path / "tệp").write_text("", "utf-8")
    runner = CliRunner(env={"KB_CACHE": str(tmp_path / "tệp" / "kb"), "KB_DATA": str(tmp_path / "riêng")})
    done = runner.invoke(main, ["--corpus", str(corpus), *verb.split()])
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith("; hoặc đặt biến môi trường KB_CACHE là thư mục ghi được\n")
    (tmp_path / "tệp").unlink()
    if verb != "build":
        assert runner.invoke(main, ["--corpus", str(corpus), *verb.split()]).exit_code in (0, 1)
        assert (tmp_path / "tệp" / "kb").is_dir()


def test_a_refusal_that_is_none_of_the_system_has_no_way_out() -> None:
    assert way_out(IndexUnusable("không đọc được chỉ mục")) == ""
    assert way_out(OSError(errno.EIO, "")) == ""
