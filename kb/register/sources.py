"""Where the facts of the register were read: the table `sources.tsv`, and which sources are independent.

Snapshots of the codified law repeat each other, and so do pages and contents of the gazette; only two groups confirm
one another. A list of low trust counts for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from kb.language.dates import PartialDate
from kb.register.facts import LONGEST_SHOWN, base_and_count

CODIFIED, CITING, LOW, OWN = "phap-dien", "vien-dan", "tin-cay-thap", "rieng"


COLUMNS_OF_A_SOURCE = 4
_CODE = re.compile(r"[\w.-]+")


class SourceGroup(str, Enum):
    """Kinds of sources that may copy each other, but not those of another kind. The value stands in `sources.tsv`."""

    CODIFIED = CODIFIED
    GAZETTE = "cong-bao"
    PROVINCE = "tinh"
    LISTS = "danh-sach"
    CITING = CITING
    LOW = LOW
    OWN = OWN


@dataclass(frozen=True, slots=True)
class RegisterSource:
    """A source: `code` as it stands in the cells, `name` as shown, `read` the day of the copy, as exact as known."""

    code: str
    group: SourceGroup
    name: str
    read: PartialDate

    @classmethod
    def parse(cls, line: str) -> RegisterSource:
        """A line of `sources.tsv`: code, group, name, reading day. Raises ValueError, in Vietnamese."""
        cells = line.split("\t")
        if len(cells) != COLUMNS_OF_A_SOURCE:
            raise ValueError(f"có {len(cells)} cột, cần {COLUMNS_OF_A_SOURCE}")
        code, group, name, read = cells
        if not (_CODE.fullmatch(code) and name.strip() and name.isprintable()):
            raise ValueError(
                f"mã nguồn “{code[:LONGEST_SHOWN]}” cần là chữ và số liền nhau, và nguồn cần có tên không có ký tự ẩn"
            )
        if group not in {one.value for one in SourceGroup}:
            raise ValueError(
                f"“{group[:LONGEST_SHOWN]}” không phải nhóm nguồn ({', '.join(one.value for one in SourceGroup)})"
            )
        try:
            return cls(code, SourceGroup(group), name, PartialDate.parse(read))
        except ValueError:
            raise ValueError(
                f"“{read[:LONGEST_SHOWN]}” không phải ngày đọc (YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown)"
            ) from None

    def __str__(self) -> str:
        return "\t".join((self.code, self.group.value, self.name, str(self.read)))


Sources = Mapping[str, RegisterSource]


def known_sources(sources: Sources, codes: Iterable[str]) -> list[RegisterSource]:
    """The sources of these codes; a code that the table does not know is left out (a check reports it)."""
    return [sources[base] for code in codes if (base := base_and_count(code)[0]) in sources]


def groups_of(sources: Sources, codes: Iterable[str]) -> frozenset[SourceGroup]:
    """The independent groups that say it; a list of low trust counts for none."""
    return frozenset(s.group for s in known_sources(sources, codes)) - {SourceGroup.LOW}


def is_weak(sources: Sources, codes: Iterable[str]) -> bool:
    """Whether only one citing text, or a list of low trust, says it: that grounds no verdict."""
    codes = tuple(codes)
    groups = groups_of(sources, codes)
    return groups <= {SourceGroup.CITING} and citing_texts(sources, codes) < 2


def citing_texts(sources: Sources, codes: Iterable[str]) -> int:
    """How many texts say it where they cite the document."""
    counted = (base_and_count(code) for code in codes)
    return sum(n for base, n in counted if base in sources and sources[base].group is SourceGroup.CITING)


def witness_words(sources: Sources, codes: Iterable[str]) -> str:
    """``Bộ pháp điển, đọc 22/01/2026; Công báo, đọc 02/7/2026``: each group once, by its latest copy."""
    codes = tuple(codes)
    latest: dict[SourceGroup, RegisterSource] = {}
    for source in known_sources(sources, codes):
        held = latest.get(source.group)
        if held is None or _turn(source) > _turn(held):
            latest[source.group] = source
    texts = citing_texts(sources, codes)
    said = [_words(source, texts) for group, source in latest.items()]
    return "; ".join(said)


def _turn(source: RegisterSource) -> tuple[bool, str]:
    """Copies whose day is known come after those of which only the year is."""
    return source.read.is_day, str(source.read)


def _words(source: RegisterSource, texts: int) -> str:
    name = f"{texts} văn bản viện dẫn" if source.group is SourceGroup.CITING else source.name
    return f"{name}, đọc {source.read.shown}" if source.read.is_known else name


def in_newest_codified(sources: Sources, codes: Iterable[str]) -> bool:
    """Whether a copy of the codified law of the newest year holds it: that law holds what is in force, and no more."""
    newest = max((source.read.year for source in sources.values() if source.group is SourceGroup.CODIFIED), default="")
    held = (source for source in known_sources(sources, codes) if source.group is SourceGroup.CODIFIED)
    return any(source.read.year == newest for source in held)
