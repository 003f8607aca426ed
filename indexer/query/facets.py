"""Facets of a record as terms: what results are filtered by and counted by.

A facet term is ``=name:value`` NUL ``Label``: the value folded, the label as it is shown. What a value is also
called (a body's id and abbreviations) is a term ``~name:value``, by which it is found but not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from indexer.analysis import SEPARATOR
from kb.language.fold import folded, syllables

if TYPE_CHECKING:
    from indexer.records.record import IndexRecord

NAMES = {
    "kind": "Loại bản ghi",
    "type": "Thể loại",
    "issuer": "Cơ quan",
    "year": "Năm",
    "status": "Tình trạng",
    "topic": "Chủ đề",
}
"""The facets and what they are called."""
WORDS = {
    "loai": ("type", "kind"),
    "co-quan": ("issuer",),
    "nam": ("year",),
    "tinh-trang": ("status",),
    "chu-de": ("topic",),
}
"""Field words of a query, folded -> the facets they look in."""
KINDS = {
    "document": "Văn bản",
    "paragraph": "Đoạn kế hoạch",
    "programme": "Chương trình, đề án",
    "observance": "Ngày kỷ niệm",
    "body": "Cơ quan",
    "model": "Mô hình",
    "term": "Từ viết tắt",
    "article": "Điều luật",
}
"""What each kind of record is called where kinds are counted."""


def facet_keys(record: IndexRecord) -> Iterator[str]:
    """The lexicon keys of a record's facets."""
    yield from _key("kind", record.kind, KINDS.get(record.kind, record.kind_label))
    if record.type:
        yield from _key("type", record.type, record.kind_label if record.kind == "document" else record.type)
    for label in record.issuers:
        yield f"={_value('issuer', label)}{SEPARATOR}{label}"
    for alias in record.issuer_aliases:
        yield f"~{_value('issuer', alias)}{SEPARATOR}"
    if record.year:
        yield from _key("year", record.year, record.year)
    if record.status:
        yield from _key("status", record.status, record.status_label)
    for label in record.topics:
        yield f"={_value('topic', label)}{SEPARATOR}{label}"


def _key(name: str, identity: str, label: str) -> Iterator[str]:
    """The label is what is counted; the identity finds it too."""
    yield f"={_value(name, label)}{SEPARATOR}{label}"
    if _value(name, identity) != _value(name, label):
        yield f"~{_value(name, identity)}{SEPARATOR}"


def _value(name: str, text: str) -> str:
    return f"{name}:{plain(text)}"


@lru_cache(maxsize=20_000)  # records share their values
def plain(text: str) -> str:
    """A value as it is compared: ``con_hieu_luc``, ``Còn hiệu lực`` and ``còn-hiệu-lực`` are one."""
    return folded(" ".join(syllables(text.replace("_", " ").replace("-", " "))))
