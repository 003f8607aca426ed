"""Every command says what it does and is on the page of commands, which is generated and compared."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli import main
from kb.commands import reference
from kb.commands.group import Verb


def test_the_page_is_as_the_help_says() -> None:
    assert CliRunner().invoke(main, ["reference", "--check"]).exit_code == 0


def test_every_command_has_help_and_is_on_the_page() -> None:
    top = click.Context(main, info_name="kb")
    page = reference.page(main)
    for name in main.list_commands(top):
        command = main.get_command(top, name)
        assert isinstance(command, (Verb, click.Group))
        if command.hidden:
            assert f"\n## kb {name}\n" not in page
            continue
        assert f"\n## kb {name}\n" in page
        assert (command.help or "").strip()
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help
            assert not isinstance(option, click.Option) or option.opts[0] in page


def test_a_stale_page_is_told_and_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "lenh.md"
    page.write_text("cũ", "utf-8")
    monkeypatch.setattr(reference, "PAGE", page)
    told = CliRunner().invoke(main, ["reference", "--check"])
    assert told.exit_code == 1
    assert "kb reference" in told.output
    assert CliRunner().invoke(main, ["reference"]).exit_code == 0
    assert page.read_text("utf-8") == reference.page(main)
