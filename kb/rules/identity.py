"""A document is known by number, issuing body and date: no two records may share that key."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus import Corpus
from kb.errors import InvalidNumber
from kb.model import UNKNOWN, Document
from kb.number import DocumentNumber
from kb.problem import Problem
from kb.source import Path_


def check(corpus: Corpus) -> Iterator[Problem]:
    """IDN03 unreadable number, IDN04 two documents with one key, IDN05 a former id in use."""
    seen: dict[tuple[str, tuple[str, ...], str], str] = {}
    for document in corpus.documents.values():
        yield from _numbers(corpus, document)
        if document.number == UNKNOWN:
            continue
        key = (document.number, document.issuers, document.issued)
        if key in seen:
            yield Problem(
                corpus.mark(document.id, ("number",)),
                "IDN04",
                f"số “{document.number}”, cơ quan và ngày trùng với “{seen[key]}”",
                "gộp hai bản ghi, hoặc sửa số, cơ quan, ngày ban hành",
            )
        seen[key] = document.id
    yield from _former_ids(corpus)


def _numbers(corpus: Corpus, document: Document) -> Iterator[Problem]:
    spellings: list[tuple[Path_, str]] = [(("number",), document.number)]
    spellings += [(("number_variants", i), text) for i, text in enumerate(document.number_variants)]
    spellings += [(("cited_as", i), text) for i, text in enumerate(document.cited_as)]
    for path, text in spellings:
        if text == UNKNOWN:
            continue
        try:
            DocumentNumber.parse(text)
        except InvalidNumber:
            yield Problem(
                corpus.mark(document.id, path),
                "IDN03",
                f"“{text}” không phải số, ký hiệu văn bản",
                "viết như trên văn bản, ví dụ 124/2021/TT-BCA, 51-NQ/TW; chưa biết thì ghi unknown",
            )


def _former_ids(corpus: Corpus) -> Iterator[Problem]:
    for record in corpus.records.values():
        for index, former in enumerate(record.former_ids):
            if former in corpus.records:
                yield Problem(
                    corpus.mark(record.id, ("former_ids", index)),
                    "IDN05",
                    f"mã cũ “{former}” đang là mã của bản ghi khác",
                    "bỏ mã cũ này",
                )
