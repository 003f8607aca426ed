"""A TLS proxy with a password before a real cluster, since the jars bring no security plugin; it can be slow."""

from __future__ import annotations

import ssl
import subprocess
import threading
import time
import urllib.error
import urllib.request
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

USER, PASSWORD = "kb", "mật khẩu 1"


class PasswordProxy(ThreadingHTTPServer):
    """Passes requests on to `behind` for the one user, but for paths with `forbidden`; waits `delay` seconds before."""

    def __init__(self, behind: str, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind, self.delay, self.forbidden = behind, 0.0, ""
        self.certificate, key = folder / "certificate.pem", folder / "key.pem"
        subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
        made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
        subprocess.run([*made, "-keyout", key, "-out", self.certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """A client that refuses the certificate, or goes away, is no error of the proxy."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PasswordProxy

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Authorization") != "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode():
            self._answer(401, b'{"error":"Unauthorized","status":401}')
            return
        if self.server.forbidden and self.server.forbidden in self.path:
            self._answer(403, b'{"error":{"type":"security_exception"},"status":403}')
            return
        time.sleep(self.server.delay)
        kinds = {"Content-Type": self.headers.get("Content-Type", "application/json")}
        request = urllib.request.Request(self.server.behind + self.path, body or None, kinds, method=self.command)
        try:
            with urllib.request.urlopen(request) as answer:
                self._answer(answer.status, answer.read())
        except urllib.error.HTTPError as refused:
            self._answer(refused.code, refused.read())

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _pass_on

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if self.command != "HEAD" else b"")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""
