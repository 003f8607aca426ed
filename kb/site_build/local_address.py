"""Where a site is shown on this machine: `host:port` as typed, and which Host fields of requests are meant for it."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass

from kb.errors import KbError

_TYPED = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<host>[A-Za-z0-9.-]*)):(?P<port>\d{1,5})")
_OWN_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class LocalAddress:
    """A host without brackets, and a port; port 0 is one that the system chooses."""

    host: str
    port: int

    @property
    def family(self) -> socket.AddressFamily:
        return socket.AF_INET6 if ":" in self.host else socket.AF_INET

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine reaches it."""
        return self.host == "localhost" or (_is_ip(self.host) and ipaddress.ip_address(self.host).is_loopback)

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def is_meant_by(self, field: str) -> bool:
        """Whether a Host field names this address: this machine's own names, or the host asked for, with the port.

        A page of another site may let its name lead here (DNS rebinding), but it cannot choose the field. Where all
        addresses of the machine were asked for, each may be named in figures, since rebinding needs a name.
        """
        match = _TYPED.fullmatch(field if re.search(r":\d+$", field) else f"{field}:80")
        if not match or int(match["port"]) != self.port:
            return False
        name = (match["six"] or match["host"]).lower()
        return name in (*_OWN_NAMES, self.host.lower()) or (self.host in ("0.0.0.0", "::") and _is_ip(name))


def local_address(typed: str) -> LocalAddress:
    """`127.0.0.1:8000`, `[::1]:8000`, `localhost:8000`, `:8000` (this machine). Raises KbError for another text."""
    match = _TYPED.fullmatch(typed.strip())
    if not match or int(match["port"]) > 65_535:
        raise KbError(f"“{typed[:60]}” không phải địa chỉ phục vụ; viết MÁY:CỔNG, ví dụ 127.0.0.1:8000")
    return LocalAddress(match["six"] or match["host"] or "127.0.0.1", int(match["port"]))


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
