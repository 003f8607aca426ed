"""Liên kết không phải https.

Vì sao: người đọc bấm vào liên kết; nội dung qua http có thể bị sửa trên đường truyền, và nhiều trình duyệt chặn.
Nguồn ở sources thì giữ đúng địa chỉ đã đọc.

Ví dụ sai:

    # documents/tt-1.yaml
    links: [{label: Bản đăng, url: http://example.vn/a}]

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

CODE = "LNK01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for index, link in enumerate(document.links):
            if not link.url.startswith("https://"):
                yield Problem(
                    corpus.mark(document.id, ("links", index, "url")),
                    CODE,
                    f"liên kết “{link.label}” không phải https",
                    "mở thử địa chỉ https của trang; không có thì tìm bản đăng khác",
                )
