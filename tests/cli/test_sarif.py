"""SARIF as `kb check` and `kb review` print it is SARIF 2.1.0, by the standard's own schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from cli import main
from tests.kb.drafts.files import word_file
from tests.support.corpora import body, clean_files, write
from tests.support.paths import ROOT

SCHEMA = ROOT / "build/node/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def validator() -> Any:
    assert SCHEMA.is_file(), "chưa cài lược đồ SARIF; chạy: make node"
    return jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))


def printed(*arguments: str) -> Any:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return json.loads(result.stdout)


def faults(validator: Any, log: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]


def test_check(validator: Any, tmp_path: Path) -> None:
    bad = {"bodies/bo-b.yaml": body("bo-b", "Bộ  B").replace("level:", "parent: bo-z\nlevel:"), "terms/x.yaml": "id: ["}
    log = printed("--corpus", str(write(tmp_path, clean_files() | bad)), "check", "--format", "sarif")
    assert len(log["runs"][0]["results"]) > 2
    assert faults(validator, log) == []


def test_check_without_faults(validator: Any, tmp_path: Path) -> None:
    log = printed("--corpus", str(write(tmp_path, clean_files())), "check", "--format", "sarif")
    assert log["runs"][0]["results"] == []
    assert faults(validator, log) == []


def test_review(validator: Any, tmp_path: Path) -> None:
    log = printed("review", str(word_file(tmp_path / "a.docx")), "--format", "sarif")
    assert log["runs"][0]["results"]
    assert faults(validator, log) == []


def test_the_address_of_a_file_is_relative_and_percent_encoded(
    validator: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the current folder, where the file stands below it; by its name alone elsewhere."""
    name = "Kế hoạch số 5 #2 100%.txt"
    (tmp_path / "hồ sơ").mkdir()
    (tmp_path / "hồ sơ" / name).write_text("Thông tư số 124/2021/TT-BCA ngày 22/12/2021 của Bộ Công an", "utf-8")
    quoted = "K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%205%20%232%20100%25.txt"
    places = {tmp_path: f"h%E1%BB%93%20s%C6%A1/{quoted}", tmp_path / "hồ sơ": quoted, ROOT: quoted}
    for folder, address in places.items():
        monkeypatch.chdir(folder)
        log = printed("--corpus", str(ROOT / "corpus"), "review", str(tmp_path / "hồ sơ" / name), "--format", "sarif")
        assert faults(validator, log) == []
        found = [place["physicalLocation"] for each in log["runs"][0]["results"] for place in each["locations"]]
        assert [place["artifactLocation"]["uri"] for place in found] == [address]


def test_the_schema_would_refuse(validator: Any, tmp_path: Path) -> None:
    log = printed("--corpus", str(write(tmp_path, clean_files())), "check", "--format", "sarif")
    log["runs"][0]["columnKind"] = "bytes"
    assert faults(validator, log)
