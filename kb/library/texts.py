"""The texts of the library as a review compares them: articles read as provisions, clauses and points."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kb.language.phrases import words_of
from kb.law.provisions import place
from kb.library.article import CodifiedArticle
from kb.library.describing import articles_in_order
from kb.library.lookup import HeldDocument, Library, Pointer
from kb.model import Provision
from kb.model.vocabulary import ProvisionKind
from kb.number.document_number import DocumentNumber
from kb.review.codified import CodifiedText
from kb.review.quotes import ComparedText

if TYPE_CHECKING:
    from kb.importing.structure import ProvisionDraft

_LAST = tuple(map(words_of, ("hiệu lực", "thi hành", "tổ chức thực hiện", "chuyển tiếp", "điều khoản cuối cùng")))
"""What the last article of a document is about."""
KEPT = 64
"""Documents whose provisions are kept while drafts are reviewed."""


class LibraryTexts:
    """What a review asks of a library (`kb.review.codified.CodifiedTexts`)."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._text = lru_cache(maxsize=KEPT)(self._read)

    def numbered(self, number: DocumentNumber, type_name: str, issued: str) -> CodifiedText | None:
        """The text of the one document of a number, a type and an ISO day, either empty for unknown."""
        found = [held for held in self._library.numbered(number) if _is(held, type_name, issued)]
        return self._text(f"#{number}", found[0].issued, found[0].type) if len(found) == 1 else None

    def named(self, name: str, type_name: str, year: str) -> CodifiedText | None:
        """The text of the one law of a name, and of a year where one was typed."""
        found = [h for h in self._library.named(name) if _is(h, type_name, "") and h.issued.startswith(year)]
        return self._text(name, found[0].issued, found[0].type) if len(found) == 1 else None

    def _read(self, asked: str, issued: str, type_name: str) -> CodifiedText:
        library = self._library
        named = library.numbered(DocumentNumber.parse(asked[1:])) if asked[0] == "#" else library.named(asked)
        held = next(one for one in named if (one.issued, one.type) == (issued, type_name))
        pointers = [pointer for _, pointer in articles_in_order(held)]
        witness = library.witness(pointers[0]) if pointers else ""
        return _text_of(held, [library.article(pointer) for pointer in pointers], witness)


def text_of_article(library: Library, pointer: Pointer) -> CodifiedText:
    """One article as it is compared; what else its document has is left open."""
    article = library.article(pointer)
    source = article.source
    held = HeldDocument(source.type, source.number, source.issued)
    return replace(_text_of(held, [article], library.witness(pointer)), whole=False)


def _text_of(held: HeldDocument, articles: list[CodifiedArticle], witness: str) -> CodifiedText:
    """The articles of a document, in their order, as they are compared."""
    provisions = [part for article in articles for part in _provisions(article)]
    title = next((article.source.title for article in articles if article.source.title), "")
    name = articles[0].source.name if articles else held.number
    amended = frozenset(article.source.article for article in articles if article.source.changes)
    return CodifiedText(ComparedText(name, title, tuple(place(provisions))), witness, _is_whole(articles), amended)


def _is(held: HeldDocument, type_name: str, issued: str) -> bool:
    laws = {held.type, type_name} <= {"Luật", "Bộ luật"}
    right_type = not type_name or held.type == type_name or laws
    return right_type and (not issued or not held.issued or held.issued == issued)


def _provisions(article: CodifiedArticle) -> list[Provision]:
    """An article with its clauses and points, by the marks at the head of its paragraphs.

    Other marks, of an annex or of an article that is quoted, are text of the article in which they stand.
    """
    # The import brings the writers of YAML, which most drafts never need: the corpus holds what they cite.
    from kb.importing.blocks import lines_of
    from kb.importing.structure import structure

    text = f"Điều {article.source.article}. {article.heading}\n{article.text}"
    found: list[ProvisionDraft] = []
    for piece in structure(lines_of(text)):
        if not found or piece.kind in (ProvisionKind.KHOAN, ProvisionKind.DIEM):
            found.append(piece)
        else:
            found[-1].text += [f"{piece.kind.label} {piece.number}. {piece.heading}".strip(), *piece.text]
    return [piece.provision() for piece in found]


def _is_whole(articles: list[CodifiedArticle]) -> bool:
    """Whether the articles are counted without a gap from the first on, and the last is about what last ones are."""
    numbers = [int(article.source.article) for article in articles if article.source.article.isdigit()]
    if not numbers or sorted(set(numbers)) != list(range(1, max(numbers) + 1)):
        return False
    words = f" {' '.join(words_of(articles[-1].heading))} "
    return any(f" {' '.join(last)} " in words for last in _LAST)
