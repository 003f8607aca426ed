"""Facets of a record as terms: what results are filtered by and counted by.

A facet term is ``=name:value`` NUL ``Label``: the value folded, the label as it is shown. What a value is also
called (a body's id and abbreviations) is a term ``~name:value``, by which it is found but not counted.
"""

from __future__ import annotations

from functools import lru_cache

from kb.language.fold import folded, syllables

NAMES = {
    "kind": "Loại nội dung",
    "type": "Thể loại",
    "issuer": "Cơ quan",
    "year": "Năm",
    "status": "Tình trạng",
    "topic": "Chủ đề",
}
"""Facet -> what it is called, in the order in which facets are shown."""
WORDS = {
    "loai": ("type", "kind"),
    "co-quan": ("issuer",),
    "nam": ("year",),
    "tinh-trang": ("status",),
    "chu-de": ("topic",),
}
"""Field words of a query, folded -> the facets they look in."""


@lru_cache(maxsize=20_000)  # records share their values
def plain(text: str) -> str:
    """A value as it is compared: ``con_hieu_luc``, ``Còn hiệu lực`` and ``còn-hiệu-lực`` are one."""
    return folded(" ".join(syllables(text.replace("_", " ").replace("-", " "))))
