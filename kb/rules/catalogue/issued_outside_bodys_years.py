"""Ban hành khi cơ quan chưa thành lập hoặc đã giải thể.

Vì sao: cơ quan chỉ ký văn bản trong những năm nó tồn tại; ngày hoặc mã cơ quan (cơ quan cũ, cơ quan kế tục) bị gõ sai.

Ví dụ sai:

    # bodies/bo-a.yaml
    valid_to: 2015
    witnesses:
      - {facts: [name, valid_to], sure: read, sources: [s1]}
    # documents/tt-1.yaml
    issuers: [bo-a]
    # documents/tt-2.yaml
    number: 02/2014/TT-BA
    events:
      - {kind: issued, date: 2014-01-02, sure: read, sources: [s1]}

Ví dụ đúng:

    # bodies/bo-a.yaml
    valid_to: 2025
    witnesses:
      - {facts: [name, valid_to], sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "BOD01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for index, issuer in enumerate(document.issuers):
            body = corpus.bodies.get(issuer)
            if body is None or not document.issued.is_known:
                continue
            start, end = body.valid_from, body.valid_to
            early = start.is_known and document.issued.last_day < start.first_day
            late = end is not None and end.is_known and document.issued.first_day > end.last_day
            if early or late:
                when = f"thành lập {start.shown}" if early or end is None else f"kết thúc hoạt động {end.shown}"
                heirs = f"; cơ quan kế tục: {', '.join(body.successors)}" if late and body.successors else ""
                yield Problem(
                    corpus.mark(document.id, ("issuers", index)),
                    CODE,
                    f"ban hành {document.issued.shown}, nhưng {body.name} {when}",
                    f"kiểm tra ngày ban hành và mã cơ quan{heirs}",
                )
