"""The first page: the plans, how much of each kind there is, and the bases that no longer hold."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.vocabulary import Status
from kb.views.basis import BasisView
from kb.views.common import SiteSnapshot
from kb.views.plan import PlanView

_LOST = {Status.ENDED.value, Status.PHASE_OVER.value, Status.SUSPENDED.value}


@dataclass(frozen=True)
class HomeView:
    """What the first page says."""

    plans: tuple[PlanView, ...]
    counts: tuple[tuple[str, int, str], ...]
    """(kind, how many, address of its list)."""
    lost: tuple[BasisView, ...]
    """Bases of the plans that no longer hold today."""


def home_view(snapshot: SiteSnapshot, plans: tuple[PlanView, ...]) -> HomeView:
    """The first page of a site with these plans."""
    corpus = snapshot.corpus
    counts = (
        ("văn bản", len(corpus.documents), "van-ban/"),
        ("chương trình, phong trào", len(corpus.programmes), "chuong-trinh/"),
        ("ngày kỷ niệm", len(corpus.observances), "ngay/"),
        ("cơ quan, tổ chức", len(corpus.bodies), "co-quan/"),
        ("mô hình", len(corpus.models), "mo-hinh/"),
        ("chủ đề", len(corpus.topics), "chu-de/"),
        ("từ viết tắt", len(corpus.terms), "thuat-ngu/"),
    )
    bases = {b.link: b for plan in plans for s in plan.sections for b in (*s.basis, *s.implied)}
    return HomeView(plans, counts, tuple(b for b in bases.values() if b.now and b.now.status in _LOST))
