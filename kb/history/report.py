"""Describes a change in Vietnamese, as Markdown for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kb.history.compare import Change
from kb.model import Record


def summary(change: Change) -> str:
    """Markdown: one line that sums the change up, then a list under each heading; without a change, one line."""
    counts = "; ".join(_counts(change))
    lines = [f"**{counts[:1].upper()}{counts[1:]}.**" if counts else "Bản ghi của kho không thay đổi."]
    if change.unread:
        paths = ", ".join(f"`{path}`" for path in change.unread)
        lines += ["", f"Chưa đọc được {paths}: bản ghi ở đó coi như không có."]
    for heading, items in _lists(change).items():
        if items:
            lines += ["", f"### {heading}", "", *(f"- {item}" for item in items)]
    return "\n".join(lines)


def _counts(change: Change) -> Iterator[str]:
    """How many records came, went and changed, and how many statuses and sections of plans that touches."""
    edited = [record for record, _ in change.edited]
    for verb, records in (("thêm", change.added), ("bỏ", change.removed), ("sửa", edited)):
        if records:
            yield _count(verb, records)
    if change.effects:
        yield f"{len(change.effects)} bản ghi đổi tình trạng hiệu lực"
    if change.lost:
        yield f"{len({(plan, label) for plan, label, _ in change.lost})} mục của kế hoạch nay mất căn cứ"


def _lists(change: Change) -> dict[str, list[str]]:
    """The items under each heading, in the order in which they are shown."""
    return {
        "Thêm": [_name(record) for record in change.added],
        "Bỏ": [_name(record) for record in change.removed],
        "Sửa": [f"{_name(record)}: {', '.join(f'`{field}`' for field in fields)}" for record, fields in change.edited],
        "Đổi tình trạng hiệu lực": [f"{safe(n)}: {was.label} → {is_.label}" for n, was, is_ in change.effects],
        "Quan hệ mới": [safe(line) for line in change.related],
        "Quan hệ không còn": [safe(line) for line in change.unrelated],
        "Mục của kế hoạch mất căn cứ": [
            f"{plan}, mục {safe(label)}: {safe(name)}" for plan, label, name in change.lost
        ],
    }


def _count(verb: str, records: Iterable[Record]) -> str:
    """``thêm 2 văn bản, 1 cơ quan, tổ chức``."""
    kinds = Counter(record.kind_label.lower() for record in records)
    return f"{verb} " + ", ".join(f"{count} {kind}" for kind, count in kinds.items())


def _name(record: Record) -> str:
    return f"{safe(record.full_name)} (`{record.id}`)"


def safe(text: str) -> str:
    """Text that Markdown shows as it is: no marks, no HTML, no mention of a user."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~" else "&#64;" if c == "@" else c for c in text)
