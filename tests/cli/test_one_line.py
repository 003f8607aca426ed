"""Names of files and values with an end of line: what follows it is never a line of its own, as if kb had said it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli import main
from kb.commands.options import PathType
from tests.support.corpora import clean_files, write

SAID = "Mọi viện dẫn đúng."
NAME = f"a\n{SAID}"
TYPED = (
    ("review", NAME), ("import", NAME), ("check", NAME), ("fmt", NAME), ("init", NAME), ("register", "add", NAME),
    ("library", "import", NAME), ("index", "--from", NAME, "--index", "x"), ("--corpus", NAME, "check"),
    ("diff", NAME), ("serve", "--address", NAME), ("build", "--url", NAME), ("show", NAME), ("explain", NAME),
    ("check", "--select", NAME), ("review", "a.md", "--at", NAME), (NAME,), ("check", f"--{NAME}"),
)  # fmt: skip
NO_SUCH_NAMES = pytest.mark.skipif(sys.platform == "win32", reason="Windows không cho tên như vậy")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, clean_files())


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: " ".join(typed[:2])[:12])
def test_what_is_typed(corpus: Path, typed: tuple[str, ...]) -> None:
    if sys.platform != "win32":
        Path(NAME).write_text("Nghị định số 30/2020/NĐ-CP", "utf-8")
    result = CliRunner().invoke(main, typed, catch_exceptions=False)
    assert result.exit_code in (1, 2)
    assert [line for line in result.output.splitlines() if line.startswith(SAID)] == []


def _paths(command: click.Command) -> Iterator[click.Parameter]:
    yield from (parameter for parameter in command.params if isinstance(parameter.type, click.Path))
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner
            yield from _paths(inner)


def test_every_path_is_asked_for_in_the_one_way() -> None:
    paths = list(_paths(main))
    assert len(paths) > 10
    assert [path.name for path in paths if not isinstance(path.type, PathType)] == []


@NO_SUCH_NAMES
@pytest.mark.parametrize("name", [f"documents/{NAME}.yaml", f"documents/{NAME}/x.yaml", f"{NAME}/x.yaml"])
def test_a_file_of_the_corpus(corpus: Path, name: str) -> None:
    (corpus / name).parent.mkdir(exist_ok=True)
    (corpus / name).write_text("id: x\n", "utf-8")
    result = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert "SRC10 tên tệp hoặc thư mục có dấu xuống dòng" in result.output
    assert f"corpus/{name}:1:1".replace("\n", r"\u000a") in result.output
    listed = CliRunner().invoke(main, ["fmt", "--check"], catch_exceptions=False)
    assert [line for line in (result.output + listed.output).splitlines() if line.startswith(SAID)] == []


@pytest.mark.parametrize("field", ["number", "type", "title"])
@pytest.mark.parametrize("verb", [["check"], ["show", "tt-1"], ["cite", "tt-1"], ["stale"], ["search", "tt-1"]])
def test_a_value_of_a_record(corpus: Path, field: str, verb: list[str]) -> None:
    path = corpus / "documents" / "tt-1.yaml"
    lines = path.read_text("utf-8").splitlines()
    lines = [f'{field}: "x\\n{SAID}"' if line.startswith(f"{field}: ") else line for line in lines]
    path.write_text("\n".join([*lines, ""]), "utf-8")
    result = CliRunner().invoke(main, verb, catch_exceptions=False)
    assert [line for line in result.output.splitlines() if line.startswith(SAID)] == []
