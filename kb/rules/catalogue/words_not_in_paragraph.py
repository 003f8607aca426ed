"""Chữ của nhận xét, liên kết ghim hoặc báo cáo không có trong đoạn.

Vì sao: chỗ được nhắc tìm bằng đúng các chữ ấy; chép lệch một chữ là nhận xét không còn vị trí, liên kết ghim không tới
được.

Ví dụ sai:

    # plans/kh-1.yaml
    links: [{at: i.p1, words: công tác Đoàn, to: bo-a}]

Ví dụ đúng:

    # plans/kh-1.yaml
    links: [{at: i.p1, words: công tác Hội, to: bo-a}]
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.anchors import anchors
from kb.corpus.corpus import Corpus
from kb.model import Anchor, Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "PLN04"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        from kb.citation.annotate import locate_each  # its word lists take time, and most files checked are no plans

        found = list(anchors(plan))
        paragraphs = {paragraph.id: paragraph for _, _, paragraph in found if paragraph}
        pinned: dict[str, list[Anchor]] = {at: [] for at in paragraphs}
        for _, anchor, paragraph in found:
            if paragraph:
                pinned[paragraph.id].append(anchor)
        places = {at: iter(locate_each(paragraphs[at], own)) for at, own in pinned.items()}
        for path, anchor, paragraph in found:
            if paragraph and next(places[paragraph.id]) is None:
                yield Problem(
                    corpus.mark(plan.id, (*path, "words")),
                    CODE,
                    f"không thấy “{anchor.words[:60]}” (lần {anchor.occurrence}) trong đoạn {anchor.at}",
                    "chép đúng từng chữ trong đoạn, kể cả dấu cách",
                )
