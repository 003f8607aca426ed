"""Một danh sách nguồn chép nguyên cho các sự kiện khác loại.

Vì sao: nguồn đứng ở dữ kiện nào là đọc được dữ kiện ấy ở đó. Cả danh sách nguồn của tệp chép cho ngày ban hành, ngày có
hiệu lực và lần sửa đổi thì không còn nói dữ kiện nào đọc ở đâu. Hai nguồn cùng ghi hai ngày là chuyện thường; từ ba
nguồn trở lên thì hãy tách ra.

Ví dụ sai:

    # documents/tt-1.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/b, checked: 2026-01-02}
      - {id: s3, where: https://example.vn/c, checked: 2026-01-02}
    events:
      - {kind: issued, date: 2020-01-01, sure: confirmed, sources: [s1, s2, s3]}
      - {kind: in_force, date: 2020-03-01, sure: confirmed, sources: [s1, s2, s3]}

Ví dụ đúng:

    # documents/tt-1.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/b, checked: 2026-01-02}
      - {id: s3, where: https://example.vn/c, checked: 2026-01-02}
    events:
      - {kind: issued, date: 2020-01-01, sure: confirmed, sources: [s1, s2]}
      - {kind: in_force, date: 2020-03-01, sure: read, sources: [s3]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document, Event, Programme
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT11"
FEWEST = 3
"""Sources of a list that is taken to be copied; two may well say both things."""


def check(corpus: Corpus) -> Iterator[Problem]:
    records: tuple[Document | Programme, ...] = (*each(corpus, Document), *each(corpus, Programme))
    for record in records:
        first: dict[frozenset[str], Event] = {}
        for index, event in enumerate(record.events):
            named = frozenset(event.sources)
            if len(named) < FEWEST:
                continue
            other = first.setdefault(named, event)
            if other.kind is not event.kind:
                yield Problem(
                    corpus.mark(record.id, ("events", index, "sources")),
                    CODE,
                    f"“{event.kind.label}” dẫn đúng {len(named)} nguồn của “{other.kind.label}”",
                    "để ở mỗi sự kiện những nguồn đã đọc được chính sự kiện ấy",
                )
