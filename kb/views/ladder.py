"""Thứ bậc căn cứ: from what a document rests on, up to the Party and the State, down to the plan that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kb.corpus.graph import Edge, reachable
from kb.figures.ladder import Rung, draw_ladder
from kb.figures.shapes import Arrow, Drawing, Node
from kb.law.rank import rank
from kb.model import Document, Plan, Section
from kb.plans.impact import RESTING
from kb.views.edge_style import arrows, node
from kb.views.neighbours import EdgeRow, legend, row
from kb.views.plan_text import paragraph_address
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.wording import plan_name, section_name

_PARTY, _ASSEMBLY, _GOVERNMENT, _MINISTRIES = (
    "Đảng ở trung ương",
    "Quốc hội",
    "Chính phủ, Thủ tướng Chính phủ",
    "Bộ, cơ quan, tổ chức ở trung ương",
)
_RUNGS = (_PARTY, _ASSEMBLY, _GOVERNMENT, _MINISTRIES, "Cấp tỉnh", "Cấp huyện", "Cấp xã", "Cơ quan, đơn vị")
MOST_BOXES = 24
"""Of a longer chain the nearest documents are drawn, and the list below has all."""


@dataclass(frozen=True)
class LadderView:
    """The ladder of a document, as a figure and in words."""

    drawing: Drawing
    legend: tuple[tuple[str, str], ...]
    rows: tuple[EdgeRow, ...]
    left_out: int
    """Documents of the chain that the figure does not draw."""


@dataclass(frozen=True)
class _PlanPlace:
    """A section of a plan that cites a document, or rests on it without a number."""

    plan: Plan
    section: Section
    document: str

    @property
    def key(self) -> str:
        """The key of the section in the figure."""
        return f"{self.plan.id}#{self.section.id}"


@dataclass(frozen=True)
class _Chain:
    """What a document rests on, nearest first, what rests on it and leads to a plan, and the places in plans."""

    document: str
    above: list[str]
    below: list[str]
    places: list[_PlanPlace]

    @property
    def ids(self) -> dict[str, None]:
        """Every document of the chain, the one that the ladder is of first."""
        return dict.fromkeys([self.document, *self.above, *self.below])


def ladder_view(snapshot: SiteSnapshot, document: Document) -> LadderView | None:
    """None where the document rests on nothing in the corpus, and nothing cited by a plan rests on it."""
    chain = _chain(snapshot, document)
    if len(chain.ids) < 2:
        return None
    edges = [edge for i in chain.ids for edge in snapshot.corpus.graph.out(i) if _rests_within(edge, chain.ids)]
    drawn = dict.fromkeys([document.id, *_near(chain.above, chain.below)][:MOST_BOXES])
    shown = [edge for edge in edges if edge.subject in drawn and edge.object in drawn]
    places = [place for place in chain.places if place.document in drawn]
    rows = (*(row(snapshot, edge) for edge in edges), *(_place_row(snapshot, place) for place in chain.places))
    drawing = _drawing(snapshot, document, drawn, shown, places)
    return LadderView(drawing, legend(edges), rows, len(chain.ids) - len(drawn))


def _chain(snapshot: SiteSnapshot, document: Document) -> _Chain:
    above, below = _climb(snapshot, document.id, up=True), _climb(snapshot, document.id, up=False)
    places = list(_places(snapshot, {document.id, *below}))
    below = _leading(snapshot, below, {place.document for place in places})
    return _Chain(document.id, above, below, [p for p in places if p.document in {document.id, *below}])


def _rests_within(edge: Edge, ids: dict[str, None]) -> bool:
    return edge.kind in RESTING and edge.object in ids


def _near(above: list[str], below: list[str]) -> list[str]:
    """One from above, one from below, and so on: of a long chain both ends are seen, and a circle counts once."""
    pairs = zip_longest(above, below)
    return list(dict.fromkeys(i for pair in pairs for i in pair if i))


def _drawing(
    snapshot: SiteSnapshot, document: Document, drawn: dict[str, None], edges: list[Edge], places: list[_PlanPlace]
) -> Drawing:
    rungs = _rungs(snapshot, document, drawn)
    sections = {place.key: place for place in places}
    if sections:
        rungs.append(Rung("Kế hoạch", tuple(_section_node(place) for place in sections.values())))
    lines = arrows(edges) + [Arrow(place.key, place.document, "viện dẫn", "can-cu") for place in places]
    name = snapshot.link(document.id).text
    summary = f"{len(drawn)} văn bản, {len(sections)} mục của kế hoạch; ghi từng bậc ở dưới."
    return draw_ladder("thang-can-cu", f"Thứ bậc căn cứ của {name}", summary, rungs, lines)


def _rungs(snapshot: SiteSnapshot, document: Document, drawn: dict[str, None]) -> list[Rung]:
    """The documents by the rank of who issued them, the highest first."""
    corpus = snapshot.corpus
    found: dict[str, list[Node]] = {}
    for i in sorted(drawn, key=lambda i: (rank(corpus, corpus.documents[i])[4], i)):
        look = "kb-n-self" if i == document.id else ""
        found.setdefault(_rung(snapshot, corpus.documents[i]), []).append(node(snapshot, i, look))
    return [Rung(label, tuple(found[label])) for label in _RUNGS if label in found]


def _section_node(place: _PlanPlace) -> Node:
    name = section_name(place.section)
    where = paragraph_address(place.plan, place.section.paragraphs[0].id)
    return Node(place.key, _capital(name), _capital(plan_name(place.plan)), where, "kb-n-plan")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rung(snapshot: SiteSnapshot, document: Document) -> str:
    level, party, body, *_ = rank(snapshot.corpus, document)
    if level:
        return _RUNGS[min(level + 3, len(_RUNGS) - 1)]
    return _PARTY if party == 0 else {0: _ASSEMBLY, 1: _ASSEMBLY, 2: _GOVERNMENT, 3: _GOVERNMENT}.get(body, _MINISTRIES)


def _climb(snapshot: SiteSnapshot, start: str, up: bool) -> list[str]:
    """Documents that this one rests on (`up`), or that rest on it, nearest first."""
    graph, documents = snapshot.corpus.graph, snapshot.corpus.documents

    def steps(here: str) -> Iterator[tuple[str, None]]:
        for edge in graph.out(here) if up else graph.into(here):
            other = edge.object if up else edge.subject
            if edge.kind in RESTING and other in documents:
                yield other, None

    return list(reachable(start, steps))[1:]


def _leading(snapshot: SiteSnapshot, below: list[str], cited: set[str]) -> list[str]:
    """Of what rests on a document, that which is cited or leads on to something cited."""
    leading = cited.union(*(_climb(snapshot, i, up=True) for i in cited))
    return [i for i in below if i in leading]


def _places(snapshot: SiteSnapshot, ids: set[str]) -> Iterator[_PlanPlace]:
    """Where plans cite one of these documents, then where they imply one; each section and document once."""
    for plan in snapshot.corpus.plans.values():
        sections = {paragraph.id: section for section in plan.sections for paragraph in section.paragraphs}
        cited = ((sections[m.paragraph].id, m.target) for m in snapshot.mentions(plan) if m.target in ids)
        implied = ((section.id, i) for section in plan.sections for i in section.implied if i in ids)
        by_id = {section.id: section for section in plan.sections}
        for where, target in dict.fromkeys((*cited, *implied)):
            yield _PlanPlace(plan, by_id[where], str(target))


def _place_row(snapshot: SiteSnapshot, place: _PlanPlace) -> EdgeRow:
    name = f"{section_name(place.section)}, {plan_name(place.plan)}"
    where = Hyperlink(_capital(name), paragraph_address(place.plan, place.section.paragraphs[0].id))
    return EdgeRow(where, "viện dẫn", snapshot.link(place.document))
