"""A function and a program in processes of their own: limits of time, memory and output, and what is said of each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.errors import DraftUnreadable, KbError
from kb.processes import (
    ChildFailed,
    ChildOutOfMemory,
    ChildTooLong,
    ChildTooSlow,
    Limits,
    ProgramMissing,
    call,
    run_limited,
    run_module,
    run_program,
)
from kb.processes.bounded import run_bounded
from tests.kb.processes import children
from tests.support.paths import ROOT

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX")
SMALL = Limits(seconds=10, processor=1, memory=1_000_000_000, output=1_000_000)


def test_a_value_comes_back_whatever_is_printed() -> None:
    answer = call(children.about, "Nghị định".encode(), SMALL)
    assert answer["words"] == "Nghị định"
    assert answer["encoding"] == "utf-8"
    assert len(call(children.about, b"x" * 500_000, SMALL)["words"]) == 500_000


def test_a_refusal_is_the_same_refusal() -> None:
    with pytest.raises(DraftUnreadable, match="có mật khẩu"):
        call(children.refused, b"", SMALL)
    with pytest.raises(KbError, match="không rõ") as caught:
        call(children.strange, b"", SMALL)
    assert type(caught.value) is KbError


@pytest.mark.parametrize(
    ("function", "kind", "detail"),
    [
        (children.broken, ChildFailed, "ZeroDivisionError"),
        (children.silent, ChildFailed, ""),
        pytest.param(children.busy, ChildTooSlow, "", marks=posix),
        pytest.param(children.greedy, ChildOutOfMemory, "MemoryError", marks=posix),
        pytest.param(children.gone, ChildFailed, "", marks=posix),
        (children.long, ChildTooLong, ""),
    ],
)
def test_each_end_has_its_name(function: Callable[[bytes], object], kind: type[ChildFailed], detail: str) -> None:
    with pytest.raises(ChildFailed) as caught:
        call(function, b"", SMALL)
    assert type(caught.value) is kind
    assert detail in caught.value.detail
    assert "\n" not in str(caught.value)


def test_the_seconds_of_the_clock_hold() -> None:
    start = time.monotonic()
    with pytest.raises(ChildTooSlow, match=r"chạy quá 0\.5 giây"):
        call(children.asleep, b"", Limits(seconds=0.5))
    assert time.monotonic() - start < 5


def test_the_exit_code_of_a_module(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert run_module("timeit", "-n1", "-r1", f"open({str(log)!r}, 'w').write('x')") == 0
    assert log.read_text() == "x"
    assert run_module("timeit", "--none") == 2
    assert run_module("kb.none") == 1


@posix
def test_a_held_descriptor_reaches_the_module() -> None:
    near, far = os.pipe()
    assert run_module("timeit", "-n1", "-r1", f"__import__('os').write({far}, b'x')", hold=(far,)) == 0
    os.close(far)
    with os.fdopen(near, "rb") as pipe:
        assert pipe.read() == b"x"


@posix
def test_a_program_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run_program("sh", "-c", 'printf "$KB_X"; printf "lỗi" >&2; cat; exit 3', environment={"KB_X": "; chữ"})
    assert (done.code, done.out.decode(), done.err.decode()) == (3, "; chữ", "lỗi")
    with pytest.raises(ChildTooLong):
        run_program("yes", limits=Limits(seconds=10, output=100_000))
    with pytest.raises(ChildTooSlow):
        run_program("sh", "-c", "sleep 60 & sleep 60", limits=Limits(seconds=0.3))
    (tmp_path / "sh").write_text("#!/bin/sh\necho here > PWNED\n")
    (tmp_path / "sh").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for path in (":/none", ".", "/none"):
        monkeypatch.setenv("PATH", path)
        with pytest.raises(ProgramMissing, match="không có chương trình sh"):
            run_program("sh")
    assert not (tmp_path / "PWNED").exists()


@posix
def test_what_a_child_leaves_behind_disturbs_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on writing into the pipe of the child, whose reader reads on."""
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    script = "setsid sh -c 'for i in 1 2 3 4 5 6 7 8; do echo x; echo y >&2; sleep 0.1; done' & sleep 60"
    with pytest.raises(ChildTooSlow):
        run_program("sh", "-c", script, limits=Limits(seconds=0.3))
    time.sleep(1)
    assert raised == []


@posix
def test_a_child_need_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    assert run_bounded([shutil.which("true") or "true"], b"x" * 5_000_000, SMALL, os.environ)[0] == 0
    long = os.urandom(3_000_000)
    assert run_bounded([shutil.which("cat") or "cat"], long, Limits(output=4_000_000), os.environ) == (0, long, b"")
    assert raised == []


@posix
def test_a_parent_whose_streams_are_closed(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from kb.processes import *\n"
    code += "from tests.kb.processes import children as c\n"
    code += "words = call(c.about, b'x', Limits())['words'] + run_program('sh', '-c', 'echo y').out.decode()\n"
    code += "Path(sys.argv[1]).write_text(words)"
    command = ["sh", "-c", '"$0" -c "$1" "$2" <&- >&- 2>&-', sys.executable, code, str(tmp_path / "x")]
    subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
    assert (tmp_path / "x").read_text() == "xy\n"


@posix
def test_no_process_to_be_had_is_a_refusal() -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest + 2, hard))
    try:
        with pytest.raises(ChildFailed, match="máy không mở được tiến trình mới"):
            run_program("true")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@posix
def test_a_program_has_its_limits_and_its_place() -> None:
    """Limits hold for what the program starts too; a place counts where PATH has none."""
    shell = "ulimit -t; ulimit -v; sh -c 'ulimit -t'"
    limits = Limits(seconds=10, processor=7, memory=1_024_000_000)
    done = run_limited("sh", "-c", shell, limits=limits)
    assert (done.code, done.out.split()) == (0, [b"7", b"1000000", b"7"])
    found = run_limited("no-such-program", "-c", "echo a", limits=limits, places=(Path("/bin/sh"),))
    assert found.out == b"a\n"
    with pytest.raises(ProgramMissing):
        run_limited("no-such-program", limits=limits, places=(Path("/no/such/place"),))
