"""Whether there is a network, told at once: names that lead nowhere or are looked up for ever, a lost proxy."""

from __future__ import annotations

import time

import pytest

from kb.upkeep.network import is_network_missing, telling_hosts
from tests.kb.upkeep.link_server import Server
from tests.kb.upkeep.test_links import server

__all__ = ["server"]


def test_names_that_are_looked_up_for_ever_are_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object, **__: object) -> list[object]:
        time.sleep(3)
        raise OSError

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    start = time.monotonic()
    assert is_network_missing(["https://a.vn", "https://b.vn"], seconds=0.3)
    assert time.monotonic() - start < 2


def test_a_proxy_that_leads_nowhere_is_no_network(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.server_port}")
    assert is_network_missing(["https://a.example"])


def test_without_an_address_nobody_is_missed() -> None:
    assert not is_network_missing([])
    assert telling_hosts(["1.2.3.4:80", "[::1]:8"]) == {"1.2.3.4:80", "[::1]:8"}
    assert telling_hosts(["1.2.3.4", "a.vn", "4.vn:80"]) == {"a.vn", "4.vn:80"}
