"""A YAML language server as an editor talks to it: JSON-RPC over the standard streams, one request after the other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

from tests.support.paths import ROOT

PROGRAM = ROOT / "build/node/node_modules/yaml-language-server/bin/yaml-language-server"
NO_NETWORK = ROOT / "tests/node/no-network.cjs"
SECONDS = 120
"""After which a server that says nothing is ended, and the test with it."""


class Server:
    """`settings` are the workspace's, by their VS Code names."""

    def __init__(self, process: subprocess.Popen[bytes], settings: dict[str, Any]) -> None:
        self._process = process
        self._settings = settings
        self._last = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}

    def start(self, root: Path) -> None:
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"hover": {"contentFormat": ["markdown"]}},
        }
        folder = {"uri": root.as_uri(), "name": root.name}
        self.ask(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities, "workspaceFolders": [folder]},
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Open a file; its diagnostics, in the order of their lines."""
        if path.as_uri() not in self._diagnostics:
            text = path.read_text("utf-8")
            document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        while path.as_uri() not in self._diagnostics:
            self._take()
        return sorted(self._diagnostics[path.as_uri()], key=lambda found: found["range"]["start"]["line"])

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is shown over a place (both from 0)."""
        place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        return str((self.ask("textDocument/hover", place) or {"contents": {"value": ""}})["contents"]["value"])

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a place: label -> its explanation."""
        place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}
        answer = self.ask("textDocument/completion", place)
        return {item["label"]: str(item.get("documentation", "")) for item in answer["items"]}

    def ask(self, method: str, parameters: Any) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": parameters})
        while True:
            message = self._take()
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The server's next message; its own questions are answered on the way."""
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, question: dict[str, Any]) -> Any:
        if question["method"] != "workspace/configuration":
            return None
        return [self._section(item["section"]) for item in question["params"]["items"]]

    def _section(self, name: str) -> dict[str, Any]:
        nested: dict[str, Any] = {}
        for key, value in self._settings.items():
            if key.startswith(f"{name}."):
                *groups, last = key.removeprefix(f"{name}.").split(".")
                inside = nested
                for group in groups:
                    inside = inside.setdefault(group, {})
                inside[last] = value
        return nested


@contextmanager
def language_server(root: Path, settings: dict[str, Any]) -> Iterator[Server]:
    """A server of the folder `root` that reaches no network; that it tried is a failure."""
    node = shutil.which("node")
    assert node, "thiếu Node.js; chạy: make node"
    assert PROGRAM.is_file(), "chưa cài yaml-language-server; chạy: make node"
    environment = {**os.environ, "NODE_OPTIONS": f"--require={NO_NETWORK}"}
    command = [node, str(PROGRAM), "--stdio"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment) as process:
        watch = Timer(SECONDS, process.kill)
        watch.start()
        try:
            server = Server(process, settings)
            server.start(root)
            yield server
        finally:
            watch.cancel()
            process.kill()
            errors = process.stderr.read() if process.stderr else b""
    assert b"NETWORK" not in errors, errors.decode()
