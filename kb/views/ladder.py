"""Thang căn cứ: from what a document rests on, up to the Party and the State, down to the plan that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kb.corpus.graph import Edge
from kb.figures.ladder import Rung, draw_ladder
from kb.figures.shapes import Arrow, Drawing, Node
from kb.law.rank import rank
from kb.model import Document, Plan, Section
from kb.plans.impact import RESTING
from kb.views.common import Hyperlink, SiteSnapshot, paragraph_address, plan_name
from kb.views.edge_style import arrows, node
from kb.views.neighbours import EdgeRow, legend, row
from kb.views.plan import section_name

_PARTY, _ASSEMBLY, _GOVERNMENT, _MINISTRIES = (
    "Đảng ở trung ương",
    "Quốc hội",
    "Chính phủ, Thủ tướng Chính phủ",
    "Bộ, cơ quan, tổ chức ở trung ương",
)
_RUNGS = (_PARTY, _ASSEMBLY, _GOVERNMENT, _MINISTRIES, "Cấp tỉnh", "Cấp huyện", "Cấp xã", "Cơ quan, đơn vị")
MOST = 24
"""Boxes on one ladder: of a longer chain the nearest are drawn, and the list tells it all."""


@dataclass(frozen=True)
class LadderView:
    drawing: Drawing
    legend: tuple[tuple[str, str], ...]
    rows: tuple[EdgeRow, ...]
    left_out: int
    """Documents of the chain that the figure does not draw."""


def ladder_view(snapshot: SiteSnapshot, document: Document) -> LadderView | None:
    """None where the document rests on nothing in the corpus, and nothing cited by a plan rests on it."""
    above = _climb(snapshot, document.id, up=True)
    below = _climb(snapshot, document.id, up=False)
    citing = list(_citing(snapshot, {document.id, *below}))
    below = _leading(snapshot, below, {cited for _, _, cited in citing})
    citing = [one for one in citing if one[2] in {document.id, *below}]
    chain = dict.fromkeys([document.id, *above, *below])
    if len(chain) < 2:
        return None
    edges = [e for i in chain for e in snapshot.corpus.graph.out(i) if e.object in chain and e.kind in RESTING]
    rows = (*(row(snapshot, edge) for edge in edges), *_cited(snapshot, citing))
    drawn = dict.fromkeys([document.id, *_near(above, below)][:MOST])
    shown = [e for e in edges if e.subject in drawn and e.object in drawn]
    from_plans = [one for one in citing if one[2] in drawn]
    drawing = _drawing(snapshot, document, drawn, shown, from_plans)
    return LadderView(drawing, legend(edges), rows, len(chain) - len(drawn))


def _near(above: list[str], below: list[str]) -> list[str]:
    """One from above, one from below, and so on: of a long chain both ends are seen, and a circle counts once."""
    pairs = zip_longest(above, below)
    return list(dict.fromkeys(i for pair in pairs for i in pair if i))


def _drawing(
    snapshot: SiteSnapshot,
    document: Document,
    chain: dict[str, None],
    edges: list[Edge],
    citing: list[tuple[Plan, Section, str]],
) -> Drawing:
    rungs: dict[str, list[Node]] = {}
    for i in sorted(chain, key=lambda i: (rank(snapshot.corpus, snapshot.corpus.documents[i])[4], i)):
        look = "kb-n-self" if i == document.id else ""
        rungs.setdefault(_rung(snapshot, snapshot.corpus.documents[i]), []).append(node(snapshot, i, look))
    ordered = [Rung(label, tuple(rungs[label])) for label in _RUNGS if label in rungs]
    plans = {f"{plan.id}#{section.id}": (plan, section) for plan, section, _ in citing}
    if plans:
        ordered.append(Rung("Kế hoạch", tuple(_section(key, *found) for key, found in plans.items())))
    lines = arrows(edges) + [Arrow(f"{p.id}#{s.id}", cited, "viện dẫn", "can-cu") for p, s, cited in citing]
    name = snapshot.link(document.id).text
    told = f"{len(chain)} văn bản, {len(plans)} mục của kế hoạch; ghi từng bậc ở dưới."
    return draw_ladder("thang-can-cu", f"Thang căn cứ của {name}", told, ordered, lines)


def _section(key: str, plan: Plan, section: Section) -> Node:
    name = section_name(section)
    where = paragraph_address(plan, section.paragraphs[0].id)
    return Node(key, _capital(name), _capital(plan_name(plan)), where, "kb-n-plan", name)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _rung(snapshot: SiteSnapshot, document: Document) -> str:
    level, party, body, *_ = rank(snapshot.corpus, document)
    if level:
        return _RUNGS[min(level + 3, len(_RUNGS) - 1)]
    return _PARTY if party == 0 else {0: _ASSEMBLY, 1: _ASSEMBLY, 2: _GOVERNMENT, 3: _GOVERNMENT}.get(body, _MINISTRIES)


def _climb(snapshot: SiteSnapshot, *starts: str, up: bool) -> list[str]:
    """Documents that these rest on, or that rest on them, near ones first."""
    graph, found, waiting = snapshot.corpus.graph, dict.fromkeys(starts), list(starts)
    while waiting:
        current = waiting.pop(0)
        for edge in graph.out(current) if up else graph.into(current):
            other = edge.object if up else edge.subject
            if edge.kind in RESTING and other not in found and other in snapshot.corpus.documents:
                found[other] = None
                waiting.append(other)
    return list(found)[len(starts) :]


def _leading(snapshot: SiteSnapshot, below: list[str], cited: set[str]) -> list[str]:
    """Of what rests on a document, that which is cited or leads on to something cited."""
    leading = {*cited, *_climb(snapshot, *sorted(cited), up=True)}
    return [i for i in below if i in leading]


def _citing(snapshot: SiteSnapshot, ids: set[str]) -> Iterator[tuple[Plan, Section, str]]:
    """(plan, section, the document of `ids` that it cites), each once."""
    for plan in snapshot.corpus.plans.values():
        places = {p.id: section for section in plan.sections for p in section.paragraphs}
        found = [(places[m.paragraph].id, m.target) for m in snapshot.mentions(plan) if m.target in ids]
        found += [(section.id, i) for section in plan.sections for i in section.implied if i in ids]
        sections = {section.id: section for section in plan.sections}
        yield from ((plan, sections[where], str(target)) for where, target in dict.fromkeys(found))


def _cited(snapshot: SiteSnapshot, citing: list[tuple[Plan, Section, str]]) -> Iterator[EdgeRow]:
    for plan, section, cited in citing:
        name = f"{section_name(section)}, {plan_name(plan)}"
        where = Hyperlink(_capital(name), paragraph_address(plan, section.paragraphs[0].id))
        yield EdgeRow(where, "viện dẫn", snapshot.link(cited))
