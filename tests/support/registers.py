"""Small registers for tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kb.register.compiled import compiled
from kb.register.entry import RegisterEntry
from kb.register.folder import RegisterTables, write_tables
from kb.register.lookup import Register
from kb.register.sources import RegisterSource

SOURCES = (
    "pd\tphap-dien\tBộ pháp điển\t2026-01-22",
    "pd23\tphap-dien\tBộ pháp điển cũ\t2023-12-07",
    "pd26\tphap-dien\tBộ pháp điển năm\t2026",
    "cb\tcong-bao\tCông báo\t2026-07-02",
    "ds\tdanh-sach\tDanh sách luật\t2024",
    "tinh\ttinh\tCổng văn bản tỉnh\t2023-06-23",
    "thap\ttin-cay-thap\tDanh sách của một cơ quan\t2026",
    "rieng\trieng\tSổ văn bản của cơ quan\t2026-11-01",
    "txt\tvien-dan\tVăn bản viện dẫn\t2026-11",
)


def tables(rows: Iterable[str] = (), known: Iterable[str] = ()) -> RegisterTables:
    """Rows with bars for tabs, and ¦ between the values of a cell."""
    sources = {source.code: source for source in map(RegisterSource.parse, SOURCES)}
    entries = [RegisterEntry.parse(row.replace("|", "\t").replace("¦", "|")) for row in rows]
    return RegisterTables(entries, sources, set(known))


def register(rows: Iterable[str] = (), known: Iterable[str] = ()) -> Register:
    """The register of such rows."""
    return Register(compiled(tables(rows, known)))


def write_register(root: Path, rows: Iterable[str] = (), known: Iterable[str] = ()) -> Path:
    """Write the register beside the corpus of `root` and return its folder."""
    folder = root / "corpus" / "register"
    write_tables(folder, tables(rows, known))
    return folder
