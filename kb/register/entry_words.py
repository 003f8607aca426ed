"""What a register says of a document, in Vietnamese sentences that name the source and the day it was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kb.language.dates import PartialDate, show_day
from kb.number.document_number import DocumentNumber
from kb.register.entry import EndClause, RegisterEntry
from kb.register.facts import RegisterFact
from kb.register.lookup import Register
from kb.register.sources import CODIFIED, Sources, groups_of, in_newest_codified, witness_words

KNOWN_ALONE = "có văn bản mang số này, chưa biết ngày"
"""Said of a number that a list holds without a day."""
_HOW = {"thay thế": ", thay bằng {by}", "bãi bỏ": ", bị bãi bỏ bởi {by}"}
"""How a document ended; the codified law states some ends without saying how."""


class EntryWords:
    """The sentences of one register, for a day; `today` is the reader's.

    `elsewhere` tells the end of an entry that the register itself does not tell.
    """

    def __init__(
        self, register: Register, day: date, today: date, elsewhere: Callable[[RegisterEntry], str] | None = None
    ) -> None:
        self._register, self._day, self._today, self._elsewhere = register, day, today, elsewhere

    @property
    def sources(self) -> Sources:
        """The sources of the register."""
        return self._register.sources

    def named(self, entry: RegisterEntry) -> str:
        """``Nghị định số 30/2020/NĐ-CP ngày 05/3/2020``."""
        return f"{entry.short_name} ngày {entry.shown_days}"

    def witness(self, fact: RegisterFact) -> str:
        """``Bộ pháp điển, đọc 22/01/2026; Công báo, đọc 02/7/2026``."""
        return witness_words(self.sources, fact.codes)

    def disputed_days(self, entry: RegisterEntry) -> str:
        """Each day of issue with its sources, where they do not agree."""
        return self._disputed("ngày ban hành", entry.issued)

    def holding(self, laws: list[RegisterEntry]) -> list[RegisterEntry]:
        """Of laws of one name those that may hold on the day: passed by then, and not ended where any has not."""
        passed = [law for law in laws if law.days[0] <= self._day.isoformat()]
        there = [law for law in passed if not self._not_yet(law)] or passed
        return [law for law in there if not self.lapsed(law)] or there

    def last_in_force(self, laws: list[RegisterEntry]) -> RegisterEntry | None:
        """Of laws of one name that which took effect last, if its day is known and it was passed after all others.

        A law takes the place of that of its name: of rules of one body on one matter the later apply (Luật Ban hành
        văn bản quy phạm pháp luật, on applying texts). None where the sources leave open when it took effect.
        """
        last = max(laws, key=lambda law: law.days[0], default=None)
        if last is None or any(law.days[-1] >= last.days[0] for law in laws if law is not last):
            return None
        day = last.in_force.value
        settled = day and not last.in_force.is_disputed and day <= self._day.isoformat()
        return last if settled and all(law.in_force.value < day for law in laws if law is not last) else None

    def lapsed(self, entry: RegisterEntry) -> str:
        """Why it no longer holds on the day; empty where it does, or where the sources do not settle it."""
        return self._ended(entry) or (self._elsewhere(entry) if self._elsewhere else "")

    def _ended(self, entry: RegisterEntry) -> str:
        clause = entry.end
        if clause is None or not self._counts(entry, clause) or clause.day > self._day.isoformat():
            return ""
        if clause.day > self._today.isoformat():
            before = f", trước ngày ký ({show_day(self._day)})"
            return f"sẽ hết hiệu lực từ ngày {_shown(clause.day)}{before}{self._by(clause, entry)}"
        return f"hết hiệu lực từ ngày {_shown(clause.day)}{self._by(clause, entry)}"

    def effect_unknown(self, entry: RegisterEntry) -> bool:
        """Whether no source says that it holds or that it ended."""
        facts = (entry.issued, entry.title, entry.in_force)
        held = any(in_newest_codified(self.sources, fact.codes) for fact in facts)
        return not (held or entry.ended or self.lapsed(entry))

    def notes(self, entry: RegisterEntry) -> tuple[str, ...]:
        """What else a reader of the day must know: not yet in force, an end to come, ended in part, sources at odds."""
        return tuple(filter(None, (self._not_yet(entry), self._end_to_come(entry), self._parts(entry))))

    def _counts(self, entry: RegisterEntry, clause: EndClause) -> bool:
        """Whether the codified law states the end, from the day on which the document that ends it came in force."""
        if CODIFIED not in groups_of(self.sources, entry.ended.codes):
            return False
        days = {day for act in self._acts(clause) for reading in act.in_force.readings for day in (reading.value,)}
        return not days or clause.day in days

    def _acts(self, clause: EndClause) -> list[RegisterEntry]:
        acts = self._register.numbered(DocumentNumber.parse(clause.by))
        return [act for act in acts if act.days[0] <= clause.day]

    def _by(self, clause: EndClause, entry: RegisterEntry) -> str:
        acts = self._acts(clause)
        by = self.named(acts[0]) if len(acts) == 1 else clause.by
        how = _HOW.get(clause.how, "").format(by=by)
        return f"{how}, theo điều khoản của {clause.by if how else by} (theo {self.witness(entry.ended)})"

    def _not_yet(self, entry: RegisterEntry) -> str:
        day = entry.in_force.value
        if day <= self._day.isoformat():
            return ""
        return f"chưa có hiệu lực vào ngày xét: có hiệu lực từ ngày {_shown(day)} (theo {self.witness(entry.in_force)})"

    def _end_to_come(self, entry: RegisterEntry) -> str:
        if entry.ended.is_disputed:
            return self._disputed("ngày hết hiệu lực", entry.ended)
        clause = entry.end
        if clause is None:
            return ""
        if not self._counts(entry, clause):
            return (
                f"chưa thống nhất ngày hết hiệu lực: điều khoản của {clause.by} tính từ ngày {_shown(clause.day)}, "
                "khác ngày văn bản ấy có hiệu lực"
            )
        return (
            f"sẽ hết hiệu lực từ ngày {_shown(clause.day)}{self._by(clause, entry)}" if self._is_ahead(clause) else ""
        )

    def _is_ahead(self, clause: EndClause) -> bool:
        return clause.day > self._day.isoformat()

    def _parts(self, entry: RegisterEntry) -> str:
        """What ended in part by the day; amendments are told by `kb show`."""
        clauses = (EndClause.parse(reading.value) for reading in entry.parts.readings)
        ended = [c for c in clauses if c.how != "sửa đổi" and not self._is_ahead(c)]
        if not ended:
            return ""
        said = "; ".join(f"từ ngày {_shown(c.day)} theo điều khoản của {c.by}" for c in ended)
        return f"hết hiệu lực một phần {said} (theo {self.witness(entry.parts)})"

    def _disputed(self, what: str, fact: RegisterFact) -> str:
        said = "; ".join(
            f"{_shown(reading.value[:10])} ({witness_words(self.sources, reading.codes)})" for reading in fact.readings
        )
        return f"các nguồn chưa thống nhất {what}: {said}"


def _shown(day: str) -> str:
    return PartialDate.parse(day).shown
