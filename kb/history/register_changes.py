"""What changed in the files of the register since a revision of Git, in words: which documents, which facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.history.report import safe
from kb.history.stored import stored_files
from kb.register.entry import COLUMNS, RegisterEntry

MOST_LISTED = 30
"""Documents that are named; of more the count stands."""
_LABELS = {
    "issued": "ngày ban hành", "issuer": "cơ quan", "title": "trích yếu", "in_force": "ngày có hiệu lực",
    "ended": "hết hiệu lực", "parts": "hết hiệu lực, sửa đổi một phần", "official": "bản chính thức",
}  # fmt: skip
_Key = tuple[str, str, str]


@dataclass(frozen=True)
class RegisterChange:
    """Lines that came, lines that went, and documents of which a fact changed."""

    added: tuple[RegisterEntry, ...]
    removed: tuple[RegisterEntry, ...]
    edited: tuple[tuple[RegisterEntry, RegisterEntry], ...]

    def lines(self) -> Iterator[str]:
        """Markdown: a heading with the counts, then the documents; nothing where nothing changed."""
        if not (self.added or self.removed or self.edited):
            return
        counts = f"thêm {len(self.added)}, bỏ {len(self.removed)}, sửa {len(self.edited)}"
        yield from ("", f"### Sổ đăng ký: {counts}", "")
        said = [*(f"thêm {_named(entry)}" for entry in self.added), *(f"bỏ {_named(e)}" for e in self.removed)]
        said += [f"sửa {_named(new)}: {', '.join(_facts(old, new))}" for old, new in self.edited]
        yield from (f"- {line}" for line in said[:MOST_LISTED])
        if len(said) > MOST_LISTED:
            yield f"- và {len(said) - MOST_LISTED} thay đổi khác"


def register_changes(corpus: Path, revision: str) -> RegisterChange:
    """The register now, compared with that of a branch, tag or commit. Raises CorpusUnreadable."""
    stored = stored_files(corpus, revision, "register/")
    now = {f"register/{path.name}": path.read_bytes() for path in (corpus / "register").glob("*.tsv")}
    before: dict[_Key, RegisterEntry] = {}
    after: dict[_Key, RegisterEntry] = {}
    for name in sorted(stored.keys() | now.keys()):
        old, new = stored.get(name, b""), now.get(name, b"")
        if old != new and Path(name).stem.isdigit():
            before |= _entries(old)
            after |= _entries(new)
    shared = [(before[key], after[key]) for key in after if key in before]
    added, removed = (
        tuple(one[key] for key in one if key not in other) for one, other in ((after, before), (before, after))
    )
    return RegisterChange(added, removed, tuple((old, new) for old, new in shared if old != new))


def _entries(content: bytes) -> dict[_Key, RegisterEntry]:
    """The documents of a file by their keys; a line that cannot be read is none (`kb check` tells it)."""
    found = {}
    for line in content.decode(errors="replace").split("\n")[1:]:
        try:
            entry = RegisterEntry.parse(line)
        except ValueError:
            continue
        found[(entry.type, entry.number, entry.days[0] if entry.days else "")] = entry
    return found


def _named(entry: RegisterEntry) -> str:
    return safe(f"{entry.short_name} ngày {entry.shown_days}")


def _facts(old: RegisterEntry, new: RegisterEntry) -> list[str]:
    return [_LABELS[name] for name in COLUMNS[2:] if getattr(old, name) != getattr(new, name)]
