"""The pages of the articles that a question means, with what others say of their documents: for a terminal, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kb.library.answer import answered
from kb.library.describing import article_json, describe_article
from kb.library.later_laws import later_laws
from kb.library.lookup import Library, Pointer
from kb.library.standing import standing_lines, standings
from kb.library.typed import DocumentsAsked
from kb.register.layers import LayerRegister
from kb.snapshot import Snapshot


@dataclass(frozen=True)
class ShownArticle:
    """An article of the library on a day; `lacking` is what it does not have of what was asked for."""

    library: Library
    snapshot: Snapshot
    registers: list[LayerRegister]
    pointer: Pointer
    lacking: Sequence[str] = ()

    def lines(self) -> Iterator[str]:
        """The lines of the page, the standing of the document among them."""
        source = self.library.article(self.pointer).source
        found = standings(self.snapshot, self.registers, source)
        return describe_article(self.library, self.pointer, standing_lines(self.snapshot, found))

    def beside(self) -> Iterator[str]:
        """What is told beside the page: what was asked for and is not there, and later laws of the name."""
        source = self.library.article(self.pointer).source
        yield from self.lacking
        for law in later_laws(self.snapshot, self.registers, source):
            yield f"trên đây là {source.name}; luật cùng tên ban hành sau: {law.line}"

    def fields(self) -> dict[str, Any]:
        """The article as JSON; `standing`, `later_laws` and `lacking` say what `lines` and `beside` tell."""
        source = self.library.article(self.pointer).source
        found = standings(self.snapshot, self.registers, source)
        beside = {
            "standing": [{"layer": one.layer.value, "said": one.said} for one in found],
            "later_laws": [law.fields for law in later_laws(self.snapshot, self.registers, source)],
            "lacking": list(self.lacking),
        }
        return article_json(self.library, self.pointer) | beside


@dataclass(frozen=True)
class ShownArticles:
    """The articles that a question means; `said` is how it was read and what of it is not there."""

    articles: tuple[ShownArticle, ...]
    said: tuple[str, ...]

    def beside(self) -> list[str]:
        """What is told beside the pages, each once."""
        return list(dict.fromkeys(line for article in self.articles for line in article.beside()))


def shown_articles(
    library: Library, snapshot: Snapshot, registers: list[LayerRegister], text: str
) -> ShownArticles | None:
    """The articles that a text means; None where it asks for none. Raises UnknownRecord where they are not held."""
    documents = DocumentsAsked(library, snapshot.corpus, registers, snapshot.day)
    answer = answered(library, documents, text)
    if answer is None:
        return None
    found = (ShownArticle(library, snapshot, registers, pointer, told) for pointer, told in answer.articles.items())
    return ShownArticles(tuple(found), answer.said)
