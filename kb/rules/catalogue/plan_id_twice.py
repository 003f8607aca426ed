"""Mã mục, mã đoạn của kế hoạch trùng nhau hoặc sai khuôn.

Vì sao: mỗi đoạn có một địa chỉ riêng (ii-1.p2) để dẫn tới; trùng mã thì liên kết dẫn nhầm đoạn.

Ví dụ sai:

    # plans/kh-1.yaml
    sections:
      - {id: i, label: I, paragraphs: [{id: i.p1, text: Một.}, {id: i.p1, text: Hai.}]}

Ví dụ đúng:

    # plans/kh-1.yaml
    sections:
      - {id: i, label: I, paragraphs: [{id: i.p1, text: Một.}, {id: i.p2, text: Hai.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.source import Path_
from kb.model import Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "PLN02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        sections: set[str] = set()
        paragraphs: set[str] = set()
        for number, section in enumerate(plan.sections):
            if section.id in sections:
                mark = corpus.mark(plan.id, ("sections", number, "id"))
                yield Problem(mark, CODE, f"mã mục “{section.id}” dùng hai lần", "đặt mã khác cho một mục")
            sections.add(section.id)
            for index, paragraph in enumerate(section.paragraphs):
                place: Path_ = ("sections", number, "paragraphs", index, "id")
                if paragraph.id in paragraphs or not paragraph.id.startswith(f"{section.id}."):
                    yield Problem(
                        corpus.mark(plan.id, place),
                        CODE,
                        f"mã đoạn “{paragraph.id}” trùng, hoặc không bắt đầu bằng “{section.id}.”",
                        f"đặt mã {section.id}.p{index + 1} nếu chưa dùng",
                    )
                paragraphs.add(paragraph.id)
