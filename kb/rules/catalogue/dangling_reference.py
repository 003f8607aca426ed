"""Nhắc tới mã không có trong kho.

Vì sao: liên kết trên trang sẽ dẫn tới chỗ trống, và quan hệ không tính được chiều ngược.

Ví dụ sai:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-0, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from kb.corpus.corpus import Corpus
from kb.corpus.references import kinds, references
from kb.model import Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REF01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        for path, target, classes in references(record):
            if target not in corpus.records:
                yield Problem(
                    corpus.mark(record.id, path), CODE, f"không có bản ghi “{target}”", _help(corpus, target, classes)
                )


def _help(corpus: Corpus, target: str, classes: tuple[type[Record], ...]) -> str:
    for record in corpus.records.values():
        if target in record.former_ids:
            return f"mã này đã đổi thành {record.id}"
    ids = [record.id for record in corpus.records.values() if isinstance(record, classes)]
    near = get_close_matches(target, ids, 1, 0.8)
    labels = kinds(classes)
    return (
        f"có phải {near[0]}? Nếu không, thêm {labels} này vào kho"
        if near
        else f"sửa mã, hoặc thêm {labels} này vào kho"
    )
