"""The documents of the corpus by year, issuer and status: counts with a bar each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.views.as_of import brief, turns_of
from kb.views.listing import ListingView, document_listings
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

HREF = "tong-quan/"


@dataclass(frozen=True)
class Bar:
    """`percent` is the length against the longest of its chart; `status` is set where the bars are statuses."""

    link: Hyperlink
    count: int
    percent: float
    status: str = ""


@dataclass(frozen=True)
class Chart:
    """Bars under one title; `anchor` is its place on the page."""

    anchor: str
    title: str
    label: str
    """What a row is."""
    bars: tuple[Bar, ...]

    @property
    def dated(self) -> bool:
        """Whether it counts statuses, which are of a day: its title then ends with the day."""
        return any(bar.status for bar in self.bars)


@dataclass(frozen=True)
class OverviewView:
    """How many documents there are, by year, status and issuer."""

    count: int
    charts: tuple[Chart, ...]
    turns: dict[str, list[tuple[str, str, str]]]
    """From when, status and label of every document, so that the statuses can be counted on another day."""


def overview_view(snapshot: SiteSnapshot) -> OverviewView:
    """Each bar leads to the list of what it counts."""
    _, by_issuer, by_year, by_status = document_listings(snapshot)
    years = _chart("theo-nam", "Theo năm ban hành", "Năm", by_year, lambda bars: bars)
    issuers = _chart("theo-co-quan", "Theo cơ quan ban hành", "Cơ quan", by_issuer, _longest_first)
    statuses = _chart("theo-tinh-trang", "Theo tình trạng ngày", "Tình trạng", by_status, lambda bars: bars)
    turns = {i: brief(spans) for i, spans in turns_of(snapshot, snapshot.corpus.documents).items()}
    return OverviewView(len(snapshot.corpus.documents), (years, statuses, issuers), turns)


def _chart(
    anchor: str, title: str, label: str, listing: ListingView, order: Callable[[Iterable[Bar]], Iterable[Bar]]
) -> Chart:
    longest = max((len(group.rows) for group in listing.groups), default=1)
    bars = []
    for group in listing.groups:
        badge = group.rows[0].badge
        status = badge.status if badge and badge.label == group.heading else ""
        link = Hyperlink(group.heading, f"{listing.href}#{group.anchor}")
        bars.append(Bar(link, len(group.rows), round(100 * len(group.rows) / longest, 1), status))
    return Chart(anchor, title, label, tuple(order(bars)))


def _longest_first(bars: Iterable[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: -bar.count)
