"""Viện dẫn trong kế hoạch không chỉ được đúng một bản ghi.

Vì sao: người đọc bấm vào viện dẫn phải tới đúng văn bản; nơi nào máy không chắc thì người biên tập chỉ rõ.
Chỉ xét khi tệp kế hoạch nằm trong các tệp được kiểm tra; không nêu tệp nào thì cả kho được xét.

Ví dụ sai:

    # plans/kh-1.yaml
    sections:
      - {id: i, label: I, paragraphs: [{id: i.p1, text: Căn cứ Thông tư số 77/2019/TT-BA.}]}

Ví dụ đúng:

    # plans/kh-1.yaml
    sections:
      - {id: i, label: I, paragraphs: [{id: i.p1, text: Căn cứ Thông tư số 01/2020/TT-BA.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "PLN05"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        from kb.citation.annotate import annotate_plan  # its word lists take time, and most files checked are no plans

        places = {
            p.id: ("sections", s, "paragraphs", i, "text")
            for s, section in enumerate(plan.sections)
            for i, p in enumerate(section.paragraphs)
        }
        for mention in annotate_plan(corpus, plan):
            if mention.target is None:
                several = f"nhiều bản ghi cùng khớp: {', '.join(mention.candidates)}"
                yield Problem(
                    corpus.mark(plan.id, places[mention.paragraph]),
                    CODE,
                    f"viện dẫn “{mention.surface}” ở đoạn {mention.paragraph}: "
                    f"{several if mention.candidates else 'không có trong kho'}",
                    "thêm văn bản vào kho, thêm cited_as, hoặc ghim ở links",
                )
