"""What changed in the files of the register since a revision of Git, in words: which documents, which facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kb.history.register_words import LABELS, changed_facts, changed_source
from kb.history.report import safe
from kb.history.stored import stored_files
from kb.register.entry import RegisterEntry
from kb.register.folder import KNOWN_FILE, SOURCES_FILE
from kb.register.sources import RegisterSource

MOST_LISTED = 30
"""Documents that are named; of more the count stands."""
MOST_EXAMPLES = 3
"""Numbers shown of those that are only known to be there."""


@dataclass
class RegisterState:
    """What the files that differ hold at one time; `unread` are places of lines that cannot be read."""

    entries: list[RegisterEntry] = field(default_factory=list)
    sources: dict[str, RegisterSource] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)

    def take(self, name: str, content: bytes) -> None:
        """The lines of a file; one that cannot be read is none, but told (`kb check` says what is wrong with it)."""
        for number, line in enumerate(content.decode(errors="replace").split("\n")[1:], 2):
            try:
                if line:
                    self._take_line(Path(name).name, line)
            except ValueError:
                self.unread.append(f"{name}:{number}")

    def _take_line(self, name: str, line: str) -> None:
        if name == SOURCES_FILE:
            source = RegisterSource.parse(line)
            self.sources[source.code] = source
        elif name == KNOWN_FILE:
            self.known.add(line)
        else:
            self.entries.append(RegisterEntry.parse(line))


@dataclass(frozen=True)
class RegisterChange:
    """Documents that came, went, or of which a fact changed; the same of sources and of numbers known to be there."""

    added: tuple[RegisterEntry, ...]
    removed: tuple[RegisterEntry, ...]
    edited: tuple[tuple[RegisterEntry, RegisterEntry], ...]
    sources: tuple[tuple[RegisterSource | None, RegisterSource | None], ...]
    known_added: tuple[str, ...]
    known_removed: tuple[str, ...]
    unread: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Markdown: a heading with the counts, then what changed; nothing where nothing changed."""
        beside = list(self._beside())
        if not (self.added or self.removed or self.edited or beside):
            return
        counts = f"thêm {len(self.added)}, bỏ {len(self.removed)}, sửa {len(self.edited)}"
        yield from ("", f"### Sổ đăng ký: {counts} văn bản", "")
        yield from (f"- {safe(line)}" for line in beside)
        said = list(self._documents())
        yield from (f"- {safe(line)}" for line in said[:MOST_LISTED])
        if len(said) > MOST_LISTED:
            yield f"- và {len(said) - MOST_LISTED} thay đổi khác"

    def as_json(self) -> dict[str, object]:
        """Documents as {"number", "type", "issued"}, with "facts" in words where they changed; sources in words."""
        edited = ({**_key(new), "facts": dict(changed_facts(old, new))} for old, new in self.edited)
        return {
            "added": list(map(_key, self.added)),
            "removed": list(map(_key, self.removed)),
            "edited": list(edited),
            "sources": [changed_source(old, new) for old, new in self.sources],
            "known": {"added": list(self.known_added), "removed": list(self.known_removed)},
            "unread": list(self.unread),
        }

    def _documents(self) -> Iterator[str]:
        yield from (f"thêm {_named(entry)}" for entry in self.added)
        yield from (f"bỏ {_named(entry)}" for entry in self.removed)
        for old, new in self.edited:
            facts = "; ".join(f"{LABELS[name]} {said}" for name, said in changed_facts(old, new))
            yield f"sửa {_named(new)}: {facts}"

    def _beside(self) -> Iterator[str]:
        yield from (changed_source(old, new) for old, new in self.sources)
        for verb, numbers in (("thêm", self.known_added), ("bỏ", self.known_removed)):
            if numbers:
                shown = ", ".join(numbers[:MOST_EXAMPLES])
                yield f"{verb} {len(numbers)} số hiệu chưa biết ngày (ví dụ: {shown})"
        if self.unread:
            yield f"{len(self.unread)} dòng chưa đọc được, coi như không có ({self.unread[0]}); chạy: kb check"


def register_changes(corpus: Path, revision: str) -> RegisterChange:
    """The register now, compared with that of a branch, tag or commit. Raises CorpusUnreadable."""
    stored = stored_files(corpus, revision, "register/")
    now = {f"register/{path.name}": path.read_bytes() for path in (corpus / "register").glob("*.tsv")}
    before, after = RegisterState(), RegisterState()
    for name in sorted(stored.keys() | now.keys()):
        old, new = stored.get(name, b""), now.get(name, b"")
        if old != new and name.endswith(".tsv"):
            before.take(name, old)
            after.take(name, new)
    added, removed, edited = _paired(before.entries, after.entries)
    codes = sorted(before.sources.keys() | after.sources.keys())
    sources = ((before.sources.get(code), after.sources.get(code)) for code in codes)
    return RegisterChange(
        tuple(added),
        tuple(removed),
        tuple(edited),
        tuple((old, new) for old, new in sources if old != new),
        tuple(sorted(after.known - before.known)),
        tuple(sorted(before.known - after.known)),
        tuple(after.unread),
    )


_Pairs = tuple[list[RegisterEntry], list[RegisterEntry], list[tuple[RegisterEntry, RegisterEntry]]]


def _paired(before: Iterable[RegisterEntry], after: Iterable[RegisterEntry]) -> _Pairs:
    """What came, what went, and both states of what changed: of a document a day may have come, or have changed."""
    held, unchanged = set(before), set(after)
    old: dict[tuple[str, str], list[RegisterEntry]] = defaultdict(list)
    for entry in before:
        if entry not in unchanged:
            old[entry.type, entry.number].append(entry)
    added, edited = [], []
    for entry in (entry for entry in after if entry not in held):
        others = old[entry.type, entry.number]
        same = max(others, key=lambda other: _likeness(other, entry), default=None)
        if same is None or _likeness(same, entry) == (0, 0, 0):
            added.append(entry)
        else:
            others.remove(same)
            edited.append((same, entry))
    return added, [entry for entries in old.values() for entry in entries], edited


def _likeness(one: RegisterEntry, other: RegisterEntry) -> tuple[int, int, int]:
    """How many days, which titles, and then which body two entries of one type and number share."""
    days = len(set(one.days) & set(other.days))
    titles = {reading.value for reading in one.title.readings} & {reading.value for reading in other.title.readings}
    return days, len(titles), int(bool(days or titles) and one.issuer == other.issuer)


def _key(entry: RegisterEntry) -> dict[str, object]:
    return {"number": entry.number, "type": entry.type, "issued": list(entry.days)}


def _named(entry: RegisterEntry) -> str:
    return f"{entry.short_name} ngày {entry.shown_days}"
