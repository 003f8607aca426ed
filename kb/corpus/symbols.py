"""What stands in a document's symbol: the type's abbreviation, then the body's."""

from __future__ import annotations

from kb.corpus.corpus import Corpus
from kb.errors import InvalidNumber
from kb.model import UNKNOWN, Document
from kb.model.vocabulary import DocumentType
from kb.number.document_number import DocumentNumber

TYPE_SYMBOLS: dict[DocumentType, tuple[str, ...]] = {
    DocumentType.NGHI_QUYET: ("NQ",),
    DocumentType.NGHI_DINH: ("NĐ",),
    DocumentType.QUYET_DINH: ("QĐ",),
    DocumentType.CHI_THI: ("CT",),
    DocumentType.THONG_TU: ("TT",),
    DocumentType.THONG_TU_LIEN_TICH: ("TTLT",),
    DocumentType.NGHI_QUYET_LIEN_TICH: ("NQLT",),
    DocumentType.KET_LUAN: ("KL",),
    DocumentType.QUY_DINH: ("QĐ", "QyĐ"),
    DocumentType.HUONG_DAN: ("HD",),
    DocumentType.KE_HOACH: ("KH",),
    DocumentType.CHUONG_TRINH: ("CTr",),
    DocumentType.CHUONG_TRINH_HANH_DONG: ("CTr",),
    DocumentType.CHUONG_TRINH_PHOI_HOP: ("CTrPH", "CTr", "CTPH"),
    DocumentType.DE_AN: ("ĐA",),
    DocumentType.DU_AN: ("DA",),
    DocumentType.THONG_BAO: ("TB",),
    DocumentType.THONG_TRI: ("TTr", "TT"),
    DocumentType.BAO_CAO: ("BC",),
    DocumentType.VAN_BAN_HOP_NHAT: ("VBHN",),
}
"""Nghị định 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn 36-HD/VPTW; Thông tư liên tịch by Nghị định 34/2016/NĐ-CP."""

PARTY_SYMBOLS = frozenset({"TW", "TU", "HU", "ĐU", "ĐUK", "BTCTW", "BTGTW", "UBKTTW", "BDVTW", "BNCTW", "VPTW"})
"""Issuers of the Party: the centre, its commissions, and committees of province, district and commune."""

LEGISLATURES = {
    "QH11": (2002, 2007),
    "QH12": (2007, 2011),
    "QH13": (2011, 2016),
    "QH14": (2016, 2021),
    "QH15": (2021, 2026),
}
"""Years of each National Assembly, from its first session to its last."""


def number_of(document: Document) -> DocumentNumber | None:
    """The document's number, or None when it is unknown or unreadable (another rule tells that)."""
    if document.number == UNKNOWN:
        return None
    try:
        return DocumentNumber.parse(document.number)
    except InvalidNumber:
        return None


def owners(corpus: Corpus, group: str) -> set[str]:
    """The bodies that use this group of a symbol as their abbreviation."""
    return {b.id for b in corpus.bodies.values() if group in b.abbreviations}
