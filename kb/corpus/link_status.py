"""What the last check of links found: `links.yaml` beside the folders of records.

checked:
  - {url: https://example.vn/a, day: 2026-01-02, ok: no, why: '404', since: 2025-12-01}
suppressed:
  - {url: https://example.vn/b, because: trang chặn máy tự động}
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from kb.corpus.source import read

FILE = "links.yaml"


@dataclass(frozen=True)
class LinkAnswer:
    """One address as it was found: `why` is empty when it answered; `since` is the first day of its run of failures.

    Days are YYYY-MM-DD, or empty where none is recorded.
    """

    day: str
    ok: bool
    why: str = ""
    since: str = ""


@dataclass(frozen=True)
class LinkStatus:
    """Addresses as last seen, and those whose failure an editor explained."""

    checked: dict[str, LinkAnswer] = field(default_factory=dict)
    suppressed: dict[str, str] = field(default_factory=dict)

    def dead(self, url: str) -> LinkAnswer | None:
        """How the address failed, or None when it answered, was never checked, or is suppressed."""
        seen = self.checked.get(url)
        return seen if seen and not seen.ok and url not in self.suppressed else None


def read_link_status(root: Path) -> LinkStatus:
    """The list of a corpus; an empty one where there is no such file or it cannot be read."""
    path = root / FILE
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        return LinkStatus()
    return _read(path, stamp)


@lru_cache(maxsize=8)
def _read(path: Path, stamp: int) -> LinkStatus:
    sourced, _ = read(path, FILE)
    value = sourced.value if sourced and isinstance(sourced.value, dict) else {}
    checked = {str(row["url"]): _seen(row) for row in _rows(value, "checked")}
    suppressed = {str(row["url"]): str(row["because"]) for row in _rows(value, "suppressed") if row.get("because")}
    return LinkStatus(checked, suppressed)


def _rows(value: dict[str, Any], name: str) -> list[dict[str, Any]]:
    rows = value.get(name)
    return [row for row in rows if isinstance(row, dict) and row.get("url")] if isinstance(rows, list) else []


def _seen(row: dict[str, Any]) -> LinkAnswer:
    said = {key: str(row.get(key) or "") for key in ("day", "why", "since")}
    return LinkAnswer(said["day"], row.get("ok") == "yes", said["why"], said["since"])
