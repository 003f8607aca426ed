"""A server whose pages are slow, gone, broken, moved, cut off or forbidden."""

from __future__ import annotations

import socket
import struct
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOVES = {
    "/moved": "/ok",
    "/moved-far": "http://127.0.0.1:PORT/moved",
    "/circle": "/circle",
    "/circle-of-two": "/other-half",
    "/other-half": "/circle-of-two",
    **{f"/stair-{n}": f"/stair-{n + 1}" for n in range(10)},
    "/to-file": "file:///etc/passwd",
    "/to-ftp": "ftp://127.0.0.1:PORT/ok",
    "/to-data": "data:text/plain,a",
    "/to-this-machine": "http://127.0.0.2:PORT/ok",
    "/to-this-machine-in-six": "http://[::1]:PORT/ok",
    "/to-mapped": "http://[::ffff:127.0.0.1]:PORT/ok",
    "/to-private": "http://10.0.0.1:PORT/ok",
    "/to-metadata": "http://169.254.169.254/latest",
    "/to-decimal": "http://2130706434:PORT/ok",
}
"""Where each page is moved to; PORT is that of the server."""


class Server(ThreadingHTTPServer):
    asked: list[tuple[float, str, str, str]]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((time.monotonic(), self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/slow":
            time.sleep(1)
        if self.path.startswith("/drip"):
            self._drip(b"HTTP/1.0 200 OK\r\nX: " + b"x" * 100)
            return
        if self.path == "/reset":
            # A linger of zero seconds makes the kernel send RST instead of an orderly end.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            return
        if self.path == "/no-head" and self.command == "HEAD":
            self.send_error(405)
        elif self.path in MOVES:
            self.send_response(301)
            self.send_header("Location", MOVES[self.path].replace("PORT", str(self.server.server_port)))
            self.end_headers()
        elif self.path == "/robots.txt":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"User-agent: *\nDisallow: /private\n")
        else:
            self.send_response({"/gone": 404, "/broken": 500, "/refused": 403}.get(self.path, 200))
            self.end_headers()

    do_HEAD = do_GET

    def _drip(self, content: bytes) -> None:
        """A byte now and then, for as long as the other side takes it."""
        with suppress(OSError):
            for byte in content:
                self.wfile.write(bytes([byte]))
                time.sleep(0.1)

    def log_message(self, *arguments: object) -> None:
        """The test reads what was asked from the list instead."""
