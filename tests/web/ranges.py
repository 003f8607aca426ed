"""Ranges of a file as a static host gives them (RFC 9110, section 14): one, or several in one answer."""

from __future__ import annotations

import re
from pathlib import Path

from tests.web.conftest import Quiet

BOUNDARY = "ranh-gioi"


def ranged(header: str, body: bytes, kind: str) -> tuple[dict[str, str], bytes] | None:
    """Head and body of the answer 206 to a Range header; None for one that is not understood."""
    if not re.fullmatch(r"bytes=\d+-\d+(,\d+-\d+)*", header):
        return None
    ranges = [(int(first), int(last)) for first, last in re.findall(r"(\d+)-(\d+)", header)]
    if any(last < first or last >= len(body) for first, last in ranges):
        return None
    if len(ranges) == 1:
        ((first, last),) = ranges
        return {"Content-Type": kind, "Content-Range": f"bytes {first}-{last}/{len(body)}"}, body[first : last + 1]
    parts: list[bytes] = []
    for first, last in ranges:
        head = f"\r\n--{BOUNDARY}\r\nContent-Type: {kind}\r\nContent-Range: bytes {first}-{last}/{len(body)}\r\n\r\n"
        parts += (head.encode(), body[first : last + 1])
    whole = b"".join((*parts, f"\r\n--{BOUNDARY}--\r\n".encode()))
    return {"Content-Type": f"multipart/byteranges; boundary={BOUNDARY}"}, whole


class Ranged(Quiet):
    """A server that gives ranges; `whole` names a file of which it gives none all the same."""

    whole = ""
    parts = 0

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        header = self.headers.get("Range", "") if path.name != self.whole else ""
        part = ranged(header, path.read_bytes(), self.guess_type(path)) if header and path.is_file() else None
        if part is None:
            super().do_GET()
            return
        head, body = part
        self.send_response(206)
        for name, value in head.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        type(self).parts += path.name == "pack.bin"


class Fickle(Ranged):
    """Gives ranges of small files only."""

    whole = "pack.bin"
