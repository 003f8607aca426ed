"""Firefox over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks itself, without a driver."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import websocket

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_LONGEST = 180
"""Seconds for one answer: Python is loaded and started within it."""


class Firefox:
    """One page of one Firefox."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(f"{address}/session", timeout=_LONGEST, suppress_origin=True)
        self._ids = count(1)
        self._ask("session.new", capabilities={})
        self._context = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, url: str) -> None:
        """Go to a page and wait until it is loaded."""
        self._ask("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        """What an expression, or its promise, comes to: a text, a number, a truth value or null."""
        target = {"context": self._context}
        said = self._ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if said["type"] != "success":
            raise RuntimeError(said["exceptionDetails"]["text"])
        return said["result"].get("value")

    def close(self) -> None:
        """End the session and the connection."""
        self._ask("session.end")
        self._socket.close()

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            continue  # an event
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A headless Firefox with a profile of its own, ended behind the block."""
    command = [str(FIREFOX), "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8") as process:
        assert process.stderr
        found = next(match for line in process.stderr if (match := _LISTENING.search(line)))
        page = Firefox(found[1])
        yield page
        page.close()
        process.terminate()
