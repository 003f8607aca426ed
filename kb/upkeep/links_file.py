"""Writes `links.yaml`, the result of the last check of links."""

from __future__ import annotations

from typing import Any

from kb.corpus.canonical import dump
from kb.corpus.corpus import Corpus
from kb.corpus.file_text import decode
from kb.corpus.link_status import FILE, LinkAnswer, read_link_status
from kb.corpus.source import parse
from kb.errors import CorpusUnreadable
from kb.files import create_file, replace_file
from kb.upkeep.links import naming

_HEAD = """\
# Kết quả lần kiểm tra liên kết gần nhất, do `kb links --check` ghi.
# Sửa tay chỉ ở suppressed: liên kết báo hỏng mà vẫn giữ, kèm lý do ở because.
"""


def update(corpus: Corpus, results: dict[str, LinkAnswer]) -> None:
    """Merge new results into the file; drop addresses that no file names; keep the suppressed ones.

    Raises CorpusUnreadable where the file that is there cannot be read: its reasons would be lost.
    """
    path = corpus.root / FILE
    before = path.read_bytes() if path.exists() else None
    text = decode(before, FILE)[0] if before else ""
    if text is None or (text and parse(text, FILE)[0] is None):
        raise CorpusUnreadable(f"{path} không đọc được, chưa ghi gì; sửa hoặc xóa tệp ấy rồi chạy lại")
    link_status, named = read_link_status(corpus.root), naming(corpus)
    checked = {url: seen for url, seen in (link_status.checked | results).items() if url in named}
    value: dict[str, Any] = {"checked": [_row(url, seen) for url, seen in sorted(checked.items())]}
    if link_status.suppressed:
        value["suppressed"] = [{"url": url, "because": why} for url, why in sorted(link_status.suppressed.items())]
    after = (_HEAD + dump(value)).encode()
    if before is None:
        create_file(path, after)
    else:
        replace_file(path, after, before)


def _row(url: str, seen: LinkAnswer) -> dict[str, str]:
    row = {"url": url, "day": seen.day, "ok": "yes" if seen.ok else "no", "why": seen.why, "since": seen.since}
    return {key: text for key, text in row.items() if text}
