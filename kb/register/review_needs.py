"""What of a register is to be looked at again: the oldest readings, single sources, sources at odds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kb.language.dates import PartialDate
from kb.register.entry import RegisterEntry
from kb.register.facts import RegisterFact
from kb.register.sources import Sources, groups_of, is_weak, known_sources, witness_words

_LABELS = {"issued": "ngày ban hành", "in_force": "ngày có hiệu lực", "ended": "ngày hết hiệu lực"}


@dataclass(frozen=True)
class RegisterNeed:
    """A document to look at again. `cited` says that a plan cites it: those come first."""

    entry: RegisterEntry
    cited: bool
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """{"number", "type", "issued", "cited", "reasons"}."""
        entry = self.entry
        said = {"number": entry.number, "type": entry.type, "issued": list(entry.days)}
        return {**said, "cited": self.cited, "reasons": list(self.reasons)}


def register_needs(
    entries: Iterable[RegisterEntry], sources: Sources, cited: Collection[str], before: str
) -> list[RegisterNeed]:
    """Documents with facts at odds, of one citing text, or last read before the ISO day `before`.

    `cited` are match keys of numbers that plans cite. What plans cite comes first, then what is at odds, the oldest
    reading first.
    """
    found = []
    for entry in entries:
        reasons = tuple(_reasons(entry, sources, before))
        if reasons:
            found.append(RegisterNeed(entry, entry.parsed.match_key in cited, reasons))
    return sorted(found, key=lambda need: (not need.cited, not _at_odds(need.entry), _last_read(need.entry, sources)))


def source_lines(entries: Iterable[RegisterEntry], sources: Sources) -> Iterator[str]:
    """Each source with the day of its copy and how many days of issue rest on it alone."""
    alone: Counter[str] = Counter()
    for entry in entries:
        groups = groups_of(sources, entry.issued.codes)
        if len(groups) == 1:
            alone[next(iter(groups)).value] += 1
    for source in sorted(sources.values(), key=lambda s: (s.read, s.code)):
        read = source.read.shown if source.read.is_known else "chưa rõ"
        yield f"{source.code}: {source.name}, đọc {read}; nhóm {source.group.value}"
    yield from (f"Chỉ nhóm {group}: {count} ngày ban hành" for group, count in alone.most_common())


def need_lines(shown: Iterable[RegisterNeed], total: int) -> Iterator[str]:
    """A line for each document shown, then how many there are."""
    for need in shown:
        cites = " · kế hoạch có viện dẫn" if need.cited else ""
        yield f"{need.entry.short_name}{cites}: {'; '.join(need.reasons)}"
    yield f"{total} văn bản cần xem lại." if total else "Không có gì cần xem lại."


def _at_odds(entry: RegisterEntry) -> bool:
    return any(getattr(entry, name).is_disputed for name in _LABELS)


def _reasons(entry: RegisterEntry, sources: Sources, before: str) -> Iterator[str]:
    for name, label in _LABELS.items():
        fact: RegisterFact = getattr(entry, name)
        if fact.is_disputed:
            values = "; ".join(f"{_shown(r.value)} ({witness_words(sources, r.codes)})" for r in fact.readings)
            yield f"chưa thống nhất {label}: {values}"
    if is_weak(sources, entry.issued.codes):
        yield f"ngày ban hành chỉ theo {witness_words(sources, entry.issued.codes)}"
    if _last_read(entry, sources) < before:
        yield f"đọc lần cuối {_shown(_last_read(entry, sources)) or 'chưa rõ ngày'}"


def _shown(value: str) -> str:
    """A day, or the day with which an end begins, as readers write it."""
    day, blank, rest = value.partition(" ")
    return f"{PartialDate.parse(day).shown}{blank}{rest}" if day else ""


def _last_read(entry: RegisterEntry, sources: Sources) -> str:
    """The ISO day of the latest copy that gives the day of issue; of one known to the year, the last day it can be."""
    reads = [s.read.last_day.isoformat() for s in known_sources(sources, entry.issued.codes) if s.read.is_known]
    return max(reads, default="")
