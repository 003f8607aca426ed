"""The articles of the library by the documents that they come from, each with an address within its document's page."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from kb.language.fold import folded
from kb.library.article import CodifiedArticle
from kb.library.describing import numbered_heading, ordinal
from kb.library.lookup import Pointer
from kb.library.store import LibraryStore

LONGEST_SLUG = 100


class _Placed(NamedTuple):
    """An article: type and number (else title, else file) of its document, and the ISO day that its note states."""

    type: str
    name: str
    issued: str
    article: str
    id: str
    pointer: Pointer


@dataclass
class LibraryPages:
    """Which pages the articles have: a document is one page, however many subjects its articles stand under."""

    documents: dict[str, dict[str, Pointer]] = field(default_factory=dict)
    """Slug of the document -> anchor of the article -> its place."""
    addresses: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Id of the article -> slug and anchor."""


def library_pages(store: LibraryStore) -> LibraryPages:
    """The pages of all articles, in the order of type, number and day. Raises LibraryUnreadable."""
    placed = [*_placed(store)]
    days: dict[tuple[str, str], set[str]] = {}
    for one in placed:
        days.setdefault((one.type, one.name), set()).update({one.issued} - {""})
    held: dict[tuple[str, str, str], list[_Placed]] = {}
    for one in placed:
        known = days[one.type, one.name]
        # An article whose note does not state the day belongs to the only document of that type and number.
        day = one.issued or (min(known) if len(known) == 1 else "")
        held.setdefault((one.type, one.name, day), []).append(one)
    found = LibraryPages()
    for (type_name, name, day), articles in sorted(held.items()):
        slug = _free(_slug(f"{type_name} {name} {day}"), found.documents)
        anchors = found.documents.setdefault(slug, {})
        for one in sorted(articles, key=lambda one: ordinal(one.article)):
            # Two articles of one number may differ: parts of it under two subjects, a slip in a note.
            anchor = _free(f"dieu-{one.article}" if one.article else "phan", anchors)
            anchors[anchor] = one.pointer
            found.addresses.setdefault(one.id, (slug, anchor))
    return found


def _placed(store: LibraryStore) -> Iterable[_Placed]:
    for path in store.files():
        for article, offset, length in store.placed(path):
            source = article.source
            name = source.number or source.title or path.stem
            pointer = f"{path.stem} {offset} {length}"
            yield _Placed(source.type, name, source.issued, source.article, article.id, pointer)


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(words)).strip("-")[:LONGEST_SLUG] or "van-ban"


def _free(name: str, taken: Container[str]) -> str:
    """The name, with a figure where it is taken: marks and long titles are lost in a slug."""
    tried = (name if figure == 1 else f"{name}-{figure}" for figure in count(1))
    return next(one for one in tried if one not in taken)


def heading_of(article: CodifiedArticle) -> str:
    """``Điều 8. Phạm vi điều chỉnh``."""
    return numbered_heading(article.source.article, article.heading)
