"""Articles of the library as records of an index."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.query.numbers import article_term, record_terms
from indexer.records.kinds import ARTICLE, LABELS
from indexer.records.record import IndexRecord
from kb.library.article import CodifiedArticle, Subject
from kb.library.store import LibraryStore


class LibraryRecords:
    """A record for each article of a library, read again at each pass. Raises LibraryUnreadable."""

    def __init__(self, store: LibraryStore) -> None:
        self._store = store

    def __iter__(self) -> Iterator[IndexRecord]:
        return (_record(subject, article) for subject, article in self._store.articles())


def _record(subject: Subject, article: CodifiedArticle) -> IndexRecord:
    source = article.source
    where = (source.title or source.name, *article.chapter, subject.name)
    numbers = [*record_terms(source.number, source.type)] if source.number else []
    return IndexRecord(
        id=article.id,
        kind=ARTICLE,
        kind_label=LABELS[ARTICLE],
        url=article.official,
        title=article.heading or source.cited,
        text=article.text,
        context=" · ".join(dict.fromkeys(filter(None, where))),
        numbers=(*numbers, *([article_term(source.article)] if source.article else [])),
        number=source.number,
        type=source.type,
        issuers=(source.issuer,) if source.issuer else (),
        topics=(subject.topic,) if subject.topic else (),
        year=source.issued[:4],
        issued=int(source.issued.replace("-", "") or 0),
        section=" · ".join(filter(None, (source.cited, article.code))),
    )
