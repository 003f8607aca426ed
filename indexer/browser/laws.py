"""The library on the site: its index, and its documents as shards, which one page shows as they are asked for."""

from __future__ import annotations

from pathlib import Path

from indexer.browser.export import export
from indexer.browser.law_rows import law_rows
from indexer.browser.shards import Shards
from kb.library.paged import PagedLibrary
from kb.library.place import INDEX

CALLED = "kbLaw"
"""The function of the page that a document's shard calls: the search of the same page has its own."""


def export_library(library: Path, index: Path, documents: Path, page: str) -> None:
    """Write the index of the library in `library` into `index`, and a shard for each of its documents into `documents`.

    `page` is the address of the page that shows them: ``?luat=`` names the document, ``#`` the article. What stood in
    the folders and is none any more is removed. Raises LibraryUnreadable, IndexUnusable.
    """
    paged = PagedLibrary(library)

    def page_of(article: str) -> str:
        slug, anchor = paged.pages.addresses.get(article, ("", ""))
        return f"{page}?luat={slug}#{anchor}" if slug else ""

    shards = Shards(documents, CALLED)
    for slug, anchors in paged.pages.documents.items():
        shards.write(slug, law_rows(paged.library, anchors, page_of))
    shards.tidy()
    export(library / INDEX, index, page_of=page_of)
