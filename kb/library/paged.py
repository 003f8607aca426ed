"""The library as a site has it: which articles a document has, and where on its page each stands."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kb.library.describing import articles_in_order, document_articles, numbered_heading
from kb.library.documents import LibraryPages, library_pages
from kb.library.lookup import Library
from kb.library.store import LibraryStore
from kb.number.document_number import DocumentNumber


class PagedArticles(NamedTuple):
    """The articles of a document: who says so and since when, and the words of each with its slug and anchor."""

    witness: str
    articles: tuple[tuple[str, str, str], ...]


class PagedLibrary:
    """The library of a folder and the pages of its documents. Raises LibraryUnreadable."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder)
        self._store = LibraryStore(folder)

    @cached_property
    def pages(self) -> LibraryPages:
        """The pages of all articles, which takes a second for all of the codified law."""
        return library_pages(self._store)

    def articles_of(self, number: DocumentNumber, issued: str) -> PagedArticles | None:
        """The articles of the document of a number and an ISO day, empty for unknown; None where it holds none."""
        held = document_articles(self.library, number, issued)
        placed = list(articles_in_order(held)) if held else []
        if not placed:
            return None
        rows = []
        for article_number, pointer in placed:
            article = self.library.article(pointer)
            rows.append((numbered_heading(article_number, article.heading), *self.pages.addresses[article.id]))
        return PagedArticles(self.library.witness(placed[0][1]), tuple(rows))
