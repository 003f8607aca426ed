"""What `kb show` has from the library: an article's page, and the articles of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.commands.options import print_json
from kb.commands.registers import library_folder, user_library
from kb.output import say

if TYPE_CHECKING:
    from datetime import date

    from kb.library.lookup import Library, Pointer
    from kb.model import Document
    from kb.number.document_number import DocumentNumber
    from kb.register.layers import LayerRegister


def show_article(text: str, registers: list[LayerRegister], day: date, *, as_json: bool) -> bool:
    """Print the articles of the library that a text means; whether there is any.

    A library holds a law until it is imported anew: that `registers` know a later one of its name is told beside it.
    Raises LibraryUnreadable where an article is named and there is no library.
    """
    from kb.library.describing import article_json, describe_article
    from kb.library.place import check_installed
    from kb.library.typed import is_article, typed_articles

    if is_article(text):
        check_installed(library_folder())
    library = user_library()
    found = typed_articles(library, text) if library else []
    if library and as_json and found:
        print_json([article_json(library, pointer) for pointer in found])
    elif library and found:
        say("\n\n".join("\n".join(describe_article(library, pointer)) for pointer in found))
    if library:
        _say_later_laws(library, found, registers, day)
    return bool(found)


def _say_later_laws(library: Library, found: list[Pointer], registers: list[LayerRegister], day: date) -> None:
    from kb.register.describing import entry_line, later_namesakes

    sources = [library.article(pointer).source for pointer in found]
    for key, name in {(source.type, source.title, source.issued): source.name for source in sources}.items():
        for held, entry in later_namesakes(registers, *key):
            say(f"kb: trên đây là {name}; luật cùng tên ban hành sau: {entry_line(held, entry, day)}", err=True)


def articles_of(document: Document | None) -> list[str]:
    """The articles of a document of the corpus that the library holds, a line each; none for another record."""
    key = _key(document)
    return articles_of_number(*key) if key else []


def articles_json(document: Document | None) -> list[dict[str, str]]:
    """The same as JSON: number, code and heading."""
    from kb.library.describing import articles_in_order, document_articles

    library, key = user_library(), _key(document)
    held = document_articles(library, *key) if library and key else None
    if library is None or held is None:
        return []
    placed = [(number, library.article(pointer)) for number, pointer in articles_in_order(held)]
    return [{"article": number, "code": article.code, "heading": article.heading} for number, article in placed]


def _key(document: Document | None) -> tuple[DocumentNumber, str] | None:
    """Number and ISO day of a document, the day empty for unknown; None without a number."""
    from kb.corpus.lookup import number_of

    number = number_of(document) if document else None
    if document is None or number is None:
        return None
    return number, str(document.issued) if document.issued.is_day else ""


def articles_of_number(number: DocumentNumber, issued: str) -> list[str]:
    """The articles of the document of a number and an ISO day that the library holds, a line each."""
    library = user_library()
    if library is None:
        return []
    from kb.library.describing import article_lines, document_articles

    held = document_articles(library, number, issued)
    return list(article_lines(library, held)) if held else []
