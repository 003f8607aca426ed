"""The issue forms ask where it was read; their labels exist; the hook and the template name real commands."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml

from cli import main
from tests.support.paths import ROOT

FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_form(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    fields = {field["id"]: field for field in form["body"]}
    assert fields["source"]["validations"]["required"] is True
    assert all(set(field["attributes"]) <= {"label", "description", "placeholder"} for field in fields.values())
    labels = {label["name"] for label in yaml.safe_load((ROOT / ".github" / "labels.yml").read_text("utf-8"))}
    assert set(form["labels"]) <= labels


def test_both_forms_are_there() -> None:
    assert {path.stem for path in FORMS} == {"them-van-ban", "bao-sai"}


@pytest.mark.parametrize("name", [".pre-commit-hooks.yaml", ".github/PULL_REQUEST_TEMPLATE.md"])
def test_commands_exist(name: str) -> None:
    named = set(re.findall(r"\bkb ([a-z]+)", (ROOT / name).read_text("utf-8")))
    assert named
    assert named <= set(main.list_commands(click.Context(main)))
