"""What is printed on a line with others has no end of line in the library, whatever it was imported from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from kb.library.article import ArticleLink, ArticleSource, CodifiedArticle, SourceChange, Subject
from kb.library.store import FORM, LibraryStore

ENDS = "x\ny\r\nz\u2028t\x85u\x0bv"
ON_ONE_LINE = "x y z t u v"
SUBJECT = Subject("99.1", ENDS, ENDS, "m", "2026-11-23", FORM, topic=ENDS, witness=ENDS)
ARTICLE = CodifiedArticle(
    id="1",
    heading=ENDS,
    text="Một.\nHai.",
    chapter=(ENDS, ENDS),
    note=ENDS,
    source=ArticleSource(ENDS, ENDS, ENDS, ENDS, issuer=ENDS, changes=(SourceChange(ENDS, ENDS, ENDS),)),
    related=(ArticleLink(ENDS),),
)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def test_all_but_the_text_is_on_one_line(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path)
    store.write("99.1", SUBJECT, [ARTICLE])
    ((subject, article),) = store.articles()
    assert article.text == "Một.\nHai."
    told = [*texts(to_builtins(subject)), *texts(to_builtins(article))]
    assert {text for text in told if "x" in text} == {ON_ONE_LINE}
