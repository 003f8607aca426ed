"""The parts of a record's page: which it has, in the order of the page, what is known and what is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.model.kinds import DOCUMENT
from kb.model.vocabulary import RelationKind
from kb.views.facts import Fact
from kb.views.wording import UNKNOWN_SHOWN

HEADINGS = {
    "tom-tat": "Nội dung chính",
    "ap-dung": "Đối tượng áp dụng",
    "phai-lam": "Trách nhiệm, nhiệm vụ",
    "quan-he": "Quan hệ với văn bản khác",
    "da-ban-hanh": "Văn bản đã ban hành",
    "vien-dan-tai": "Kế hoạch nhắc tới tại",
    "noi-dung": "Toàn văn",
    "cac-dieu": "Các điều trong thư viện pháp điển",
    "luu-y": "Lưu ý",
    "hinh": "Hình",
    "du-kien": "Dữ kiện và nguồn",
}
"""Anchor and heading of every part, in the order of the page of a document."""
_FIRST = (
    RelationKind.THAY_THE,
    RelationKind.BAI_BO,
    RelationKind.KE_TUC,
    RelationKind.TIEP_TUC_THUC_HIEN,
    RelationKind.SUA_DOI_BO_SUNG,
    RelationKind.DINH_CHI,
    RelationKind.DINH_CHINH,
    RelationKind.HOP_NHAT,
)
"""Relations that change what a text is worth, the gravest first."""
_LAST = (RelationKind.LIEN_QUAN, RelationKind.TRUNG_SO)
_ORDER = (*_FIRST, *(kind for kind in RelationKind if kind not in (*_FIRST, *_LAST)), *_LAST)


def order_of(kind: str) -> tuple[str, ...]:
    """The anchors in the order of the page; facts tell what is no document, and stand before its relations."""
    anchors = list(HEADINGS)
    if kind != DOCUMENT.name:
        anchors.remove("du-kien")
        anchors.insert(anchors.index("quan-he"), "du-kien")
    return tuple(anchors)


def relation_order(kind: RelationKind) -> int:
    """Where relations of this kind stand among those of a record."""
    return _ORDER.index(kind)


def is_known(fact: Fact) -> bool:
    """Whether anything but “chưa xác định” is said."""
    return any(value.text != UNKNOWN_SHOWN for value in fact.values)


def unknown_of(
    facts: Iterable[Fact], summary: str, applies_to: str | None, duties: tuple[str, ...] | None
) -> Iterator[str]:
    """What is not known of a record, in words; of a kind that binds nobody (None) nothing is missed."""
    yield from (fact.label.lower() for fact in facts if not is_known(fact))
    if summary == UNKNOWN_SHOWN:
        yield HEADINGS["tom-tat"].lower()
    if applies_to == UNKNOWN_SHOWN:
        yield HEADINGS["ap-dung"].lower()
    if duties == ():
        yield HEADINGS["phai-lam"].lower()
