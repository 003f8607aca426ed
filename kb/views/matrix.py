"""The matrix of a plan: which section rests on which document, on the page and as a sheet to download."""

from __future__ import annotations

from dataclasses import dataclass

from kb.formats.spreadsheet import Sheet
from kb.language.dates import show_day
from kb.model import Document, Plan, Section
from kb.plans.matrix import Cell, Matrix, matrix
from kb.review.verdicts import Severity
from kb.views.as_of import AsOf, as_of
from kb.views.citation_marks import CitationMark, Severities, gravest, mark_of
from kb.views.instead import Instead, instead_of
from kb.views.plan import PlanView
from kb.views.plan_text import paragraph_address
from kb.views.site_snapshot import Badge, Hyperlink, SiteSnapshot
from kb.views.wording import section_name, title_beside_name


@dataclass(frozen=True)
class CellPlace:
    """A citation in a cell: the paragraph in which it stands and the verdict on it; none of what is only implied."""

    link: Hyperlink
    mark: CitationMark | None = None
    paragraph: str = ""


@dataclass(frozen=True)
class CellView:
    """The citations of a document in a section, or that it is only implied."""

    places: tuple[CellPlace, ...]
    implied: bool
    section: str

    @property
    def wrong(self) -> bool:
        """Whether a citation in it is to be mended."""
        return any(place.mark and place.mark.severity == Severity.WRONG.value for place in self.places)


@dataclass(frozen=True)
class MatrixRow:
    """A document, its statuses when the plan was made and today, a cell for each section, and what took its place."""

    link: Hyperlink
    title: str
    then: Badge | None
    now: Badge | None
    cells: tuple[CellView | None, ...]
    instead: tuple[Instead, ...]

    @property
    def mark(self) -> CitationMark | None:
        """The gravest verdict on its citations."""
        return gravest(place.mark for cell in self.cells if cell for place in cell.places if place.mark)


@dataclass(frozen=True)
class MatrixView:
    """The matrix of a plan, and the files that hold the same."""

    plan: Hyperlink
    dated: str
    sections: tuple[tuple[str, str, Hyperlink], ...]
    """(label, name, where the section stands) of each column."""
    rows: tuple[MatrixRow, ...]
    files: tuple[Hyperlink, ...]
    as_of: AsOf
    severities: Severities


def matrix_view(snapshot: SiteSnapshot, plan: Plan, view: PlanView) -> MatrixView:
    """Documents down, sections across."""
    found = matrix(snapshot, plan)
    rows = tuple(_row(snapshot, plan, found, document) for document in found.documents)
    sections = tuple(
        (
            section.label,
            section_name(section),
            Hyperlink(section.heading or section.label, f"{plan.page_address}{section.id}/"),
        )
        for section in found.sections
    )
    files = tuple(Hyperlink(f"Tải bảng này ({kind.upper()})", f"{view.href}ma-tran.{kind}") for kind in ("xlsx", "csv"))
    return MatrixView(
        Hyperlink("Kế hoạch", view.href),
        view.dated,
        sections,
        rows,
        files,
        as_of(snapshot, plan, (row.now for row in rows)),
        view.severities,
    )


def matrix_sheet(snapshot: SiteSnapshot, plan: Plan) -> Sheet:
    """The same as a table of words; places with a fault are marked."""
    found = matrix(snapshot, plan)
    fixed = ("Văn bản", "Trích yếu", "Khi lập kế hoạch", "Vì sao", f"Ngày {show_day(snapshot.day)}", "Vì sao")
    head = (*fixed, *(section.label for section in found.sections))
    rows, marked = [], set()
    for number, document in enumerate(found.documents):
        then, now = snapshot.badge(document, plan.dated.earliest.first_day), snapshot.badge(document)
        cells = [_cell(snapshot, plan, s, found.cells.get((document.id, s.id))) for s in found.sections]
        marked |= {(number, len(fixed) + column) for column, cell in enumerate(cells) if cell and cell.wrong}
        words = [word for badge in (then, now) if badge for word in (badge.label, badge.reason)]
        rows.append((document.short_name, title_beside_name(document), *words, *(_words(cell) for cell in cells)))
    widths = (30, 50, 16, 34, 16, 34, *(24 for _ in found.sections))
    return Sheet("Ma trận căn cứ", head, tuple(rows), widths, frozenset(marked))


def _words(cell: CellView | None) -> str:
    if cell is None:
        return ""
    places = ", ".join(dict.fromkeys(place.paragraph or place.link.text for place in cell.places))
    marks = [place.mark for place in cell.places if place.mark]
    said = [f"Cần sửa: {words}" for mark in marks for words in mark.wrong]
    said += [f"Lưu ý: {words}" for mark in marks for words in mark.notes]
    return "\n".join(dict.fromkeys([places, *said]))


def _row(snapshot: SiteSnapshot, plan: Plan, found: Matrix, document: Document) -> MatrixRow:
    return MatrixRow(
        Hyperlink(document.short_name, document.page_address),
        title_beside_name(document),
        snapshot.badge(document, plan.dated.earliest.first_day),
        snapshot.badge(document),
        tuple(_cell(snapshot, plan, section, found.cells.get((document.id, section.id))) for section in found.sections),
        tuple(instead_of(snapshot, document)),
    )


def _cell(snapshot: SiteSnapshot, plan: Plan, section: Section, cell: Cell | None) -> CellView | None:
    if cell is None:
        return None
    places = tuple(
        CellPlace(
            Hyperlink(f"đoạn {mention.paragraph.partition('.p')[2]}", paragraph_address(plan, mention.paragraph)),
            mark_of(snapshot, plan, mention),
            mention.paragraph,
        )
        for mention in cell.mentions
    )
    implied = CellPlace(Hyperlink("không ghi số", f"{plan.page_address}{section.id}/#khong-ghi-so"))
    return CellView(places or (implied,), not places, section_name(section))
