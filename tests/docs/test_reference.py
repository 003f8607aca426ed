"""The page of commands is the help, and a stale one is told."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

import cli_reference
from cli import main


def test_the_page_is_in_step() -> None:
    assert cli_reference.main(["--check"]) == 0


def test_every_command_and_option_is_there() -> None:
    context = click.Context(main)
    for name in main.list_commands(context):
        assert f"\n## kb {name}\n" in cli_reference.page()
        command = main.get_command(context, name)
        assert command
        for option in command.params:
            assert not isinstance(option, click.Option) or option.opts[0] in cli_reference.page()


def test_a_stale_page_is_told_and_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "lenh.md"
    page.write_text("cũ", "utf-8")
    monkeypatch.setattr(cli_reference, "PAGE", page)
    assert cli_reference.main(["--check"]) == 1
    assert "python -m cli_reference" in capsys.readouterr().out
    assert page.read_text("utf-8") == "cũ"
    assert cli_reference.main([]) == 0
    assert cli_reference.main(["--check"]) == 0
