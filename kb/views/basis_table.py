"""The table of what a plan rests on: statuses then and now, what took its place, each citation with its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.language.dates import show_day
from kb.law.rank import rank
from kb.model import Plan, Record
from kb.model.vocabulary import Status
from kb.views.as_of import AsOf, as_of
from kb.views.basis_row import BasisRow
from kb.views.citation_marks import Severities, gravity, severities
from kb.views.cited_places import CitedPlace, cited_places
from kb.views.instead import instead_of
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.wording import section_name, title_beside_name

NAME = "Bảng căn cứ"
FOLDER = "bang-can-cu"
"""Of the page within the plan's, and the name of the files that hold the same."""
FORMER = ("ra-soat", "con-can-cu", "ma-tran")
"""Where its parts stood as pages of their own."""
GROUPS = (
    ("mat", "Không còn dùng làm căn cứ", (Status.ENDED, Status.SUSPENDED, Status.PHASE_OVER, Status.NOT_YET)),
    ("chua-ro", "Chưa xác định được", (Status.UNKNOWN, Status.CONCLUDED)),
    ("chua-ghi-nhan", "Chưa ghi nhận hết hiệu lực", (Status.PRESUMED,)),
    ("sua-doi", "Còn hiệu lực, đã được sửa đổi, bổ sung", (Status.AMENDED,)),
    ("con", "Còn hiệu lực hoặc đang triển khai", (Status.IN_FORCE, Status.RUNNING)),
)
"""Anchor, heading and statuses of each group, the gravest first."""


@dataclass(frozen=True)
class BaseGroup:
    """The bases whose status today is one of `statuses`."""

    anchor: str
    heading: str
    statuses: tuple[str, ...]
    rows: tuple[BasisRow, ...]


@dataclass(frozen=True)
class BasisTable:
    """The bases of a plan by their status today."""

    plan: Hyperlink
    dated: str
    """The earliest day that the plan can be of, in words: the day of the verdicts and of the first status."""
    groups: tuple[BaseGroup, ...]
    unmatched: tuple[BasisRow, ...]
    sections: tuple[tuple[str, str], ...]
    """(id, name) of each section that rests on something, in the order of the plan."""
    files: tuple[Hyperlink, ...]
    as_of: AsOf
    severities: Severities

    @property
    def rows(self) -> tuple[BasisRow, ...]:
        """Every row, as the table shows them."""
        return (*(row for group in self.groups for row in group.rows), *self.unmatched)


def basis_table(snapshot: SiteSnapshot, plan: Plan) -> BasisTable:
    """The table of a plan today."""
    found = cited_places(snapshot, plan)
    rows = sorted(_rows(snapshot, plan, found.of), key=lambda row: gravity(row.mark))
    none = tuple(BasisRow(Hyperlink(words, None), "", None, None, (), own) for words, own in found.unmatched.items())
    badges = [row.now for row in rows]
    badges += [link.badge for row in rows for link in (one.link for one in row.instead)]
    return BasisTable(
        Hyperlink("Kế hoạch", plan.page_address),
        show_day(plan.dated.earliest.first_day),
        tuple(_group(rows, *group) for group in GROUPS),
        none,
        tuple(_sections(plan, [*rows, *none])),
        tuple(Hyperlink(f"Tải bảng ({kind.upper()})", f"{address(plan)[:-1]}.{kind}") for kind in ("xlsx", "csv")),
        as_of(snapshot, plan, badges),
        severities(snapshot, plan),
    )


def _group(rows: list[BasisRow], anchor: str, heading: str, statuses: tuple[Status, ...]) -> BaseGroup:
    values = tuple(status.value for status in statuses)
    return BaseGroup(anchor, heading, values, tuple(row for row in rows if row.now and row.now.status in values))


def _sections(plan: Plan, rows: list[BasisRow]) -> Iterator[tuple[str, str]]:
    met = {section for row in rows for section in row.sections}
    return ((section.id, section_name(section)) for section in plan.sections if section.id in met)


def address(plan: Plan) -> str:
    """Where the table of a plan stands."""
    return f"{plan.page_address}{FOLDER}/"


def _rows(snapshot: SiteSnapshot, plan: Plan, places: dict[str, tuple[CitedPlace, ...]]) -> Iterator[BasisRow]:
    """Documents by rank and then programmes: what has a status."""
    corpus = snapshot.corpus
    documents = sorted((d for d in corpus.documents.values() if d.id in places), key=lambda d: (rank(corpus, d), d.id))
    others = (corpus.records[target] for target in places if target not in corpus.documents)
    for record in (*documents, *others):
        if snapshot.badge(record):
            yield _row(snapshot, plan, record, places[record.id])


def _row(snapshot: SiteSnapshot, plan: Plan, record: Record, places: tuple[CitedPlace, ...]) -> BasisRow:
    document = snapshot.corpus.documents.get(record.id)
    return BasisRow(
        Hyperlink(record.short_name, record.page_address),
        title_beside_name(record),
        snapshot.badge(record, plan.dated.earliest.first_day),
        snapshot.badge(record),
        tuple(instead_of(snapshot, document)) if document else (),
        places,
    )
