"""A folder of pages over HTTP on this machine: GET and HEAD (RFC 9110), nothing outside the folder.

Each page gets one more script, a file of the server's own, which loads the page again when there are newer ones: the
pages' policy allows scripts of their own origin, so no script stands in a page.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib import resources
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from urllib.parse import quote, unquote_to_bytes

from kb.errors import KbError
from kb.files import reason
from kb.site_build.local_address import LocalAddress

RELOAD, VERSION = "/kb-tai-lai.js", "/kb-lan-dung"
"""The script that loads pages again, and where it learns which pages there are."""
_TAG = f'<script src="{RELOAD}"></script></body>'.encode()
_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
"""The types of a site's files; the table of the system may be wrong (Windows: JavaScript as text)."""
_SECONDS = 30


_NOT_FOUND = "<!doctype html>\n<title>404</title>\n<p>404 Không có trang này.</p>\n".encode()
_REFUSED = "Không trả lời được yêu cầu này."
_REFUSALS = {
    HTTPStatus.BAD_REQUEST: "Địa chỉ hoặc yêu cầu không hợp lệ.",
    HTTPStatus.REQUEST_TIMEOUT: "Hết thời gian chờ yêu cầu.",
    HTTPStatus.REQUEST_URI_TOO_LONG: "Địa chỉ quá dài.",
    HTTPStatus.MISDIRECTED_REQUEST: "Chỉ trả lời ở địa chỉ mà kb serve đã in; hãy mở đúng địa chỉ ấy.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "Phần đầu của yêu cầu quá dài.",
    HTTPStatus.NOT_IMPLEMENTED: "Chỉ xem được trang (GET, HEAD), không gửi dữ liệu lên.",
    HTTPStatus.HTTP_VERSION_NOT_SUPPORTED: "Không hỗ trợ phiên bản HTTP này.",
}
"""The words of each refusal."""


class BadPath(Exception):
    """The path of a request is none: not UTF-8, a control character, a step upwards."""


class PageServer(ThreadingMixIn, TCPServer):
    """Serves `folder`; `version` says which pages are in use. Raises KbError where the address cannot be had."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows it would share the port of another program

    def __init__(self, address: LocalAddress, folder: Path, version: Callable[[], int]) -> None:
        self.address_family = address.family
        self.folder, self.version = folder, version
        try:
            super().__init__((address.host, address.port), PageHandler)
        except OSError as error:
            raise KbError(_why_not(address, error)) from error
        self.address = LocalAddress(address.host, self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no fault of ours."""


class PageHandler(BaseHTTPRequestHandler):
    """One request."""

    server: PageServer
    server_version, sys_version = "kb", ""
    timeout = _SECONDS
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(explain)s\n"

    def do_GET(self) -> None:
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or not self.server.address.is_meant_by(hosts[0].strip()):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        try:
            parts = path_parts(self.path)
        except BadPath:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        self._answer(parts)

    do_HEAD = do_GET

    def _answer(self, parts: tuple[str, ...]) -> None:
        name = "/" + "/".join(parts)
        if name == VERSION:
            self._send(str(self.server.version()).encode(), ".txt")
        elif name == RELOAD:
            self._send(resources.files("kb.site_build").joinpath("reload.js").read_bytes(), ".js")
        else:
            self._answer_file(parts)

    def _answer_file(self, parts: tuple[str, ...]) -> None:
        file = self.server.folder.joinpath(*parts)
        folder = _is_folder(file)
        if folder and parts[-1]:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", "/" + "".join(f"{quote(part)}/" for part in parts))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        content = self._read(file / "index.html" if folder else file)
        if content is not None:
            self._send(content, ".html" if folder else file.suffix)
        else:
            self._send(self._read(self.server.folder / "404.html") or _NOT_FOUND, ".html", HTTPStatus.NOT_FOUND)

    def _read(self, file: Path) -> bytes | None:
        """The content of a file inside the folder, wherever links lead."""
        try:
            inside = file.resolve().is_relative_to(self.server.folder.resolve())
            return file.read_bytes() if inside and file.is_file() else None
        except (OSError, RuntimeError):
            return None

    def _send(self, content: bytes, suffix: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        if suffix == ".html":
            content = content.replace(b"</body>", _TAG, 1)
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """As the library's, in Vietnamese; the line of status keeps the phrase of the standard."""
        super().send_error(code, None, _REFUSALS.get(HTTPStatus(code), _REFUSED))

    def log_message(self, *arguments: object) -> None:
        """Requests are not printed: what is printed is what happens to the pages."""


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # the name is too long
        return False


def path_parts(target: str) -> tuple[str, ...]:
    """The steps of a request's path, the last empty for a folder. Raises BadPath."""
    path = target.partition("?")[0].partition("#")[0]
    try:
        text = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        raise BadPath from None
    parts = text.lstrip("/").split("/")
    if not path.startswith("/") or not text.isprintable() or "\\" in text or ":" in text or {".", ".."} & set(parts):
        raise BadPath
    return tuple(part for index, part in enumerate(parts) if part or index == len(parts) - 1)


def _why_not(address: LocalAddress, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"cổng {address.port} đang có chương trình khác dùng; chọn cổng khác: kb serve --address MÁY:CỔNG"
    return f"không phục vụ được ở {address}: {reason(error)}"
