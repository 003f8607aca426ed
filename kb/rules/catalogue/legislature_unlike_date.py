"""Khóa Quốc hội trong số không khớp năm ban hành.

Vì sao: số của luật, nghị quyết Quốc hội mang khóa (QH14); mỗi khóa có những năm nhất định, gõ nhầm khóa là ra một
văn bản khác. Năm họp của các khóa theo nghị quyết bầu cử; khóa không có trong bảng thì không xét.

Ví dụ sai:

    # documents/luat-1.yaml
    number: 37/2018/QH15
    type: luat
    events:
      - {kind: issued, date: 2018-11-20, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/luat-1.yaml
    number: 37/2018/QH14
    type: luat
    events:
      - {kind: issued, date: 2018-11-20, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document
from kb.number.issuers import LEGISLATURES
from kb.problem import Problem
from kb.rules.rule import each

CODE = "NUM05"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        number = number_of(document)
        last = number.groups[-1].removeprefix("UBTV") if number else ""
        if last not in LEGISLATURES or not document.issued.is_known:
            continue
        first, end = LEGISLATURES[last]
        if not first <= document.issued.first_day.year <= end:
            yield Problem(
                corpus.mark(document.id, ("number",)),
                CODE,
                f"“{last}” trong số “{document.number}” là khóa {first}-{end}, "
                f"văn bản ban hành năm {document.issued.year}",
                "kiểm tra lại khóa và năm trên bản gốc",
            )
