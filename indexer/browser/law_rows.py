"""What the page of a document of the library says, as `site/docs/assets/search/library/law.js` reads it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec.structs import replace

from kb.formats.visible import visible
from kb.library.article import CodifiedArticle
from kb.library.describing import MOST_REFERRING, named, source_lines
from kb.library.documents import heading_of
from kb.library.lookup import Library, Pointer

PageOf = Callable[[str], str]
"""The address of an article, by its id; empty where it has no page."""


def law_rows(library: Library, anchors: Mapping[str, Pointer], page_of: PageOf) -> dict[str, Any]:
    """Name, facts, where the official text is, and the articles of a document, by their anchors."""
    articles = {anchor: library.article(pointer) for anchor, pointer in anchors.items()}
    first = next((one for one in articles.values() if one.source.issued), next(iter(articles.values())))
    facts = [*source_lines(replace(first.source, changes=()))]
    subject = library.subjects[next(iter(anchors.values())).partition(" ")[0]]
    rows = [_row(library, anchor, anchors[anchor], one, facts, page_of) for anchor, one in articles.items()]
    name = first.source.name or subject.name
    shown: dict[str, Any] = _shown({"name": name, "facts": facts, "official": first.official, "articles": rows})
    return shown


def _row(
    library: Library, anchor: str, pointer: Pointer, article: CodifiedArticle, facts: Collection[str], page_of: PageOf
) -> list[Any]:
    """Anchor, heading, what is said of it, its text, what it refers to and what refers to it as [words, address]."""
    subject = library.subjects[pointer.partition(" ")[0]]
    where = " · ".join(filter(None, (library.witness(pointer), article.code, subject.name)))
    above = " · ".join(article.chapter)
    said = [*filter(None, (where, above)), *(line for line in source_lines(article.source) if line not in facts)]
    related = [[link.text, page_of(link.anchor)] for link in article.related]
    referring = [[named(other), page_of(other.id)] for other in library.referring(article)[:MOST_REFERRING]]
    return [anchor, heading_of(article), said, article.text, related, referring]


def _shown(value: Any) -> Any:
    """The value with what nobody sees, or what acts, shown in its texts."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: _shown(one) for name, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, list) else value
