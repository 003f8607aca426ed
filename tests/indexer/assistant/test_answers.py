"""The tools for assistants, asked by the client of the protocol's own library: what is held, what is not, same JSON."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from cli import main
from indexer.assistant.server import INSTRUCTIONS, server
from indexer.assistant.tools import AssistantTools
from indexer.commands.search import fresh_index
from kb.commands.registers import opened_registers
from kb.corpus.load import load_corpus
from kb.register.folder import write_tables
from kb.workspace import Workspace
from tests.support.corpora import clean_files, document, write
from tests.support.paths import ROOT
from tests.support.registers import tables as tables_of

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("answers.yaml").read_text("utf-8"))
ANSWERED = [case for case in CASES if "error" not in case]


@cache
def tools(corpus: Path = ROOT / "corpus") -> AssistantTools:
    place = Workspace(corpus)
    return AssistantTools(corpus, lambda: load_corpus(corpus), lambda: fresh_index(place), opened_registers(place))


def asked(client_of: Callable[[], Client], tool: str, arguments: dict[str, Any]) -> CallToolResult:
    async def ask() -> CallToolResult:
        async with client_of() as client:
            found: CallToolResult = await client.call_tool(tool, arguments)
            return found

    return asyncio.run(ask())


def here() -> Client:
    return Client(server(tools(), "1"))


def name_of(case: dict[str, Any]) -> str:
    return f"{case['tool']} {json.dumps(case['asked'], ensure_ascii=False)}"


@pytest.mark.parametrize("case", ANSWERED, ids=name_of)
def test_an_answer_says_where_it_is_held_with_day_and_sources(case: dict[str, Any]) -> None:
    done = asked(here, case["tool"], case["asked"])
    assert not done.is_error
    found: dict[str, Any] = done.structured_content or {}
    assert found["held"] == case["held"]
    assert case.get("says", "") in found["said"]
    assert found["day"] == (case["asked"].get("day") or found["day"])
    assert found["corpus_read_to"]
    if record := case.get("record"):
        assert found["sources"][record]
        assert all(source["where"] and source["checked"] for source in found["sources"][record])


@pytest.mark.parametrize("case", [case for case in CASES if "error" in case], ids=name_of)
def test_what_is_refused_is_told_in_words(case: dict[str, Any]) -> None:
    done = asked(here, case["tool"], case["asked"])
    assert done.is_error
    line = "".join(part.text for part in done.content if isinstance(part, TextContent))
    assert case["error"] in line
    assert not {"\n", "Error", "Traceback"} & {*line, *line.split()}


@pytest.mark.parametrize("case", ANSWERED, ids=name_of)
def test_nothing_is_ever_said_not_to_exist(case: dict[str, Any]) -> None:
    said = str((asked(here, case["tool"], case["asked"]).structured_content or {})["said"])
    assert "không tồn tại" not in said.replace("Không được suy ra rằng văn bản không tồn tại", "")


@pytest.mark.parametrize(
    ("tool", "arguments", "command"),
    [
        ("search", {"query": "nq 51"}, ["search", "nq 51", "--json"]),
        ("search", {"query": "154/2020/NĐ-CP"}, ["search", "154/2020/NĐ-CP", "--json"]),
        ("show", {"record": "124/2021/TT-BCA"}, ["show", "124/2021/TT-BCA", "--json"]),
        ("show", {"record": "154/2020/NĐ-CP"}, ["show", "154/2020/NĐ-CP", "--json"]),
        ("show", {"record": "51-NQ/TW", "day": "2024-06-30"}, ["show", "51-NQ/TW", "--at", "2024-06-30", "--json"]),
        ("cite", {"record": "124/2021/TT-BCA"}, ["cite", "124/2021/TT-BCA", "--json"]),
        ("cite", {"record": "154/2020/NĐ-CP"}, ["cite", "154/2020/NĐ-CP", "--json"]),
        ("basis", {"plan": "#ii-1", "day": "2026-01-02"}, ["basis", "#ii-1", "--at", "2026-01-02", "--json"]),
    ],
)
def test_the_answer_is_the_json_of_the_command(tool: str, arguments: dict[str, str], command: list[str]) -> None:
    done = asked(here, tool, arguments)
    printed = CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *command]).stdout
    assert (done.structured_content or {})["answer"] == json.loads(printed)


def test_the_review_is_that_of_the_command(tmp_path: Path) -> None:
    text = "Căn cứ Thông tư số 124/2021/TT-BCA ngày 27/12/2021; Nghị định số 999/2031/NĐ-CP"
    (tmp_path / "van-ban.txt").write_text(text, "utf-8")
    done = asked(here, "review", {"text": text, "day": "2026-01-02"})
    command = [
        "--corpus",
        str(ROOT / "corpus"),
        "review",
        str(tmp_path / "van-ban.txt"),
        "--at",
        "2026-01-02",
        "--json",
    ]
    printed = json.loads(CliRunner().invoke(main, command).stdout)
    assert (done.structured_content or {})["answer"] == printed | {"file": "van-ban.txt"}
    assert {citation["verdict"] for citation in printed["citations"]} == {"wrong", "unknown"}


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    held = tools(corpus)
    assert held.cite("03/2022/TT-BA")["held"] == "none"
    write(tmp_path, {"documents/tt-3.yaml": document("tt-3", "03/2022/TT-BA", "2022-01-01")})
    assert held.cite("03/2022/TT-BA")["held"] == "corpus"


@pytest.mark.parametrize(("options", "held"), [((), "none"), (("--private",), "register")])
def test_the_private_register_answers_only_where_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], held: str
) -> None:
    monkeypatch.setenv("KB_DATA", str(tmp_path / "data"))
    own = ["05/2021/QĐ-BA|Quyết định|rieng:2021-02-01|Sở Mật|rieng:Về việc kín||||"]
    write_tables(tmp_path / "data" / "register", tables_of(own))
    program = ["-c", "from cli import run; run()", "--corpus", str(write(tmp_path, clean_files())), "mcp", *options]
    environment = {**os.environ, "KB_DATA": str(tmp_path / "data")}
    started = StdioServerParameters(command=sys.executable, args=program, cwd=ROOT, env=environment)

    async def ask() -> list[str]:
        async with Client(started) as client:
            done = [await client.call_tool(tool, {"record": "05/2021/QĐ-BA"}) for tool in ("show", "cite", "status")]
            text = "Quyết định số 05/2021/QĐ-BA ngày 01/02/2021"
            done += [
                await client.call_tool(*asked) for asked in (("review", {"text": text}), ("search", {"query": text}))
            ]
            return [json.dumps(one.structured_content, ensure_ascii=False) for one in done]

    told = asyncio.run(ask())
    assert {json.loads(one)["held"] for one in told} == {held}
    assert any("Về việc kín" in one for one in told) is bool(options)


def test_the_program_serves_on_its_standard_streams(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    program = ["-c", "from cli import run; run()", "--corpus", str(corpus), "mcp"]
    before = {path: path.read_bytes() for path in corpus.rglob("*.yaml")}

    async def ask() -> tuple[str, list[Any], Any]:
        async with Client(StdioServerParameters(command=sys.executable, args=program, cwd=ROOT)) as client:
            listed = await client.list_tools()
            return client.instructions or "", listed.tools, await client.call_tool("cite", {"record": "01/2020/TT-BA"})

    instructions, offered, done = asyncio.run(ask())
    assert instructions == INSTRUCTIONS
    assert {tool.name for tool in offered} == {"search", "show", "review", "cite", "status", "basis"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in offered)
    assert done.structured_content["answer"][0]["short"] == "Thông tư số 01/2020/TT-BA"
    assert {path: path.read_bytes() for path in corpus.rglob("*.yaml")} == before


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "mcp"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "indexer.assistant.server", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    done = CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), "mcp"])
    line = 'kb: kb mcp cần thêm thư viện; chạy: pip install "mcp>=2.1,<3"\n'
    assert (done.exit_code, done.stderr) == (2, line)


class Missing:
    """A finder of modules for which the library of the protocol is not installed."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "mcp":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
