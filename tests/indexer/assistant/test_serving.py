"""`kb mcp` as an assistant starts it: a process that answers over its standard streams and ends with its input."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.support.paths import ROOT

pytest.importorskip("mcp", reason="the library of the extra `mcp` is not installed")


def test_it_says_who_it_is_and_ends_with_its_input() -> None:
    asked = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a", "version": "1"}},
    }
    command = [sys.executable, "-c", "from cli import run; run()", "--corpus", str(ROOT / "corpus"), "mcp"]
    done = subprocess.run(command, cwd=ROOT, input=f"{json.dumps(asked)}\n".encode(), capture_output=True, check=True)
    answer = json.loads(done.stdout.splitlines()[0])
    assert (answer["id"], "tools" in answer["result"]["capabilities"]) == (1, True)
