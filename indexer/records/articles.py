"""Articles of the codified law as records: JSON lines, one article a line, plain or compressed (.xz).

Forms read: the codified law (``subject``, ``chapter``, ``heading``, ``text``, ``document``) with the list of its
documents beside it (``documents.jsonl``), and single laws (``law``, ``article``, ``heading``, ``text``).
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from indexer.query.numbers import article_term, record_terms
from indexer.records.kinds import ARTICLE, LABELS
from indexer.records.record import IndexRecord
from kb.errors import IndexUnusable
from kb.files import why_no_file
from kb.language.characters import is_seen_whole
from kb.language.one_line import fields_on_one_line


class Articles:
    """A record for each article of a file, read again at each pass. Raises IndexUnusable for another form."""

    def __init__(self, path: Path) -> None:
        self._path = path
        if why := why_no_file(path):  # a device has no end
            raise IndexUnusable(f"không đọc được các điều luật trong {path}: {why}")
        self._documents = _documents(path.parent / "documents.jsonl")

    def __iter__(self) -> Iterator[IndexRecord]:
        path = self._path
        with (
            _refusing(path),
            lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines,
        ):
            found = False
            for line in lines:
                found = True
                yield _record(_row(line), self._documents)
        if not found:
            raise IndexUnusable(f"không có điều luật nào trong {path}")


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """What reading a file of another form raises, as a refusal."""
    try:
        yield
    except (OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, RecursionError, lzma.LZMAError) as e:
        reason = e.strerror if isinstance(e, OSError) and e.strerror else "không đúng dạng"
        raise IndexUnusable(f"không đọc được các điều luật trong {path}: {reason}") from e


def _row(line: str) -> dict[str, Any]:
    """What a line holds, all but the text on one line. Raises ValueError, also for half a surrogate pair, no text."""
    row: dict[str, Any] = json.loads(line)
    if "\\u" in line:
        json.dumps(row, ensure_ascii=False).encode()
    return fields_on_one_line(row, ("id", "text"))


def _text(article: dict[str, Any], name: str) -> str:
    """Raises TypeError where it is none."""
    value = article[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _id(article: dict[str, Any]) -> str:
    """Raises ValueError for one that would be printed as something else."""
    found = _text(article, "id")
    if not is_seen_whole(found):
        raise ValueError("an id is one line of characters that are seen")
    return found


def _record(article: dict[str, Any], documents: dict[Any, dict[str, Any]]) -> IndexRecord:
    document = documents.get(article.get("document"), {})
    where = [document.get("title") or article.get("law"), *article.get("chapter", ()), article.get("subject")]
    return IndexRecord(
        id=_id(article),
        kind=ARTICLE,
        kind_label=LABELS[ARTICLE],
        title=_text(article, "heading"),
        text=_text(article, "text"),
        context=" · ".join(filter(None, where)),
        numbers=tuple(_numbers(article, document)),
        section=f"Điều {article['article']}" if article.get("article") else article.get("code", ""),
        **_of_document(document),
    )


def _numbers(article: dict[str, Any], document: dict[str, Any]) -> Iterator[str]:
    """The terms by which an article is asked for: its document's number, its own in the document."""
    if document.get("number"):
        yield from record_terms(document["number"], "")
    ordinal = article.get("article") or _ordinal(article.get("source_note") or "")
    if ordinal:
        yield article_term(ordinal)


def _of_document(document: dict[str, Any]) -> dict[str, Any]:
    """What an article has from its document; of an unknown one, nothing."""
    known = {name: document.get(name) or "" for name in ("url", "number", "type", "issuer", "issued")}
    return {
        "url": known["url"],
        "number": known["number"],
        "type": known["type"],
        "issuers": (known["issuer"],) if known["issuer"] else (),
        "year": known["issued"][:4],
        "issued": int(known["issued"].replace("-", "") or 0),
    }


def _ordinal(source_note: str) -> str:
    """The article's number in the document it was taken from; empty where the note does not begin with it."""
    match = re.match(r"\s*\(?\s*Điều (\d{1,4}[a-zđ]?)\b", source_note)
    return match[1] if match else ""


def _documents(path: Path) -> dict[Any, dict[str, Any]]:
    if not path.is_file():
        return {}
    with _refusing(path), path.open(encoding="utf-8") as lines:
        return {row["item_id"]: row for row in map(_row, lines)}
