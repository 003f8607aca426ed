"""A change told in plain Vietnamese, as Markdown for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kb.history.compare import Change
from kb.model import Record


def summary(change: Change) -> str:
    """One line that says it all, then a list a heading; without a change, one line."""
    head = [_count("thêm", change.added), _count("bỏ", change.removed), _count("sửa", [r for r, _ in change.edited])]
    if change.effects:
        head.append(f"{len(change.effects)} bản ghi đổi tình trạng hiệu lực")
    if change.lost:
        head.append(f"{len({(plan, label) for plan, label, _ in change.lost})} mục của kế hoạch nay mất căn cứ")
    told = "; ".join(filter(None, head))
    told = told[:1].upper() + told[1:]
    groups = {
        "Thêm": [_name(record) for record in change.added],
        "Bỏ": [_name(record) for record in change.removed],
        "Sửa": [f"{_name(record)}: {', '.join(f'`{field}`' for field in fields)}" for record, fields in change.edited],
        "Đổi tình trạng hiệu lực": [f"{_safe(n)}: {was.label} → {is_.label}" for n, was, is_ in change.effects],
        "Quan hệ mới": [_safe(line) for line in change.related],
        "Quan hệ không còn": [_safe(line) for line in change.unrelated],
        "Mục của kế hoạch mất căn cứ": [
            f"{plan}, mục {_safe(label)}: {_safe(name)}" for plan, label, name in change.lost
        ],
    }
    lines = [f"**{told}.**" if told else "Kho dữ liệu không thay đổi."]
    if change.unread:
        lines += [
            "",
            f"Chưa đọc được {', '.join(f'`{path}`' for path in change.unread)}: bản ghi ở đó coi như không có.",
        ]
    for heading, items in groups.items():
        if items:
            lines += ["", f"### {heading}", "", *(f"- {item}" for item in items)]
    return "\n".join(lines)


def _count(verb: str, records: Iterable[Record]) -> str:
    kinds = Counter(record.kind_label.lower() for record in records)
    return f"{verb} " + ", ".join(f"{count} {kind}" for kind, count in kinds.items()) if kinds else ""


def _name(record: Record) -> str:
    return f"{_safe(record.full_name)} (`{record.id}`)"


def _safe(text: str) -> str:
    """Text that Markdown shows as it is: no marks, no HTML, no mention of a user."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|~" else "&#64;" if c == "@" else c for c in text)
