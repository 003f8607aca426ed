"""The hooks of a commit: all are the project's own tools, each is there, and the corpus is within their reach."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from cli import main
from tests.support.paths import ROOT

CONFIGURATION = ROOT / ".pre-commit-config.yaml"
REPOSITORIES = yaml.safe_load(CONFIGURATION.read_text("utf-8"))["repos"]
HOOKS = {hook["id"]: hook for repository in REPOSITORIES for hook in repository["hooks"]}


def test_all_hooks_are_local_and_none_is_fetched() -> None:
    assert [repository["repo"] for repository in REPOSITORIES] == ["local"]
    assert {hook["language"] for hook in HOOKS.values()} == {"system"}
    assert "://" not in CONFIGURATION.read_text("utf-8")


def test_a_commit_is_checked_for_style_types_rooms_and_records() -> None:
    assert list(HOOKS) == ["ruff-check", "ruff-format", "mypy", "import-contracts", "kb-check", "kb-fmt"]


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS.keys())
def test_the_program_of_a_hook_is_there(hook: dict[str, Any]) -> None:
    program, *arguments = hook["entry"].split()
    assert shutil.which(program, path=str(Path(sys.executable).parent))
    if program == "kb":
        verb = main.get_command(click.Context(main), arguments[0])
        assert verb
        assert set(arguments[1:]) <= {name for option in verb.params for name in option.opts}


def test_records_are_within_the_reach_of_their_hooks() -> None:
    for path in ("corpus/documents/tt-1.yaml", "corpus/plans/ke-hoach.yaml"):
        assert re.search(HOOKS["kb-check"]["files"], path)
        assert re.search(HOOKS["kb-fmt"]["files"], path)
    assert re.search(HOOKS["kb-check"]["files"], "corpus/links.yaml")
    assert not re.search(HOOKS["kb-fmt"]["files"], "corpus/links.yaml"), "kb fmt không viết lại tệp này"
