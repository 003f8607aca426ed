"""The names under which tables keep what the register asks for: public data sets of vbpl, sổ công văn, our own.

Compared without marks and signs: ``Số, ký hiệu văn bản`` is ``so_ky_hieu_van_ban``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kb.language.fold import folded

NAMES: Mapping[str, tuple[str, ...]] = {
    "number": (
        "so_ky_hieu", "so_ky_hieu_van_ban", "so_hieu", "so_hieu_van_ban", "so_va_ky_hieu", "number", "document_number",
        "doc_number", "law_number", "ky_hieu",
    ),
    "issued": (
        "ngay_ban_hanh", "ngay_thang_van_ban", "ngay_van_ban", "ngay_thang_nam_van_ban", "ngay_thang", "issued",
        "issued_date", "issue_date", "issuance_date", "promulgation_date", "ngay_ky",
    ),
    "in_force": (
        "ngay_co_hieu_luc", "ngay_hieu_luc", "ngay_bat_dau_hieu_luc", "effective", "effective_date", "in_force",
    ),
    "ended": ("ngay_het_hieu_luc", "ended", "expiry_date", "expired_date", "expiration_date"),
    "issuer": (
        "co_quan_ban_hanh", "noi_ban_hanh", "tac_gia", "co_quan_ban_hanh_van_ban", "issuer", "issuing_authority",
        "issuing_body", "agency",
    ),
    "title": (
        "trich_yeu", "trich_yeu_noi_dung", "ten_loai_va_trich_yeu_noi_dung_van_ban", "ten_loai_va_trich_yeu_noi_dung",
        "trich_yeu_noi_dung_van_ban", "ten_van_ban", "noi_dung", "title", "name",
    ),
    "type": ("loai_van_ban", "the_loai", "loai", "ten_loai", "type", "legal_type", "document_type", "doc_type"),
    "official": ("official_id", "item_id", "itemid", "link", "url", "source_url"),
}  # fmt: skip
"""Our name of a column -> the names that tables give it, the more exact first."""
RELATIONS = frozenset({"number", "kind", "by", "date", "source"})
"""The columns of a table of repeals and amendments in the words of the codified law."""
KNOWN = frozenset({"number", "type", "year", "class"})
"""The columns of a list of numbers without a day."""


def plain(heading: object) -> str:
    """A heading as headings are compared."""
    return re.sub(r"[^a-z0-9]+", "_", folded(str(heading or ""))).strip("_")


def recognised(headings: Iterable[object]) -> dict[str, int]:
    """Our name of each column that is there, and its place; of two columns that could be one, the more exact."""
    places = {plain(heading): place for place, heading in reversed(list(enumerate(headings)))}
    found = {}
    for name, others in NAMES.items():
        place = next((places[other] for other in others if other in places), None)
        if place is not None:
            found[name] = place
    return found


def is_heading(cells: Iterable[object]) -> bool:
    """Whether a row is that of the headings of a table of documents."""
    return {"number", "issued"} <= recognised(cells).keys()
