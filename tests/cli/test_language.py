"""click speaks Vietnamese, whatever the language of the environment, and what kb starts speaks the user's."""

from __future__ import annotations

import ast
import gettext
import os
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import click
import polib
import pytest
from click.testing import CliRunner

from cli import main
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


PROGRAMMERS = {
    # what only who writes a command sees
    "Choice({choices})",
    "deprecated",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "%(prog)s, version %(version)s",
    "d",
}
MISUSES = {"TypeError", "ValueError", "RuntimeError"}


def told(node: ast.AST) -> set[str]:
    """The messages that click looks up, but for those of errors that a programmer made."""
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and ast.unparse(node.exc.func) in MISUSES:
        return set()
    found = set().union(*map(told, ast.iter_child_nodes(node)))
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("_", "gettext", "ngettext"):
        found |= {str(arg.value) for arg in node.args[:1] if isinstance(arg, ast.Constant)}
    return found


def test_every_word_that_click_says_is_in_the_catalogue() -> None:
    modules = [ast.parse(path.read_text("utf-8")) for path in Path(click.__file__).parent.glob("*.py")]
    assert set().union(*map(told, modules)) - {entry.msgid for entry in ENTRIES} - PROGRAMMERS == set()


def commands(group: click.Group, *path: str) -> list[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    ctx, found = click.Context(group), list[tuple[tuple[str, ...], click.Command]]()
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        found.append(((*path, name), command))
        if isinstance(command, click.Group):
            found += commands(command, *path, name)
    return found


ENGLISH = re.compile(
    r"\b(?:choose|missing|invalid|value|is|not|no such|option|argument|must|required|usage|error|options|default|"
    r"env var|file|directory|path|float|integer|range|did you|got|unexpected|exist)\b"
)


TYPES = {"FLOAT", "INTEGER", "TEXT", "PATH", "FILE", "DIRECTORY", "RANGE"}
COMMANDS = dict(commands(main))


def misuses(command: click.Command) -> list[list[str]]:
    """Wrong calls: an unknown option, too much, an option without a value or with one that is none of its kind."""
    valued = [p.opts[0] for p in command.params if isinstance(p, click.Option) and not p.is_flag]
    return [["--khong-co"], [*"abcdefgh"], *([name] for name in valued), *([name, "\x00"] for name in valued)]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_no_english_word_of_click_reaches_a_user(path: tuple[str, ...]) -> None:
    helped = CliRunner().invoke(main, [*path, "--help"], prog_name="kb").stdout
    assert not ENGLISH.search(prose(helped)), helped
    assert not {*re.findall(r"\b[A-Z]{3,}\b", helped)} & TYPES, helped
    for words in misuses(COMMANDS[path]):
        said = CliRunner().invoke(main, [*path, *words], prog_name="kb").stderr
        assert not ENGLISH.search(prose(said)), said


def prose(said: str) -> str:
    """What is said without what was typed, names of options and calls of kb."""
    return re.sub(r"'[^']*'|“[^”]*”|--[\w-]+|\bkb [a-z]+", "", said)
