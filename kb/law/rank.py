"""The order of legal bases: rank of the issuing body and type, then day of issue.

State ranks follow Luật Ban hành văn bản quy phạm pháp luật (the list of the system of legal documents); the
Party's documents stand before the state's at each level, as mass organisations and Party bodies write them.
"""

from __future__ import annotations

import re

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.model import Document
from kb.model.vocabulary import DocumentType, Level

_CENTRAL = ("quoc-hoi", "uy-ban-thuong-vu-quoc-hoi", "chinh-phu", "thu-tuong-chinh-phu")
_PARTY = ("dang-cong-san-viet-nam", "bch-trung-uong", "bo-chinh-tri", "ban-bi-thu")
"""The Congress, the Central Committee, the Political Bureau, the Secretariat (Điều lệ Đảng, Điều 9, 17, 18)."""
_LEVELS = {Level.CENTRAL: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}
_NORMATIVE = (
    DocumentType.LUAT,
    DocumentType.PHAP_LENH,
    DocumentType.NGHI_QUYET,
    DocumentType.NGHI_DINH,
    DocumentType.QUYET_DINH,
    DocumentType.THONG_TU_LIEN_TICH,
    DocumentType.THONG_TU,
)
_TYPES = (*_NORMATIVE, *(t for t in DocumentType if t not in _NORMATIVE))


def rank(corpus: Corpus, document: Document) -> tuple[int, int, int, int, PartialDate]:
    """A sort key: level, Party before state, body, type, then date (unknown dates last)."""
    bodies = [corpus.bodies[i] for i in document.issuers if i in corpus.bodies]
    level = min((_LEVELS.get(body.level, 4) for body in bodies), default=4)
    order = _PARTY if is_party(document) else _CENTRAL
    body = min((order.index(i) for i in document.issuers if i in order), default=len(order))
    return level, 0 if is_party(document) else 1, body, _TYPES.index(document.type), document.issued


def is_party(document: Document) -> bool:
    """Whether the number has the Party's form, hyphen before the type: ``51-NQ/TW``."""
    return bool(re.match(r"\d+[a-z]?-", document.number))
