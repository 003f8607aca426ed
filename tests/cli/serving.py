"""`kb serve` as a command that ends: served until its pages are built or refused, then interrupted as by Ctrl+C."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO
from urllib.request import urlopen

from kb.site_build.page_server import VERSION


def served(command: list[str], work: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run a server until it has built its pages, or said why not, and interrupt it; port and time are left out."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [argument.replace("{port}", str(port)) for argument in command]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        with subprocess.Popen(
            command,
            cwd=work,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
            # a run of the tests in the background ignores Ctrl+C, and what it starts would do so too
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as server:
            end = time.monotonic() + 120
            while server.poll() is None and time.monotonic() < end and not has_built(port, err):
                time.sleep(0.2)
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGINT)
        printed = [os.pread(file.fileno(), 1_000_000, 0) for file in (out, err)]
    told = re.sub(rb"\d\d:\d\d:\d\d", b"TIME", printed[1]).replace(str(port).encode(), b"PORT")
    return subprocess.CompletedProcess(command, server.returncode, printed[0], told)


def has_built(port: int, err: IO[bytes]) -> bool:
    if "chưa dựng lại".encode() in os.pread(err.fileno(), 1_000_000, 0):
        return True
    with suppress(OSError), urlopen(f"http://127.0.0.1:{port}{VERSION}", timeout=5) as answer:
        return int(answer.read()) > 0
    return False
