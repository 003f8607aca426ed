"""The first page: the plans, what ended lately, the next days, how much of each kind there is, the lost bases."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model import Body, Document, Model, Observance, Programme, Record, Term, Topic
from kb.model.vocabulary import Status
from kb.views.basis import BasisView
from kb.views.calendar import ComingRow, coming_rows
from kb.views.lately_ended import LatelyEnded, lately_ended
from kb.views.plan import PlanView
from kb.views.site_snapshot import SiteSnapshot

_COUNTED: tuple[tuple[type[Record], str], ...] = (
    (Document, "văn bản"),
    (Programme, "chương trình, phong trào"),
    (Observance, "ngày kỷ niệm"),
    (Body, "cơ quan, tổ chức"),
    (Model, "mô hình"),
    (Topic, "chủ đề"),
    (Term, "từ viết tắt"),
)
"""The kinds that are counted, in words that fit behind a figure."""
_MOST_ENDED = 5


@dataclass(frozen=True)
class HomeView:
    """What the first page says."""

    plans: tuple[PlanView, ...]
    counts: tuple[tuple[str, int, str], ...]
    """(kind, how many, address of its list)."""
    lost: tuple[BasisView, ...]
    """Bases of the plans that do not hold today or on some other day: the page shows those of its day."""
    ended: tuple[LatelyEnded, ...]
    coming: tuple[ComingRow, ...]
    """All days to come: the page shows the next ones of its day."""
    lost_statuses: tuple[str, ...] = tuple(status.value for status in Status if status.lapsed)

    @property
    def lost_today(self) -> int:
        """How many bases do not hold today."""
        return sum(basis.now is not None and basis.now.lapsed for basis in self.lost)


def home_view(snapshot: SiteSnapshot, plans: tuple[PlanView, ...]) -> HomeView:
    """The first page of a site with these plans."""
    counts = tuple((words, len(snapshot.corpus.of(cls)), cls.record_kind.list_address) for cls, words in _COUNTED)
    bases = {b.link: b for plan in plans for s in plan.sections for b in (*s.basis, *s.implied)}
    lost = tuple(basis for basis in bases.values() if _is_ever_lost(snapshot, basis))
    return HomeView(plans, counts, lost, lately_ended(snapshot, _MOST_ENDED), coming_rows(snapshot))


def _is_ever_lost(snapshot: SiteSnapshot, basis: BasisView) -> bool:
    record = snapshot.corpus.records.get(basis.now.record) if basis.now else None
    return record is not None and any(span.effect.status.lapsed for span in snapshot.periods(record))
