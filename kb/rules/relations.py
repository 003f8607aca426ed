"""Relations that cannot both hold, or that time forbids."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus import Corpus
from kb.effect import cite_name, first_day, last_day, show_date
from kb.graph import relations_of
from kb.model import UNKNOWN, Document
from kb.problem import Problem
from kb.vocabulary import EventKind, RelationKind

_ONE_WAY = set(RelationKind) - {RelationKind.LIEN_QUAN, RelationKind.TRUNG_SO}
_LOOKS_BACK = _ONE_WAY - {RelationKind.DAN_CHIEU, RelationKind.BAN_HANH_KEM_THEO, RelationKind.HUONG_DAN}
"""Kinds whose object must exist before the subject: one cannot rest on, amend or replace a later text."""
_ENDING = {
    EventKind.REPLACED: RelationKind.THAY_THE,
    EventKind.REPEALED: RelationKind.BAI_BO,
    EventKind.AMENDED: RelationKind.SUA_DOI_BO_SUNG,
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """REL01 self, REL02 twice, REL03 both ways, REL04 object later than subject, REL05 event without its relation."""
    for record in corpus.records.values():
        field = "relations" if isinstance(record, Document) else "founding"
        seen: set[tuple[RelationKind, str, str | None]] = set()
        for index, relation in enumerate(relations_of(record)):
            mark = corpus.mark(record.id, (field, index))
            key = (relation.kind, relation.to, relation.provision)
            if relation.to == record.id:
                yield Problem(mark, "REL01", "văn bản có quan hệ với chính nó", "sửa mã ở “to”")
            if key in seen:
                yield Problem(
                    mark, "REL02", f"quan hệ “{relation.kind.label}” với “{relation.to}” ghi hai lần", "bỏ một"
                )
            seen.add(key)
    yield from _both_ways(corpus)
    for document in corpus.documents.values():
        yield from _later(corpus, document)
        yield from _events(corpus, document)


def _both_ways(corpus: Corpus) -> Iterator[Problem]:
    for document in corpus.documents.values():
        for index, relation in enumerate(document.relations):
            back = [e for e in corpus.graph.out(relation.to) if e.object == document.id and e.kind is relation.kind]
            if back:
                both = relation.kind in _ONE_WAY
                yield Problem(
                    corpus.mark(document.id, ("relations", index)),
                    "REL03",
                    f"“{relation.kind.label}” ghi ở cả hai chiều với “{relation.to}”",
                    "hai chiều trái nhau: giữ chiều đúng" if both else "chiều ngược được tính tự động: giữ một chiều",
                )


def _later(corpus: Corpus, document: Document) -> Iterator[Problem]:
    if document.issued == UNKNOWN:
        return
    for index, relation in enumerate(document.relations):
        other = corpus.documents.get(relation.to)
        if other is None or relation.kind not in _LOOKS_BACK or other.issued == UNKNOWN:
            continue
        if first_day(other.issued) > last_day(document.issued):
            yield Problem(
                corpus.mark(document.id, ("relations", index, "to")),
                "REL04",
                f"“{relation.kind.label}” một văn bản ban hành sau: {cite_name(other)} ngày {show_date(other.issued)}",
                "kiểm tra chiều quan hệ và hai ngày ban hành",
            )


def _events(corpus: Corpus, document: Document) -> Iterator[Problem]:
    for index, event in enumerate(document.events):
        kind = _ENDING.get(event.kind)
        if kind and event.by and event.by in corpus.documents:
            if not any(e.object == document.id and e.kind is kind for e in corpus.graph.out(event.by)):
                yield Problem(
                    corpus.mark(document.id, ("events", index)),
                    "REL05",
                    f"“{event.kind.label}” bởi “{event.by}”, nhưng tệp đó không ghi “{kind.label}” văn bản này",
                    f"thêm quan hệ {kind} vào tệp {event.by}.yaml",
                )
