"""Requests over real sockets: pages for this machine alone, nothing outside the folder, never a 500."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.errors import KbError
from kb.site_build.local_address import LocalAddress, local_address
from kb.site_build.page_server import RELOAD, VERSION, PageServer

TABLE = yaml.safe_load((Path(__file__).parent / "requests.yaml").read_text("utf-8"))
PAGE = "<html><head></head><body>Trang</body></html>"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    root = tmp_path_factory.mktemp("server")
    (root / "secret.txt").write_text("bí mật", "utf-8")
    site = root / "site"
    (site / "van-ban").mkdir(parents=True)
    for name in ("index.html", "van-ban/index.html", "404.html"):
        (site / name).write_text(PAGE, "utf-8")
    (site / "có dấu.txt").write_text("chữ", "utf-8")
    (site / "lien-ket.txt").symlink_to(root / "secret.txt")
    with PageServer(LocalAddress("127.0.0.1", 0), site, lambda: 7) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def exchange(server: PageServer, request: str) -> tuple[int, dict[str, str], bytes]:
    """Status, header fields in lower case, and what comes behind them, for a request as it stands."""
    with socket.create_connection(("127.0.0.1", server.address.port), timeout=10) as connection:
        connection.sendall(request.replace("PORT", str(server.address.port)).encode("latin-1"))
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    head, _, rest = answer.partition(b"\r\n\r\n")
    status, *fields = head.decode("latin-1").split("\r\n")
    named = (field.split(": ", 1) for field in fields)
    return int(status.split()[1]), {name.lower(): value for name, value in named}, rest


def ask(
    server: PageServer, path: str, method: str = "GET", host: str = "127.0.0.1:PORT"
) -> tuple[int, dict[str, str], bytes]:
    return exchange(server, f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n")


@pytest.mark.parametrize("row", TABLE["requests"], ids=lambda row: f"{row.get('method', 'GET')} {row['path']}")
def test_paths(row: dict[str, Any], server: PageServer) -> None:
    path = row["path"].replace("TOO-LONG", "x" * 70_000).replace("LONG", "x" * 5_000)
    status, fields, content = ask(server, path, row.get("method", "GET"))
    assert status == row["status"]
    assert fields.get("location") == row.get("location")
    assert "bí mật".encode() not in content


@pytest.mark.parametrize("row", TABLE["hosts"], ids=lambda row: row["host"])
def test_hosts(row: dict[str, Any], server: PageServer) -> None:
    status, _, content = ask(server, "/", host=row["host"])
    assert status == row["status"]
    assert (b"Trang" in content) == (status == 200)


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ("GET /%00 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        ("POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 501),
        ("GET /" + "x" * 70_000 + " HTTP/1.1\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\nX: " + "x" * 70_000 + "\r\n\r\n", 431),
    ],
)
def test_refusals_are_vietnamese(request_: str, status: int, server: PageServer) -> None:
    code, _, content = exchange(server, request_)
    text = content.decode()
    assert (code, text.startswith(f"{status} "), text.count("\n")) == (status, True, 1)
    assert not text.removeprefix(f"{status} ").isascii()


def test_a_site_without_a_page_for_it_says_what_is_missing(tmp_path: Path) -> None:
    with PageServer(LocalAddress("127.0.0.1", 0), tmp_path, lambda: 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        status, _, content = ask(running, "/")
        running.shutdown()
    assert status == 404
    assert "Không có trang này." in content.decode()


def test_a_request_names_one_host(server: PageServer) -> None:
    own = f"127.0.0.1:{server.address.port}"
    assert exchange(server, "GET / HTTP/1.0\r\n\r\n")[0] == 421
    assert exchange(server, f"GET / HTTP/1.1\r\nHost: {own}\r\nHost: evil.example\r\n\r\n")[0] == 421


@pytest.mark.parametrize("path", ["/", "/van-ban", "/khong-co", "/%00", VERSION])
def test_head_is_get_without_a_body(path: str, server: PageServer) -> None:
    status, fields, content = ask(server, path)
    assert (ask(server, path, "HEAD")[0], ask(server, path, "HEAD")[2]) == (status, b"")
    assert int(ask(server, path, "HEAD")[1]["content-length"]) == len(content) == int(fields["content-length"])


def test_pages_load_the_script_that_loads_them_again(server: PageServer) -> None:
    _, fields, page = ask(server, "/")
    assert page.decode() == PAGE.replace("</body>", f'<script src="{RELOAD}"></script></body>')
    assert fields["cache-control"] == "no-store"
    assert ask(server, RELOAD)[1]["content-type"].startswith("text/javascript")
    assert VERSION.encode() in ask(server, RELOAD)[2]
    assert ask(server, VERSION)[2] == b"7"


def test_who_says_nothing_keeps_nobody_waiting(server: PageServer) -> None:
    silent = [socket.create_connection(("127.0.0.1", server.address.port)) for _ in range(20)]
    start = time.monotonic()
    assert ask(server, "/")[0] == 200
    assert time.monotonic() - start < 5
    for connection in silent:
        connection.close()


@pytest.mark.parametrize("row", TABLE["addresses"], ids=lambda row: row["typed"])
def test_addresses(row: dict[str, Any]) -> None:
    address = local_address(row["typed"])
    assert address.is_loopback == row["loopback"]
    assert [host for host in row["takes"] if not address.is_meant_by(host)] == []
    assert [host for host in row["refuses"] if address.is_meant_by(host)] == []


@pytest.mark.parametrize("typed", TABLE["malformed"])
def test_malformed_addresses(typed: str) -> None:
    with pytest.raises(KbError, match="không phải địa chỉ phục vụ"):
        local_address(typed)


def test_a_port_that_is_taken(server: PageServer) -> None:
    with pytest.raises(KbError, match=f"cổng {server.address.port} đang có chương trình khác dùng"):
        PageServer(server.address, server.folder, lambda: 0)


def test_a_host_that_is_not_this_machine(tmp_path: Path) -> None:
    with pytest.raises(KbError, match=r"không phục vụ được ở 192\.0\.2\.1:8000"):
        PageServer(LocalAddress("192.0.2.1", 8000), tmp_path, lambda: 0)
