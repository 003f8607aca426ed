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


def test_the_schema_would_refuse(validator: Any, tmp_path: Path) -> None:
    log = printed("--corpus", str(write(tmp_path, clean_files())), "check", "--format", "sarif")
    log["runs"][0]["columnKind"] = "bytes"
    assert faults(validator, log)
