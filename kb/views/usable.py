"""Whether a document can still be used, and what to use in its place: the second line of its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.law.cautions import dated_unchecked_ends
from kb.law.effect import Effect
from kb.model import Document
from kb.model.vocabulary import EventKind, RelationKind, Status
from kb.views.instead import Instead, instead_of
from kb.views.site_snapshot import SiteSnapshot

SAID = {
    Status.NOT_YET: "Chưa dùng làm căn cứ được",
    Status.IN_FORCE: "Còn dùng làm căn cứ được",
    Status.AMENDED: "Còn dùng làm căn cứ được, phải xem kèm văn bản sửa đổi, bổ sung",
    Status.PRESUMED: "Có thể dùng làm căn cứ, cần kiểm tra lại trước khi viện dẫn",
    Status.ENDED: "Không còn dùng làm căn cứ được",
    Status.SUSPENDED: "Đang ngưng hiệu lực, không dùng làm căn cứ được",
    Status.RUNNING: "Còn dùng làm căn cứ được, trong giai đoạn thực hiện",
    Status.PHASE_OVER: "Giai đoạn thực hiện đã hết, không dùng làm căn cứ cho việc mới",
    Status.CONCLUDED: "Đã tổng kết, chưa rõ còn dùng làm căn cứ được hay không",
    Status.UNKNOWN: "Chưa rõ còn dùng làm căn cứ được hay không",
}
"""What a status means to who wants to rest on the text."""


@dataclass(frozen=True)
class Usable:
    """`said` of the day of the snapshot; `turns` says it of every day, as (from this ISO day, sentence)."""

    said: str
    turns: tuple[tuple[str, str], ...]
    instead: tuple[Instead, ...]


def usable(snapshot: SiteSnapshot, document: Document) -> Usable:
    """The answer for a document, from its statuses and its relations."""
    instead = tuple(instead_of(snapshot, document))
    spans = snapshot.periods(document)
    turns = tuple((s.start.isoformat() if s.start else "", _said(snapshot, document, s.effect, instead)) for s in spans)
    return Usable(_said(snapshot, document, snapshot.effect(document), instead), turns, instead)


def _said(snapshot: SiteSnapshot, document: Document, effect: Effect, instead: tuple[Instead, ...]) -> str:
    parts = [SAID[effect.status]]
    if not (instead or dated_unchecked_ends(snapshot.corpus, document)):
        parts.append("chưa ghi nhận văn bản thay thế")
    if not effect.status.lapsed:
        parts += _continued(snapshot, document)
    if effect.status is Status.AMENDED:
        parts += _amending(snapshot, document)
    return "; ".join(parts) + "."


def _continued(snapshot: SiteSnapshot, document: Document) -> Iterator[str]:
    """The documents that order it to be carried on."""
    for edge in snapshot.corpus.graph.into(document.id):
        order = snapshot.corpus.documents.get(edge.subject)
        if order and edge.kind is RelationKind.TIEP_TUC_THUC_HIEN:
            year = f" ({order.issued.year})" if order.issued.is_known else ""
            yield f"{order.short_name}{year} yêu cầu tiếp tục thực hiện"


def _amending(snapshot: SiteSnapshot, document: Document) -> Iterator[str]:
    """The documents that amended it."""
    causes = (event.by for event in document.events if event.kind is EventKind.AMENDED and event.by)
    found = [snapshot.corpus.documents[i].short_name for i in dict.fromkeys(causes) if i in snapshot.corpus.documents]
    if found:
        yield f"sửa đổi, bổ sung bởi {', '.join(found)}"
