"""The articles that a question means, or why there are none: what the library holds of the document is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kb.errors import UnknownRecord
from kb.language.fold import composed
from kb.library.code_asked import articles_of_code, code_asked
from kb.library.document_asked import DocumentAsked, not_held
from kb.library.holdings import articles_held
from kb.library.lookup import HeldDocument, Library, Pointer
from kb.library.missing_parts import missing_parts
from kb.library.provision_asked import ProvisionAsked, provision_asked
from kb.library.typed import DocumentsAsked, typed_by_keys

MOST_NAMED = 10
"""Missing articles that are named."""


@dataclass(frozen=True)
class AnsweredArticles:
    """The places of articles, each with what it lacks of what was asked for; `said` is told of them all."""

    articles: dict[Pointer, tuple[str, ...]] = field(default_factory=dict)
    said: tuple[str, ...] = ()


def answered(library: Library, documents: DocumentsAsked, text: str) -> AnsweredArticles | None:
    """The articles that a text means; None where it names no provision.

    Raises UnknownRecord, with what the library has, where it does not hold what is asked for.
    """
    if found := _coded(library, " ".join(composed(text).split())):
        return AnsweredArticles(dict.fromkeys(found, ()))
    asked = provision_asked(text)
    if asked:
        return _of_provision(library, documents, text, asked)
    meant = typed_by_keys(text)
    asked = provision_asked(meant) if meant != text else None
    answer = _of_provision(library, documents, meant, asked) if asked else None
    return replace(answer, said=(f"gõ “{text}”, đọc là “{meant}”", *answer.said)) if answer else None


def _coded(library: Library, text: str) -> list[Pointer]:
    """By the id or the code of an article. Raises UnknownRecord for a code that the library does not have."""
    code = code_asked(text)
    if code is None:
        return library.pointers(text)
    found = articles_of_code(library, code)
    if not found:
        raise UnknownRecord(f"thư viện trên máy này không có điều mang mã {code} của Bộ pháp điển")
    return found


def _of_provision(
    library: Library, documents: DocumentsAsked, text: str, asked: ProvisionAsked
) -> AnsweredArticles | None:
    if not asked.document:
        raise UnknownRecord("điều, khoản của văn bản nào? hãy ghi thêm tên hoặc số, ký hiệu của văn bản")
    meant = documents.of(asked.document)
    if not meant.is_known:
        if documents.of(text).is_known:  # the words of a title, which end with a provision of another document
            return None
        raise UnknownRecord("; ".join(meant.told) or documents.unknown(asked.document))
    if not meant.held:
        raise UnknownRecord(not_held(library, meant.known))
    holdings = "; ".join(articles_held(library, held) for held in meant.held)
    if not asked.articles:
        named = f"không in cả {asked.larger}" if asked.larger else "khoản, điểm của điều nào?"
        raise UnknownRecord(f"{named}; hãy hỏi từng điều: thư viện có {holdings}")
    return _of_documents(library, asked, meant)


def _of_documents(library: Library, asked: ProvisionAsked, meant: DocumentAsked) -> AnsweredArticles:
    """The articles of each document meant; raises UnknownRecord where none has any."""
    found: dict[Pointer, tuple[str, ...]] = {}
    for held in meant.held:
        found |= dict(_of_document(library, held, asked.articles))
    missing = [line for held in meant.held for line in _missing(library, held, asked.articles)]
    if not found:
        raise UnknownRecord("; ".join((*meant.said, *missing)))
    return AnsweredArticles(found, (*meant.said, *missing))


def _of_document(
    library: Library, held: HeldDocument, asked: dict[str, tuple[str, ...]]
) -> Iterator[tuple[Pointer, tuple[str, ...]]]:
    for article, parts in asked.items():
        places = held.pointers.get(article, [])
        lacking = tuple(missing_parts(library, places, article, parts)) if places else ()
        yield from ((place, lacking) for place in places)


def _missing(library: Library, held: HeldDocument, asked: Iterable[str]) -> Iterator[str]:
    missing = [article for article in asked if article not in held.pointers]
    if missing:
        named = ", ".join(missing[:MOST_NAMED]) + (" …" if len(missing) > MOST_NAMED else "")
        yield f"thư viện có {articles_held(library, held)}, không có Điều {named}"
