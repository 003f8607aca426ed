"""Articles as JSON lines, plain or compressed (.xz), into the library: the forms of ``kb index --from``.

The codified law (``subject``, ``chapter``, ``heading``, ``text``, ``source_note``, ``document``, ``related``) becomes a
file a đề mục; single laws (``law``, ``article``, ``heading``, ``text``) a file a law.
"""

from __future__ import annotations

import lzma
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.json import Decoder, Encoder

from kb.errors import LibraryUnreadable
from kb.language.characters import is_seen_whole
from kb.language.fold import folded
from kb.library.article import CODE, ArticleLink, ArticleSource, CodifiedArticle, Subject
from kb.library.importing import ImportReport, Progress, import_articles
from kb.library.note import StatedSources
from kb.library.store import FORM, LibraryStore
from kb.number.types import BY_NAME
from kb.register.columns import plain

_CODE = re.compile(r"\d{1,3}\.\d{1,3}")
_encode, _decode = Encoder().encode, Decoder(CodifiedArticle).decode


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
    try:
        for line, row in _rows(path):
            if not is_seen_whole(row["id"]):
                raise ValueError("an id is one line of characters that are seen")
            key, code, name = _subject(row, codes)
            gathered = subjects.setdefault(key, _Gathered(code, name))
            gathered.checksum = zlib.crc32(line.encode(), gathered.checksum)
            gathered.articles.append(_decode(_encode(_article(row, gathered.sources))))  # as it will be read again
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        EOFError,
        RecursionError,
        lzma.LZMAError,
    ) as error:
        raise LibraryUnreadable(f"{path.name} không phải tệp điều luật dạng JSON lines") from error
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


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    decode = Decoder(dict[str, Any]).decode
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8-sig") as lines:
        yield from ((line, decode(line)) for line in lines if line.strip())


def _subject(row: dict[str, Any], codes: dict[str, str]) -> tuple[str, str, str]:
    """Key of the file, code and name; `codes` keeps the code of each name for articles that bear none."""
    if "law" in row:
        law = str(row["law"])
        return f"luat-{_slug(law)}", "", law
    name, code = str(row["subject"]), ".".join(str(row.get("code", "")).split(".")[:2])
    if _CODE.fullmatch(code):
        codes[name] = code
        return code, code, name
    code = codes.get(name, "")
    return code or f"de-muc-{_slug(name)}", code, name


def _slug(name: str) -> str:
    return plain(folded(name)).replace("_", "-")[:80]


def _article(row: dict[str, Any], sources: StatedSources) -> CodifiedArticle:
    if "law" in row:
        law, number = str(row["law"]), str(row.get("article", ""))
        kind = next((name for name in BY_NAME if law.lower().startswith(f"{name.lower()} ")), "")
        return CodifiedArticle(row["id"], row["heading"], row["text"], source=ArticleSource(number, kind, title=law))
    code = str(row.get("code", ""))
    note = " ".join(str(row.get("source_note") or "").split())
    links = tuple(ArticleLink(link["text"], link.get("anchor") or "") for link in row.get("related", ()))
    return CodifiedArticle(
        id=row["id"],
        heading=row["heading"],
        text=row["text"],
        code=code if _CODE.match(code) else "",
        chapter=tuple(row.get("chapter", ())),
        note=note,
        source=sources.of(note),
        document=row.get("document") or 0,
        related=links,
    )
