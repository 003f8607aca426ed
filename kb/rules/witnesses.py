"""Every stated fact names where it was read and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus import Corpus
from kb.model import UNKNOWN, Document, Observance, Plan, Programme, Sourced, Witnessed
from kb.problem import Problem
from kb.source import Path_
from kb.vocabulary import Sureness


def check(corpus: Corpus) -> Iterator[Problem]:
    """WIT01 no witness, WIT02 unknown source, WIT03 no source, WIT04 no such field, WIT05 unused source."""
    for record in corpus.records.values():
        if isinstance(record, Sourced):
            yield from _fields(corpus, record)
            yield from _sources(corpus, record)


def _fields(corpus: Corpus, record: Sourced) -> Iterator[Problem]:
    named = {fact for witness in record.witnesses for fact in witness.facts}
    for field in sorted(record.witnessed - named):
        if getattr(record, field) not in (None, UNKNOWN, (), ""):
            yield Problem(
                corpus.mark(record.id, (field,)),
                "WIT01",
                f"trường “{field}” chưa có nguồn chứng thực",
                f"thêm vào witnesses một mục có facts: [{field}], hoặc ghi unknown",
            )
    for index, witness in enumerate(record.witnesses):
        for fact in witness.facts:
            if fact not in type(record).model_fields:
                yield Problem(
                    corpus.mark(record.id, ("witnesses", index, "facts")),
                    "WIT04",
                    f"“{fact}” không phải tên trường",
                    "ghi đúng tên trường của bản ghi",
                )


def _sources(corpus: Corpus, record: Sourced) -> Iterator[Problem]:
    known = {source.id for source in record.sources}
    used: set[str] = set()
    for path, witnessed in stated(record):
        used |= set(witnessed.sources)
        for name in witnessed.sources:
            if name not in known:
                yield Problem(
                    corpus.mark(record.id, (*path, "sources")),
                    "WIT02",
                    f"không có nguồn “{name}” trong sources của tệp",
                    "thêm nguồn, hoặc sửa tên tắt",
                )
        if not witnessed.sources and witnessed.sure is not Sureness.INFERRED:
            yield Problem(
                corpus.mark(record.id, path),
                "WIT03",
                "dữ kiện không ghi nguồn",
                "thêm sources; chỉ dữ kiện suy ra (inferred) mới được để trống",
            )
    for index, source in enumerate(record.sources):
        if source.id not in used:
            yield Problem(
                corpus.mark(record.id, ("sources", index)),
                "WIT05",
                f"nguồn “{source.id}” không chứng thực dữ kiện nào",
                "bỏ nguồn, hoặc dẫn nó ở dữ kiện đã đọc",
            )


def stated(record: Sourced) -> Iterator[tuple[Path_, Witnessed]]:
    """Everything in a record that carries a witness of its own, with its place."""
    groups: list[tuple[str, tuple[Witnessed, ...]]] = [("witnesses", record.witnesses)]
    if isinstance(record, (Document, Programme)):
        groups.append(("events", record.events))
    if isinstance(record, Document):
        groups.append(("relations", record.relations))
    if isinstance(record, (Programme, Observance)):
        groups.append(("founding", record.founding))
    groups.append(("remarks", tuple(r for r in getattr(record, "remarks", ()) if isinstance(r, Witnessed))))
    for name, items in groups:
        for index, item in enumerate(items):
            yield (name, index), item
    if isinstance(record, Plan):
        yield ("dated",), record.dated
