"""Ghi số thay cho mã, trong khi kho đã có bản ghi của văn bản ấy.

Vì sao: số chỉ giữ chỗ cho tới khi có bản ghi; để số thì trang không dẫn tới văn bản, và quan hệ không tính được chiều
ngược.

Ví dụ sai:

    # documents/tt-2.yaml
    numbered_relations:
      - {kind: can_cu, to_number: 01/2020/TT-BA, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import look_up
from kb.errors import UnknownRecord
from kb.language.dates import PartialDate
from kb.model import Document, Record
from kb.model.vocabulary import RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL10"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for index, relation in enumerate(document.numbered_relations):
            # A shared number is that of a record by its nature: there the day tells whether it is the same document.
            any_day = relation.kind is not RelationKind.TRUNG_SO
            held = _held(corpus, relation.to_number, relation.to_issued, any_day=any_day)
            if held and held.id != document.id:
                yield _problem(corpus, document, ("numbered_relations", index), relation.to_number, held, "to")
        for index, event in enumerate(document.events):
            if event.by_number and (held := _held(corpus, event.by_number, PartialDate.UNKNOWN, any_day=True)):
                yield _problem(corpus, document, ("events", index), event.by_number, held, "by")


def _held(corpus: Corpus, number: str, issued: PartialDate, *, any_day: bool) -> Record | None:
    """The only document of this number, or the one of its day; None where the corpus holds none."""
    try:
        found = [record for record in look_up(corpus, number) if record.id in corpus.documents]
    except UnknownRecord:
        return None
    if issued.is_known:
        return next((record for record in found if record.issued == issued), None)
    return found[0] if any_day and len(found) == 1 else None


def _problem(
    corpus: Corpus, document: Document, path: tuple[str | int, ...], number: str, held: Record, field: str
) -> Problem:
    return Problem(
        corpus.mark(document.id, path),
        CODE,
        f"số {number} là của bản ghi “{held.id}”",
        f"ghi {field}: {held.id} thay cho số" + (", ở trường relations" if field == "to" else ""),
    )
