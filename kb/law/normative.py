"""Which texts take effect on a day of their own (văn bản quy phạm pháp luật), and which with their issue."""

from __future__ import annotations

from kb.law.issue_year import year_of_number
from kb.law.rank import is_party
from kb.model import Document
from kb.model.vocabulary import DocumentType

_ALWAYS = frozenset(
    {
        DocumentType.LUAT,
        DocumentType.PHAP_LENH,
        DocumentType.NGHI_DINH,
        DocumentType.THONG_TU,
        DocumentType.THONG_TU_LIEN_TICH,
    }
)
_WITH_YEAR = frozenset({DocumentType.NGHI_QUYET, DocumentType.QUYET_DINH, DocumentType.CHI_THI})


def is_normative(document: Document) -> bool:
    """Whether the text is normative, so that its own clause says from when it holds.

    Laws, ordinances, decrees and circulars are; resolutions, decisions and directives of the State where their number
    bears the year, as only those of normative texts do (Nghị định 34/2016/NĐ-CP, Điều 58).
    """
    if document.type in _ALWAYS:
        return True
    return document.type in _WITH_YEAR and not is_party(document) and year_of_number(document) is not None
