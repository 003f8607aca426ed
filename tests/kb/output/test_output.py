"""What is printed: every code page, closed and full and broken streams, and no control character but kb's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.output import Style, printable, say, say_progress, styled

TEXT = "Nghị định số 30/2020/NĐ-CP “về công tác văn thư” – điều ⚖"
HEAD = "import sys\nfrom kb.output import Style, run_main, say, styled\n"
posix = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell")


def program(body: str) -> str:
    """A program of kb whose main has this body."""
    indented = "\n".join(f"    {line}" for line in body.splitlines())
    return f"{HEAD}def main():\n{indented}\nrun_main(main)"


def shell(body: str, redirections: str, **environment: str) -> tuple[int, bytes, bytes]:
    """Exit code, output and standard error of a program under the redirections of a shell."""
    command = ["bash", "-c", f'set -o pipefail; "$0" -c "$1" {redirections}', sys.executable, program(body)]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, check=False, input=b"")
    return done.returncode, done.stdout, done.stderr


@given(st.text())
def test_no_control_character_is_sent(text: str) -> None:
    shown = printable(text)
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs") and char not in "\t\n"]
    assert not [char for char in shown if unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF")]
    assert not [char for char in shown if unicodedata.bidirectional(char) in ("LRI", "RLI", "FSI", "PDI")]
    assert printable(shown) == shown


@given(st.dictionaries(st.text(), st.text()))
def test_json_stays_the_same_value(value: dict[str, str]) -> None:
    assert json.loads(printable(json.dumps(value, ensure_ascii=False))) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\033[2J", r"\u001b[2J"),
        ("\033]0;x\007", r"\u001b]0;x\u0007"),
        ("\033[8m", r"\u001b[8m"),
        ("\x9b31m", r"\u009b31m"),
        ("xin \u202echào", r"xin \u202echào"),
        ("a\rb\x7f\0", r"a\u000db\u007f\u0000"),
        ("tệp\udcff", r"tệp\udcff"),
        ("b\u200bí\u00ad m\ufeffật\u2060", r"b\u200bí\u00ad m\ufeffật\u2060"),
        ("a\u2800\u3164\ufe0f\u034f", r"a\u2800\u3164\ufe0f\u034f"),
        ("ẩn\U000e0041", r"ẩn\udb40\udc41"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
        (TEXT + "\n\tmột", TEXT + "\n\tmột"),
    ],
)
def test_shown_as_json_writes_it(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_the_styles_of_kb_are_sent_and_those_of_a_draft_shown() -> None:
    marked = f"{styled(f'đỏ {chr(27)}[8m', Style.RED)} {chr(27)}[31m"
    assert printable(marked) == "\033[31mđỏ \\u001b[8m\033[0m \\u001b[31m"


def test_say(capsys: pytest.CaptureFixture[str]) -> None:
    say("một \033[2J")
    say("hai", err=True, end="")
    say_progress("1/2", last=False)  # no terminal
    assert capsys.readouterr() == ("một \\u001b[2J\n", "hai")


@posix
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1258"},
        {"PYTHONIOENCODING": "latin-1:strict"},
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_utf_8_whatever_the_code_page(environment: dict[str, str]) -> None:
    body = f"say({TEXT!a}); say({TEXT!a}, err=True); print(sys.stdin.read())"
    command = [sys.executable, "-c", program(body)]
    done = subprocess.run(command, env=os.environ | environment, input=TEXT.encode(), capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == [TEXT, TEXT]
    assert done.stderr.decode() == TEXT + "\n"


@posix
@pytest.mark.parametrize(
    ("redirections", "code", "err"),
    [
        (">&-", 1, "lỗi\n"),
        ("2>&-", 1, ""),
        ("<&-", 1, "lỗi\n"),
        ("<&- >&- 2>&-", 1, ""),
        ("2>/dev/full", 1, ""),
        (">/dev/full 2>/dev/full", 2, ""),
        ("| true", 141, "lỗi\n"),
        (">/dev/full", 2, "lỗi\nkb: không in được kết quả: đĩa đầy; chọn nơi ghi khác rồi chạy lại\n"),
        ("1</dev/null", 2, "lỗi\nkb: không in được kết quả: Bad file descriptor; chọn nơi ghi khác rồi chạy lại\n"),
    ],
)
@pytest.mark.parametrize("by", ["say('chữ')", "print('chữ')", "__import__('click').echo('chữ')"])
def test_one_way_for_every_stream(redirections: str, code: int, err: str, by: str) -> None:
    body = f"import time; say('lỗi', err=True); time.sleep(0.2); sys.stdin.read(); {by}; raise SystemExit(1)"
    assert shell(body, redirections)[::2] == (code, err.encode())


@posix
def test_a_long_answer_to_a_reader_who_has_enough() -> None:
    code, out, err = shell("for n in range(100_000): print('chữ', n)", "| head -1")
    assert (code, out.decode(), err) == (141, "chữ 0\n", b"")


@posix
def test_no_file_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    path = tmp_path / "x"
    body = f"file = open({str(path)!r}, 'w')\nsay('chữ')\nsay('lỗi', err=True)\n__import__('os').system('echo ngoài')"
    assert shell(body, "<&- >&- 2>&-")[0] == 0
    assert path.read_bytes() == b""


@posix
def test_a_bug_stays_a_traceback() -> None:
    code, _, err = shell("say('chữ'); 1 / 0", "")
    assert code == 1
    assert b"ZeroDivisionError" in err
