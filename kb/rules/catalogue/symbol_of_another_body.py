"""Ký hiệu trong số là của cơ quan khác cơ quan ban hành.

Vì sao: phần cuối ký hiệu là chữ viết tắt của cơ quan ban hành; khác nhau thì số hoặc cơ quan bị gõ sai.

Ví dụ sai:

    # bodies/bo-b.yaml
    abbreviations: [BB]
    # documents/tt-1.yaml
    number: 01/2020/TT-BB

Ví dụ đúng:

    # bodies/bo-b.yaml
    abbreviations: [BB]
    # documents/tt-1.yaml
    number: 01/2020/TT-BA
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of, owners
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "NUM04"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        number = number_of(document)
        named = {group: owners(corpus, group) for group in number.groups[1:]} if number else {}
        bodies = set().union(*named.values()) if named else set()
        if bodies and not bodies & _near(corpus, document):
            yield Problem(
                corpus.mark(document.id, ("number",)),
                CODE,
                f"số “{document.number}” mang ký hiệu của {', '.join(sorted(bodies))}, "
                f"cơ quan ban hành ghi là {', '.join(document.issuers)}",
                "sửa số hoặc issuers; nếu cơ quan ban hành dùng ký hiệu này thì thêm vào abbreviations của cơ quan",
            )


def _near(corpus: Corpus, document: Document) -> set[str]:
    """The issuers, the bodies above them and the units below: a unit may number for its ministry."""
    own = set(document.issuers)
    above = {corpus.bodies[i].parent or "" for i in own if i in corpus.bodies}
    below = {body.id for body in corpus.bodies.values() if body.parent in own}
    return own | above | below
