"""How figures tell relations and statuses apart: by kind of line and by words, not by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from kb.corpus.graph import Edge
from kb.figures.shapes import Arrow, Node
from kb.model import UNKNOWN
from kb.model.vocabulary import RelationKind as Kind
from kb.model.vocabulary import Status
from kb.views.site_snapshot import SiteSnapshot

EDGE_STYLES = {
    "can-cu": ("Căn cứ, dẫn chiếu", (Kind.CAN_CU, Kind.DAN_CHIEU)),
    "thuc-hien": (
        "Hướng dẫn, cụ thể hóa, triển khai",
        (
            Kind.QUY_DINH_CHI_TIET,
            Kind.HUONG_DAN,
            Kind.BAN_HANH_KEM_THEO,
            Kind.TRIEN_KHAI,
            Kind.CU_THE_HOA,
            Kind.TIEP_TUC_THUC_HIEN,
        ),
    ),
    "thay-doi": (
        "Sửa đổi, thay thế, kế tục",
        (
            Kind.THAY_THE,
            Kind.BAI_BO,
            Kind.SUA_DOI_BO_SUNG,
            Kind.KE_TUC,
            Kind.DINH_CHI,
            Kind.DINH_CHINH,
            Kind.HOP_NHAT,
        ),
    ),
    "lien-quan": ("Liên quan, trùng số", (Kind.LIEN_QUAN, Kind.TRUNG_SO)),
}
"""Look of a line -> its words in the legend, and the kinds of relation drawn so."""
STYLE_OF_RELATION = {kind: look for look, (_, kinds) in EDGE_STYLES.items() for kind in kinds}
_ORDER = [kind for _, kinds in EDGE_STYLES.values() for kind in kinds]
_SHORT = {
    Kind.QUY_DINH_CHI_TIET: "quy định chi tiết",
    Kind.TRIEN_KHAI: "triển khai",
    Kind.TIEP_TUC_THUC_HIEN: "tiếp tục",
    Kind.SUA_DOI_BO_SUNG: "sửa đổi",
    Kind.TRUNG_SO: "trùng số",
    Kind.BAN_HANH_KEM_THEO: "kèm theo",
}
"""Words that fit between two layers of a figure, where the label itself does not."""


_BELOW = {Status.AMENDED.value: "Đã sửa đổi, bổ sung"}
"""Labels of statuses that a box has no room for."""


def node(snapshot: SiteSnapshot, record_id: str, look: str = "") -> Node:
    """A record as a box: its short name, its status today, and its page."""
    record, link = snapshot.corpus.records.get(record_id), snapshot.link(record_id)
    badge, title = link.badge, record.title_beside_name if record else ""
    about = title if title != UNKNOWN else ""
    below = _BELOW.get(badge.status, badge.label) if badge else record.kind_label if record else ""
    facets = (("status", badge.status),) if badge else ()
    return Node(record_id, link.text, below, link.href or "", look, about, facets)


def arrows(edges: Iterable[Edge]) -> list[Arrow]:
    """One arrow for each pair of records, all their relations on it; the first kind of `EDGE_STYLES` gives the line."""
    pairs: dict[tuple[str, str], set[Kind]] = {}
    for edge in edges:
        if edge.subject != edge.object:
            pairs.setdefault((edge.subject, edge.object), set()).add(edge.kind)
    return [_arrow(start, end, sorted(kinds, key=_ORDER.index)) for (start, end), kinds in pairs.items()]


def _arrow(start: str, end: str, kinds: list[Kind]) -> Arrow:
    label = ", ".join(_SHORT.get(kind, kind.label.lower()) for kind in kinds[:2])
    return Arrow(start, end, label, STYLE_OF_RELATION[kinds[0]])
