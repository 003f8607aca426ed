"""Một liên kết ghi hai lần.

Vì sao: người đọc tưởng có hai bản đăng khác nhau để đối chiếu, mà chỉ có một.

Ví dụ sai:

    # documents/tt-1.yaml
    links: [{label: Bản đăng, url: https://example.vn/a}, {label: Công báo, url: https://example.vn/a}]

Ví dụ đúng:

    # documents/tt-1.yaml
    links: [{label: Bản đăng, url: https://example.vn/a}]
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "LNK03"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        seen: dict[str, str] = {}
        for index, link in enumerate(document.links):
            if link.url in seen:
                yield Problem(
                    corpus.mark(document.id, ("links", index, "url")),
                    CODE,
                    f"địa chỉ của “{link.label}” trùng với “{seen[link.url]}”",
                    "giữ một liên kết",
                )
            seen[link.url] = link.label
