"""Text that looks right but is not: decomposed letters and stray control characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kb.corpus import Corpus
from kb.model import Plan
from kb.problem import Problem
from kb.source import Path_


def check(corpus: Corpus) -> Iterator[Problem]:
    """UNI01 not NFC, UNI02 control character. A plan's own text is kept to the letter, so it is exempt."""
    for record in corpus.records.values():
        if isinstance(record, Plan):
            continue
        for path, text in _texts(corpus.sourced[record.id].value, ()):
            if not unicodedata.is_normalized("NFC", text):
                yield Problem(
                    corpus.mark(record.id, path),
                    "UNI01",
                    "chữ có dấu ở dạng rời (không phải NFC)",
                    "gõ lại bằng bảng mã Unicode dựng sẵn",
                )
            if any(unicodedata.category(c) in ("Cc", "Cf") and c not in "\n\t" for c in text):
                yield Problem(
                    corpus.mark(record.id, path), "UNI02", "có ký tự điều khiển hoặc ký tự ẩn", "xóa và gõ lại"
                )


def _texts(value: object, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
