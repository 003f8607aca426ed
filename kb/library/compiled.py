"""Where the articles of the library stand, in one sorted file that is mapped and not read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from kb.errors import InvalidNumber
from kb.files import replace_file
from kb.library.article import ArticleSource, CodifiedArticle
from kb.library.place import SORTED
from kb.library.store import LibraryStore
from kb.number.document_number import DocumentNumber
from kb.register.entry import LAWS
from kb.register.lookup import law_key

VERSION = 1
"""Changes with the form of the lines."""
NUMBER, ANCHOR, CODE, REFERRING = "#", "@", "$", "<"
"""What a key begins with: a document's number, an article's id, its code, what an article's id is referred to by.
Laws stand under `kb.register.lookup.law_key` as well."""


def compile_library(store: LibraryStore) -> bool:
    """Write the sorted file where the articles changed; whether it was written. Raises LibraryUnreadable."""
    place, mark = store.folder / SORTED, mark_of(store)
    with suppress(OSError), place.open("rb") as held:
        if held.readline() == mark:
            return False
    lines = sorted({line.encode() for line in _lines(store)})
    replace_file(place, mark + b"\n".join(lines) + b"\n")
    return True


def mark_of(store: LibraryStore) -> bytes:
    """The first line, which sorts before all others: what the file was made from."""
    return f" {VERSION}-{store.fingerprint()}\n".encode()


def _lines(store: LibraryStore) -> Iterator[str]:
    for path in store.files():
        for article, offset, length in store.placed(path):
            pointer = f"{path.stem} {offset} {length}"
            yield f"{ANCHOR}{article.id}\t{pointer}"
            if article.code:
                yield f"{CODE}{article.code.casefold()}\t{pointer}"
            yield from (f"{REFERRING}{link.anchor}\t{pointer}" for link in article.related if link.anchor)
            yield from _of_document(article, pointer)


def _of_document(article: CodifiedArticle, pointer: str) -> Iterator[str]:
    source = article.source
    row = "\t".join((source.issued, source.type, source.number, source.article, pointer))
    for key in document_keys(source):
        yield f"{key}\t{row}"


def document_keys(source: ArticleSource) -> Iterator[str]:
    """The keys under which the articles of a document stand: its number, and the name of a law."""
    with suppress(InvalidNumber):
        yield NUMBER + DocumentNumber.parse(source.number).folded_key
    if source.type in LAWS and source.title:
        yield law_key(source.title)
