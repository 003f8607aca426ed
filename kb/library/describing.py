"""An article of the library in words and as JSON, with what refers to it; the articles of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import to_builtins

from kb.language.dates import PartialDate
from kb.library.article import ArticleSource, CodifiedArticle
from kb.library.lookup import HeldDocument, Library, Pointer
from kb.number.document_number import DocumentNumber

MOST_REFERRING = 40
"""Articles that refer to one, as many as are shown."""


def describe_article(library: Library, pointer: Pointer, standing: Iterable[str] = ()) -> Iterator[str]:
    """The lines of an article's page; `standing` is what others say of its document on a day."""
    article = library.article(pointer)
    source = article.source
    yield f"{source.cited}. {article.heading}" if source.article else article.heading
    subject = library.subjects[pointer.partition(" ")[0]]
    yield "  " + " · ".join(filter(None, (library.witness(pointer), article.code, subject.name)))
    if article.chapter:
        yield f"  {' · '.join(article.chapter)}"
    yield from (f"  {line}" for line in (*source_lines(source), *standing))
    if article.official:
        yield f"  Bản chính thức: {article.official}"
    yield ""
    yield from (paragraph.strip() for paragraph in article.text.split("\n"))
    yield from _listed("Dẫn chiếu đến", [link.text for link in article.related])
    yield from _listed("Được dẫn chiếu từ", [named(other) for other in library.referring(article)])


def _listed(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{heading} ({len(lines)})"
        yield from (f"  {line}" for line in lines[:MOST_REFERRING])
        if len(lines) > MOST_REFERRING:
            yield f"  … và {len(lines) - MOST_REFERRING} điều nữa"


def source_lines(source: ArticleSource) -> Iterator[str]:
    """What the source note states of the document and of later changes."""
    said = [source.full_title] if source.title and source.full_title != source.name else []
    said += [f"ngày {PartialDate.parse(source.issued).shown}"] if source.issued else []
    said += [f"của {source.issuer}"] if source.issuer else []
    if said:
        yield f"Văn bản: {' '.join(said)}"
    if source.in_force:
        yield f"Có hiệu lực từ {PartialDate.parse(source.in_force).shown} (theo ghi chú nguồn)"
    for change in source.changes:
        day = f", từ {PartialDate.parse(change.in_force).shown}" if change.in_force else ""
        yield f"Đã thay đổi: {f'{change.how} ' if change.how else ''}bởi {change.by}{day}"


def named(article: CodifiedArticle) -> str:
    """``Điều 37.1.LQ.8 Phạm vi điều chỉnh (Điều 8 Luật số 35/2013/QH13)``."""
    parts = (article.code and f"Điều {article.code}", article.heading, f"({article.source.cited})")
    return " ".join(part for part in parts if part)


def article_json(library: Library, pointer: Pointer) -> dict[str, Any]:
    """The fields of the article with its subject, the witness and what refers to it; `layer` is ``library``."""
    article = library.article(pointer)
    subject = library.subjects[pointer.partition(" ")[0]]
    referring = [{"id": other.id, "text": named(other)} for other in library.referring(article)]
    beside = {"layer": "library", "subject": subject.name, "topic": subject.topic, "witness": library.witness(pointer)}
    built: dict[str, Any] = to_builtins(article)
    return {**beside, **built, "official": article.official, "referring": referring}


def document_articles(library: Library, number: DocumentNumber, issued: str) -> HeldDocument | None:
    """The document of a number and an ISO day (empty for unknown) whose articles the library holds, if one."""
    held = [one for one in library.numbered(number) if not (issued and one.issued) or one.issued == issued]
    return held[0] if len(held) == 1 else None


def article_lines(library: Library, held: HeldDocument) -> Iterator[str]:
    """``Điều 1. Phạm vi điều chỉnh``, each article of a document once, below a line that says who says so."""
    listed = list(articles_in_order(held))
    yield f"Các điều trong thư viện ({library.witness(listed[0][1])})"
    for article, pointer in listed:
        yield f"  {numbered_heading(article, library.article(pointer).heading)}"


def numbered_heading(article: str, heading: str) -> str:
    """``Điều 8. Phạm vi điều chỉnh``; the number alone where the article has no heading, and the other way round."""
    return ". ".join(filter(None, (article and f"Điều {article}", heading)))


def articles_in_order(held: HeldDocument) -> Iterator[tuple[str, Pointer]]:
    """The numbers of the articles, as numbers are counted, each with its first place."""
    for article in sorted(held.pointers, key=ordinal):
        if article:
            yield article, held.pointers[article][0]


def ordinal(article: str) -> tuple[int, str]:
    """``8a`` comes behind ``8``."""
    figures = article.rstrip("abcdđefghijklmnopqrstuvwxyz")
    return int(figures or 0), article[len(figures) :]
