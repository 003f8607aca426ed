"""What `kb show` has from the library: an article's page, and the articles of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.commands.options import print_json
from kb.commands.registers import library_folder, user_library
from kb.output import say

if TYPE_CHECKING:
    from kb.model import Document
    from kb.number.document_number import DocumentNumber
    from kb.register.layers import LayerRegister
    from kb.snapshot import Snapshot


def show_article(text: str, registers: list[LayerRegister], snapshot: Snapshot, *, as_json: bool) -> bool:
    """Print the articles of the library that a text means; whether it asks for any.

    Beside each stands what corpus and registers say of its document, and which law of its name came later. Raises
    UnknownRecord where the library does not hold what is asked for, LibraryUnreadable where there is no library.
    """
    from kb.library.place import check_installed
    from kb.library.provision_asked import provision_asked
    from kb.library.shown_article import shown_articles

    asked = provision_asked(text)
    if asked and asked.articles:
        check_installed(library_folder())
    library = user_library()
    shown = shown_articles(library, snapshot, registers, text) if library else None
    if shown is None:
        return False
    for line in shown.said:
        say(f"kb: {line}", err=True)
    if as_json:
        print_json([article.fields() for article in shown.articles])
        return True
    say("\n\n".join("\n".join(article.lines()) for article in shown.articles))
    for line in shown.beside():
        say(f"kb: {line}", err=True)
    return True


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
