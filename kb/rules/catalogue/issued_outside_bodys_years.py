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
from kb.language.dates import PartialDate
from kb.model import Body, Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "BOD01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        issued = document.issued
        for index, issuer in enumerate(document.issuers):
            body = corpus.bodies.get(issuer)
            if body is None or not issued.is_known:
                continue
            early, late = _is_before(issued, body.valid_from), _is_before(body.valid_to, issued)
            if early or late:
                yield Problem(
                    corpus.mark(document.id, ("issuers", index)),
                    CODE,
                    f"ban hành {issued.shown}, nhưng {body.name} {_limit(body, early)}",
                    f"kiểm tra ngày ban hành và mã cơ quan{_heirs(body) if late else ''}",
                )


def _is_before(one: PartialDate | None, other: PartialDate) -> bool:
    """Whether the one date is surely before the other."""
    return one is not None and one.is_known and other.is_known and one.last_day < other.first_day


def _limit(body: Body, early: bool) -> str:
    if early or body.valid_to is None:
        return f"thành lập {body.valid_from.shown}"
    return f"kết thúc hoạt động {body.valid_to.shown}"


def _heirs(body: Body) -> str:
    return f"; cơ quan kế tục: {', '.join(body.successors)}" if body.successors else ""
