"""The command line as a user meets it: exit codes, one clear line for bad input, JSON that holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cli import main
from tests.support.corpora import body, clean_files, write
from tests.support.paths import ROOT


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def small(tmp_path: Path) -> str:
    return str(write(tmp_path, clean_files()))


def test_search_answers_in_the_documented_json(small: str) -> None:
    result = run("--corpus", small, "search", "01/2020/TT-BA", "--json")
    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert set(answer) >= {"query", "understood", "total", "hits", "suggestion"}
    assert set(answer["hits"][0]) >= {"id", "kind", "number", "title", "section", "url", "score", "snippet", "matched"}
    assert answer["hits"][0]["id"] == "tt-1"


def test_search_rebuilds_a_stale_index(small: str) -> None:
    assert run("--corpus", small, "search", "hiếm gặp").exit_code == 1
    path = Path(small) / "documents" / "tt-1.yaml"
    path.write_text(path.read_text("utf-8").replace("Tóm tắt.", "Nói về việc hiếm gặp."), "utf-8")
    result = run("--corpus", small, "search", "hiếm gặp")
    assert result.exit_code == 0
    assert "tt-1" in result.stdout


def test_filters(small: str) -> None:
    assert "tt-2" not in run("--corpus", small, "search", "tt", "--year", "2020").stdout
    assert run("--corpus", small, "search", "tt", "--issuer", "không có").exit_code == 2
    assert run("--corpus", small, "search", "tt", "--kind", "document", "--type", "thong-tu").exit_code == 0


def test_explain_says_why(small: str) -> None:
    assert "số hiệu" in run("--corpus", small, "search", "01/2020/TT-BA", "--explain").stdout


@pytest.mark.parametrize("wanted", ["tt-2", "02/2021/TT-BA", "2/2021/tt-ba"])
def test_show(small: str, wanted: str) -> None:
    result = run("--corpus", small, "show", wanted)
    assert result.exit_code == 0
    assert "Căn cứ: Thông tư 01/2020/TT-BA (tt-1)" in result.stdout


@pytest.mark.parametrize("day", ["30/6/2021", "30-06-2021", "30.6.2021"])
def test_days_are_taken_as_official_texts_write_them(small: str, day: str) -> None:
    iso = run("--corpus", small, "show", "tt-1", "--at", "2021-06-30", "--json").stdout
    assert run("--corpus", small, "show", "tt-1", "--at", day, "--json").stdout == iso


def test_a_day_that_is_none_is_refused_in_words(small: str) -> None:
    result = run("--corpus", small, "show", "tt-1", "--at", "31/2/2021")
    assert result.exit_code == 2
    assert "“31/2/2021” không phải ngày: viết dd/mm/yyyy hoặc YYYY-MM-DD" in result.stderr


def test_show_json_has_the_computed_status(small: str) -> None:
    answer = json.loads(run("--corpus", small, "show", "tt-1", "--at", "2021-06-30", "--json").stdout)
    assert answer[0]["computed"]["status"] == "con_hieu_luc"
    assert answer[0]["computed"]["relations"][0]["id"] == "tt-2"


def test_check_clean(small: str) -> None:
    result = run("--corpus", small, "check")
    assert (result.exit_code, result.stdout) == (0, "Đã kiểm tra 3 bản ghi: không có lỗi.\n")


def test_check_tells_place_code_and_way_out(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files() | {"bodies/bo-b.yaml": body("bo-b", "Bộ B", "parent: bo-z\n")})
    result = run("--corpus", str(corpus), "check")
    assert result.exit_code == 1
    assert "corpus/bodies/bo-b.yaml:4:9: REF01 không có bản ghi “bo-z”" in result.stdout
    assert "cách sửa:" in result.stdout
    problems = json.loads(run("--corpus", str(corpus), "check", "--json").stdout)["problems"]
    assert {"path", "line", "column", "code", "message", "help"} == set(problems[0])


REFUSED = {
    "missing folder": ["--corpus", "/khong/co", "check"],
    "empty query": ["search", " "],
    "quote alone": ["search", '"'],
    "overlong query": ["search", "a" * 10_240],
}


@pytest.mark.parametrize("name", REFUSED)
def test_bad_input_is_one_line_and_exit_2(name: str, small: str) -> None:
    arguments = REFUSED[name] if "--corpus" in REFUSED[name] else ["--corpus", small, *REFUSED[name]]
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("kb: ")
    assert result.stderr.count("\n") == 1


ODD = {"\x00\x1b[31m tt": 0, "a:b": 0, "\ud800 x": 1, 'nq "': 1, "AND OR NOT": 1, "(": 2, "*": 2, "^~": 2, "'": 2}
"""What may be typed, and whether something is found (0), nothing (1), or nothing is asked for (2)."""


@pytest.mark.parametrize("query", ODD)
def test_odd_queries_are_answered(small: str, query: str) -> None:
    result = run("--corpus", small, "search", query)
    assert result.exit_code == ODD[query]
    why = "không có chữ hay số nào để tìm" if query.strip() else "để trống"
    assert result.stderr == (f"kb: nội dung tìm {why}; ví dụ: kb search nq 51\n" if ODD[query] == 2 else "")


def test_broken_yaml_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files() | {"terms/x.yaml": "id: [\n"})
    result = run("--corpus", str(corpus), "check")
    assert result.exit_code == 1
    assert "corpus/terms/x.yaml:2:1: SRC03" in result.stdout
    assert run("--corpus", str(corpus), "search", "tt").exit_code == 0


TOP = click.Context(main, info_name="kb")
COMMANDS = {name: main.get_command(TOP, name) for name in main.list_commands(TOP)}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_is_in_both_readmes(name: str) -> None:
    """A command that is hidden is for who works on the project; no reader need know it."""
    command = COMMANDS[name]
    assert command
    assert command.help
    for readme in ("README.md", "README.vi.md"):
        assert (f"kb {name}" in (ROOT / readme).read_text("utf-8")) is not command.hidden


def test_the_commands_are_those_of_the_modules() -> None:
    stems = {path.stem.rstrip("_") for room in ("kb", "indexer") for path in (ROOT / room / "commands").glob("*.py")}
    assert set(COMMANDS) - {"build", "serve"} <= stems
    assert len(COMMANDS) >= 18


def test_a_query_imports_no_reader_of_yaml_no_segmenter_and_no_register(small: str) -> None:
    run("--corpus", small, "search", "tt")
    code = (
        "import sys; from cli import main\n"
        f"try: main(['--corpus', {small!r}, 'search', 'tt'])\n"
        "except SystemExit: pass\n"
        "needless = {'yaml', 'msgspec', 'indexer.build.segment', 'jinja2', 'mkdocs', 'kb.register'}\n"
        "print(sorted(needless & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["frob"], "kb: không có lệnh 'frob'; xem: kb --help"),
        (["search"], "kb: thiếu tham số 'NỘI DUNG TÌM'; xem: kb search --help"),
        (
            ["search", "an", "--limit", "x"],
            "kb: giá trị của '--limit' không hợp lệ: 'x' không phải số nguyên; xem: kb search",
        ),
        (["search", "an", "--sort", "x"], "kb: giá trị của '--sort' không hợp lệ: 'x' không phải một trong 'issued'"),
        (["check", "--format-x"], "kb: không có tùy chọn '--format-x' (có phải '--format'?); xem: kb check --help"),
        (["show", "a", "b"], "kb: thừa tham số (b); xem: kb show --help"),
        (["index", "--from", "khong-co"], "kb: giá trị của '--from' không hợp lệ: không có 'khong-co'"),
    ],
)
def test_a_wrong_use_is_one_vietnamese_line(arguments: list[str], line: str) -> None:
    result = CliRunner().invoke(main, arguments, prog_name="kb")
    assert result.exit_code == 2
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1


def test_help_speaks_vietnamese() -> None:
    for command in (None, *COMMANDS):
        shown = CliRunner().invoke(main, [*([command] if command else []), "--help"], prog_name="kb")
        assert shown.exit_code == 0
        assert shown.output.startswith("Cách dùng: kb")
        assert not re.search(r"\b(Options|Show|OPTIONS|ARGS|TEXT|INTEGER|default)\b", shown.output), command
