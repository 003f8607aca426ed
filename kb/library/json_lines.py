"""Articles as JSON lines, plain or compressed (.xz), into the library: the forms of ``kb index --from``.

The codified law (``subject``, ``chapter``, ``heading``, ``text``, ``source_note``, ``document``, ``related``) becomes a
file a đề mục; single laws (``law``, ``article``, ``heading``, ``text``) a file a law.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kb.errors import LibraryUnreadable
from kb.language.fold import folded
from kb.library.article import CODE, ArticleLink, ArticleSource, CodifiedArticle, Subject
from kb.library.article_rows import ArticleRow, CellRefused, DistinctIds, article_lines, row_of
from kb.library.importing import ImportReport, Progress, import_articles
from kb.library.note import StatedSources
from kb.library.store import FORM, LibraryStore
from kb.number.types import BY_NAME
from kb.register.columns import plain

_CODE = re.compile(r"\d{1,3}\.\d{1,3}")
LONGEST_SLUG = 80
"""Letters of a key that come from a name."""


@dataclass
class _Gathered:
    """The articles of one subject while lines are read, and a checksum of its lines."""

    code: str
    name: str
    articles: list[CodifiedArticle] = field(default_factory=list)
    sources: StatedSources = field(default_factory=StatedSources)
    checksum: int = 0


def import_lines(store: LibraryStore, path: Path, read: date, progress: Progress) -> ImportReport:
    """The articles of a file into the library; subjects that are as they were are left alone.

    Raises LibraryUnreadable for a file of another form, or of no article.
    """
    subjects: dict[str, _Gathered] = {}
    codes: dict[str, str] = {}
    ids = DistinctIds()
    for number, line in article_lines(path):
        try:
            row = row_of(line)
            key, code, name = _subject(row, codes)
            gathered = subjects.setdefault(key, _Gathered(code, name))
            gathered.articles.append(_article(row, gathered.sources))
            ids.add(row, number)
        except CellRefused as why:
            said = f"{path.name} không phải tệp điều luật dạng JSON lines; dòng {number}: {why}"
            raise LibraryUnreadable(said) from None
        gathered.checksum = zlib.crc32(line, gathered.checksum)
    if not subjects:
        raise LibraryUnreadable(f"{path.name} không có điều luật nào")
    report = ImportReport()
    for done, (key, gathered) in enumerate(subjects.items(), 1):
        mark = f"{FORM}-{len(gathered.articles)}-{gathered.checksum:08x}"
        witness = CODE if gathered.code else f"tệp {path.name}"
        subject = Subject(gathered.code, gathered.name, path.name, mark, read.isoformat(), FORM, witness=witness)
        import_articles(store, key, subject, gathered.articles, report)
        progress(done, len(subjects))
    return report


def _subject(row: ArticleRow, codes: dict[str, str]) -> tuple[str, str, str]:
    """Key of the file, code and name; `codes` keeps the code of each name for articles that bear none."""
    if "law" in row:
        law = row.name("law")
        return f"luat-{_slug(law)}", "", law
    name, code = row.name("subject"), ".".join(row.words("code", "").split(".")[:2])
    if _CODE.fullmatch(code):
        codes[name] = code
        return code, code, name
    code = codes.get(name, "")
    return code or f"de-muc-{_slug(name)}", code, name


def _slug(name: str) -> str:
    """The name as a key; where the key cannot hold all of it, a checksum tells it from others."""
    slug = plain(folded(name)).replace("_", "-")
    if 0 < len(slug) <= LONGEST_SLUG and all(c.isascii() for c in folded(name) if c.isalnum()):
        return slug
    return f"{slug[:LONGEST_SLUG]}-{zlib.crc32(folded(name).encode()):08x}".lstrip("-")


def _article(row: ArticleRow, sources: StatedSources) -> CodifiedArticle:
    if "law" in row:
        law, number = row.name("law"), row.figure_or_words("article")
        kind = next((name for name in BY_NAME if law.lower().startswith(f"{name.lower()} ")), "")
        source = ArticleSource(number, kind, title=law)
        return CodifiedArticle(row.id, row.words("heading"), row.words("text"), source=source)
    code = row.words("code", "")
    note = " ".join(row.words("source_note", "").split())
    links = tuple(ArticleLink(link.words("text"), link.words("anchor", "")) for link in row.rows("related"))
    return CodifiedArticle(
        id=row.id,
        heading=row.words("heading"),
        text=row.words("text"),
        code=code if _CODE.match(code) else "",
        chapter=row.lines("chapter"),
        note=note,
        source=sources.of(note),
        document=row.item("document"),
        related=links,
    )
