"""Writes `links.yaml`, the result of the last check of links."""

from __future__ import annotations

import os
from typing import Any

from kb.corpus.canonical import dump
from kb.corpus.corpus import Corpus
from kb.corpus.link_status import FILE, LinkAnswer, read_link_status
from kb.upkeep.links import naming

_HEAD = """\
# Kết quả lần kiểm tra liên kết gần nhất, do `kb links --check` ghi.
# Sửa tay chỉ ở suppressed: liên kết báo hỏng mà vẫn giữ, kèm lý do ở because.
"""


def update(corpus: Corpus, results: dict[str, LinkAnswer]) -> None:
    """Merge new results into the file; drop addresses that no file names; keep the suppressed ones."""
    link_status, named = read_link_status(corpus.root), naming(corpus)
    checked = {url: seen for url, seen in (link_status.checked | results).items() if url in named}
    value: dict[str, Any] = {"checked": [_row(url, seen) for url, seen in sorted(checked.items())]}
    if link_status.suppressed:
        value["suppressed"] = [{"url": url, "because": why} for url, why in sorted(link_status.suppressed.items())]
    path = corpus.root / FILE
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_text(_HEAD + dump(value), "utf-8")
    aside.replace(path)


def _row(url: str, seen: LinkAnswer) -> dict[str, str]:
    row = {"url": url, "day": seen.day, "ok": "yes" if seen.ok else "no", "why": seen.why, "since": seen.since}
    return {key: text for key, text in row.items() if text}
