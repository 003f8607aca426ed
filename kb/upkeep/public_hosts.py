"""Connections to hosts of the public internet alone: no page may lead a check of links into the network it runs in."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that hold one of IPv4 in their last 32 bits (RFC 6052)."""


class HostNotPublic(OSError):
    """The name leads into a private network, to this machine, or to no single host."""


def connect(host: str, port: int, timeout: float | None, trusted: Collection[str] = ()) -> socket.socket:
    """A connection to the first address of the host that takes one; `trusted` are addresses that need not be public.

    The address that was looked at is the one that is asked, so a name that is looked up again cannot change it.
    Raises HostNotPublic, and OSError where nobody answers.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if private := next((str(at[0]) for *_, at in found if at[0] not in trusted and not is_public(str(at[0]))), None):
        raise HostNotPublic(private)
    failed: OSError = ConnectionError(host)
    for family, kind, protocol, _, address in found:
        opened = socket.socket(family, kind, protocol)
        try:
            opened.settimeout(timeout)
            opened.connect(address)
            return opened
        except OSError as error:
            opened.close()
            failed = error
    raise failed


def is_public(text: str) -> bool:
    """Whether the address is one of a single host of the public internet (IANA's registries of special addresses)."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        address = inner or address
    return address.is_global and not address.is_multicast
