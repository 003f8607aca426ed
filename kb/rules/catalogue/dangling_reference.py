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
from kb.model import Record, Reference
from kb.model.kinds import alternatives
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REF01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        for named in record.references():
            if named.id not in corpus.records:
                mark = corpus.mark(record.id, named.path)
                yield Problem(mark, CODE, f"không có bản ghi “{named.id}”", _help(corpus, named))


def _help(corpus: Corpus, named: Reference) -> str:
    for record in corpus.records.values():
        if named.id in record.former_ids:
            return f"mã này đã đổi thành {record.id}"
    ids = [record.id for record in corpus.records.values() if record.record_kind in named.kinds]
    near = get_close_matches(named.id, ids, 1, 0.8)
    labels = alternatives(named.kinds)
    return (
        f"có phải {near[0]}? Nếu không, thêm {labels} này vào kho"
        if near
        else f"sửa mã, hoặc thêm {labels} này vào kho"
    )
