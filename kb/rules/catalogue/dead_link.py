"""Liên kết đã hỏng ở lần kiểm tra gần nhất.

Vì sao: liên kết hỏng làm người đọc không xem được bản chính thức. Danh sách do `kb links --check` ghi vào
`links.yaml` ở thư mục kho; liên kết cần giữ thì ghi lý do ở mục `suppressed` của tệp ấy.

Ví dụ sai:

    # links.yaml (cả tệp)
    checked:
      - {url: https://example.vn/hong, day: 2026-01-02, ok: no, why: '404'}
    # documents/tt-1.yaml
    links: [{label: Bản đăng, url: 'https://example.vn/hong'}]

Ví dụ đúng:

    # links.yaml (cả tệp)
    checked:
      - {url: https://example.vn/hong, day: 2026-01-02, ok: no, why: '404'}
    suppressed:
      - {url: https://example.vn/hong, because: 'trang chặn máy tự động, mở bằng trình duyệt vẫn được'}
    # documents/tt-1.yaml
    links: [{label: Bản đăng, url: 'https://example.vn/hong'}]
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.link_status import read_link_status
from kb.language.dates import show_iso
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "LNK02"


def check(corpus: Corpus) -> Iterator[Problem]:
    rot = read_link_status(corpus.root)
    for document in each(corpus, Document):
        for index, link in enumerate(document.links):
            seen = rot.dead(link.url)
            if seen:
                yield Problem(
                    corpus.mark(document.id, ("links", index, "url")),
                    CODE,
                    f"liên kết “{link.label}” hỏng ngày {show_iso(seen.day)}: {seen.why}",
                    "thay bằng bản đăng khác, hoặc ghi lý do giữ lại ở suppressed trong links.yaml",
                )
