"""One request to the web, ended after its time whatever the other side does, and led by no redirect out of the web."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
    getproxies,
)

from kb.upkeep.public_hosts import HostNotPublic, connect

AGENT = "kb-van-ban"
_USER_AGENT = f"{AGENT} (kiem tra lien ket cua kho tra cuu van ban)"
_MOVED = {301, 302, 303, 307, 308}
_MOST_MOVES = 5
_NO_TUNNEL = "Tunnel connection failed"
"""How http.client says that a proxy answered, and not the host: it could not, or may not, lead there."""
_LOST = "máy chủ ngắt kết nối hoặc trả lời hỏng"


@dataclass(frozen=True)
class WebAnswer:
    """`status` of HTTP, None where none came, and why it failed.

    `reached`: somebody took the connection, or refused it; `inside`: the address itself, not a redirect, leads into a
    network that is not public. `body` is the first of it, where it was asked for.
    """

    status: int | None
    why: str = ""
    reached: bool = True
    inside: bool = False
    body: bytes = b""


def ask(url: str, method: str, seconds: float, trusted: Collection[str] = (), most: int = 0) -> WebAnswer:
    """Ask once and follow at most five redirects, all within `seconds`; read at most `most` bytes of the body.

    Only http and https, only hosts of the public internet and those `trusted` (addresses): a redirect elsewhere, or
    in a circle, is an answer without an end. Looking a name up takes as long as the system lets it.
    """
    request = Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), method=method, headers={"User-Agent": _USER_AGENT})
    with _time_limit(seconds) as limit:
        try:
            with _opener(limit, trusted).open(request, timeout=seconds) as answer:
                body = answer.read(most) if most else b""
                return WebAnswer(int(answer.status), body=body)
        except HTTPError as error:
            with error:
                return _refused(error)
        except (OSError, HTTPException, ValueError) as error:
            cause = error.reason if isinstance(error, URLError) else error
            if limit.over or isinstance(cause, TimeoutError):
                return WebAnswer(None, f"không trả lời trong {seconds:g} giây", reached=limit.connected)
            return _failed(cause, limit)


def _refused(error: HTTPError) -> WebAnswer:
    if error.code in _MOVED:
        return WebAnswer(None, "chuyển hướng vòng, hoặc tới nơi không phải trang web")
    return WebAnswer(error.code, f"máy chủ trả lời {error.code}")


def _failed(cause: object, limit: _TimeLimit) -> WebAnswer:
    if isinstance(cause, HostNotPublic):
        return WebAnswer(None, "dẫn vào mạng nội bộ: không mở", inside=not limit.moved)
    if isinstance(cause, ConnectionRefusedError | ssl.SSLError):
        return WebAnswer(None, "không kết nối được máy chủ")
    if not limit.connected or str(cause).startswith(_NO_TUNNEL):
        return WebAnswer(None, "không kết nối được máy chủ", reached=False)
    return WebAnswer(None, _LOST)


class _TimeLimit:
    """Ends the connections of one request when its time is over, also one that brings a byte now and then."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._open: list[socket.socket] = []
        self.connected = self.moved = False

    @property
    def over(self) -> bool:
        return time.monotonic() >= self._end

    def add(self, opened: socket.socket) -> None:
        self.connected = True
        self._open.append(opened.dup())  # TLS takes the socket itself over
        if self.over:
            self.cut()

    def cut(self) -> None:
        for opened in self._open:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for opened in self._open:
            opened.close()


@contextmanager
def _time_limit(seconds: float) -> Iterator[_TimeLimit]:
    limit = _TimeLimit(seconds)
    timer = Timer(seconds, limit.cut)
    timer.daemon = True
    timer.start()
    try:
        yield limit
    finally:
        timer.cancel()
        timer.join()
        limit.close()


def _opener(limit: _TimeLimit, trusted: Collection[str]) -> OpenerDirector:
    """What opens http and https, through the proxy of the system where it has one, and nothing else."""
    proxied = bool(getproxies())

    def create(address: tuple[str, int], timeout: Any = None, source: Any = None) -> socket.socket:
        # The proxy stands in the network itself, and looks the name up.
        opened = socket.create_connection(address, timeout) if proxied else connect(*address, timeout, trusted)
        limit.add(opened)
        return opened

    opener = OpenerDirector()
    handlers = (ProxyHandler, UnknownHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor)
    for handler in (*(made() for made in handlers), _Plain(create), _Secure(create), _Redirects(limit)):
        opener.add_handler(handler)
    return opener


class _Plain(HTTPHandler):
    def __init__(self, create: Callable[..., socket.socket]) -> None:
        super().__init__()
        self._create = create

    def http_open(self, req: Request) -> Any:
        return self.do_open(lambda host, **more: _with(HTTPConnection(host, **more), self._create), req)


class _Secure(HTTPSHandler):
    def __init__(self, create: Callable[..., socket.socket]) -> None:
        super().__init__()
        self._create = create

    def https_open(self, req: Request) -> Any:
        context = ssl.create_default_context()
        return self.do_open(
            lambda host, **more: _with(HTTPSConnection(host, context=context, **more), self._create), req
        )


def _with(connection: HTTPConnection, create: Callable[..., socket.socket]) -> Any:
    connection._create_connection = create  # type: ignore[attr-defined]
    return connection


class _Redirects(HTTPRedirectHandler):
    """As the library's, with fewer moves, and never on to ftp."""

    max_redirections = _MOST_MOVES

    def __init__(self, limit: _TimeLimit) -> None:
        self._limit = limit

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        if not newurl.lower().startswith(("http://", "https://")):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        self._limit.moved = True
        again = super().redirect_request(req, fp, code, msg, headers, newurl)
        if again:
            again.method = req.get_method() if req.get_method() == "HEAD" else "GET"
        return again
