"""The articles of a document that the site has from the library, each leading to its place on the document's page."""

from __future__ import annotations

from dataclasses import dataclass

from kb.corpus.lookup import number_of
from kb.model import Document
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

FOLDER = "phap-dien/"
"""Where the page stands that shows a document of the library."""


@dataclass(frozen=True)
class CodifiedView:
    """Who gives the articles and since when, and their numbers and headings."""

    witness: str
    articles: tuple[Hyperlink, ...]


def codified_view(snapshot: SiteSnapshot, document: Document) -> CodifiedView | None:
    """The articles of a document; None where the site has no library, or that none of it."""
    number = number_of(document)
    if snapshot.library is None or number is None:
        return None
    found = snapshot.library.articles_of(number, str(document.issued) if document.issued.is_day else "")
    if found is None:
        return None
    return CodifiedView(found.witness, tuple(Hyperlink(words, address(slug, a)) for words, slug, a in found.articles))


def address(slug: str, anchor: str) -> str:
    """Where an article stands, from the root of the site."""
    return f"{FOLDER}?luat={slug}#{anchor}"
