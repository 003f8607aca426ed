"""click speaks Vietnamese, whatever the language of the environment, and what kb starts speaks the user's."""

from __future__ import annotations

import ast
import gettext
import os
import subprocess
import sys
from pathlib import Path
from string import Formatter

import click
import polib
import pytest
from click.testing import CliRunner

from kb.commands.group import LazyGroup
from kb.commands.language import CATALOGUES, DOMAIN, LANGUAGE, vietnamese
from tests.support.paths import ROOT

TEXT = CATALOGUES / "vi" / "LC_MESSAGES" / f"{DOMAIN}.po"
ENTRIES = list(polib.pofile(str(TEXT)))


def test_the_compiled_catalogue_is_that_of_its_text() -> None:
    assert TEXT.with_suffix(".mo").read_bytes() == polib.pofile(str(TEXT)).to_binary(), "chạy: make catalogue"


def test_every_word_of_the_catalogue_is_one_that_click_says() -> None:
    modules = [ast.parse(path.read_text("utf-8")) for path in Path(click.__file__).parent.glob("*.py")]
    said = {node.value for module in modules for node in ast.walk(module) if isinstance(node, ast.Constant)}
    assert [entry.msgid for entry in ENTRIES if entry.msgid not in said] == []
    assert [entry.msgid_plural for entry in ENTRIES if entry.msgid_plural and entry.msgid_plural not in said] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.msgid)
def test_a_word_fills_no_place_that_click_does_not_give(entry: polib.POEntry) -> None:
    pairs = [(entry.msgid, entry.msgstr or entry.msgstr_plural[0])]
    if entry.msgid_plural:
        pairs.append((entry.msgid_plural, entry.msgstr_plural[1]))
    for english, words in pairs:
        assert words
        assert places(words) <= places(english)


def places(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


@pytest.mark.parametrize("language", [{"LANGUAGE": "fr:en"}, {"LC_ALL": "C"}, {"LC_ALL": "vi_VN.UTF-8"}], ids=str)
def test_the_language_of_the_environment_does_not_matter(language: dict[str, str]) -> None:
    clean = {name: value for name, value in os.environ.items() if name not in (LANGUAGE, "LC_ALL")}
    command = [sys.executable, "-c", "from cli import run; run()", "show", "--foo"]
    environment = clean | {"PYTHONUTF8": "1"} | language
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kb: không có tùy chọn '--foo'")


@pytest.mark.parametrize("of_user", [None, "fr"])
def test_what_a_command_starts_speaks_the_users_language(of_user: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.commands.language._OF_THE_USER", of_user)
    if of_user is None:
        monkeypatch.delenv(LANGUAGE, raising=False)
    else:
        monkeypatch.setenv(LANGUAGE, of_user)
    asked: list[str | None] = []

    @click.group(cls=LazyGroup, verbs={})
    @click.option("--x", callback=lambda *_: asked.append(os.environ.get(LANGUAGE)))
    def group(x: str) -> None:
        """A group."""

    @group.command()
    def child() -> None:
        code = "import os; print(os.environ.get('LANGUAGE'))"
        click.echo(
            subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout
        )

    assert CliRunner().invoke(group, ["child"]).output.strip() == str(of_user)
    assert asked == ["vi"]
    assert os.environ.get(LANGUAGE) == of_user


def test_gettext_is_left_as_it_was() -> None:
    before = gettext.textdomain()
    with vietnamese():
        assert gettext.gettext("Usage:") == "Cách dùng:"
        assert gettext.ngettext("Did you mean {possibility}?", "", 2) == "(có phải một trong: {possibilities}?)"
    assert gettext.textdomain() == before
    assert gettext.gettext("Usage:") == "Usage:"


def test_the_catalogue_is_shipped() -> None:
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    assert '"kb.commands" = ["locale/*/LC_MESSAGES/*.mo"]' in settings
    assert [path.name for path in Path(CATALOGUES).rglob("*.mo")] == ["click.mo"]
