"""Articles of the codified law as records: JSON lines, one article a line, plain or compressed (.xz).

Forms read: the codified law (``subject``, ``chapter``, ``heading``, ``text``, ``document``) with the list of its
documents beside it (``documents.jsonl``), and single laws (``law``, ``article``, ``heading``, ``text``).
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from indexer.query.numbers import article_term, record_terms
from indexer.records.record import IndexRecord
from kb.errors import IndexUnusable


class Articles:
    """A record for each article of a file, read anew at each pass. Raises IndexUnusable for another form."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._documents = _documents(path.parent / "documents.jsonl")

    def __iter__(self) -> Iterator[IndexRecord]:
        path = self._path
        try:
            with (
                lzma.open(path, "rt", encoding="utf-8")
                if path.suffix == ".xz"
                else path.open(encoding="utf-8") as lines
            ):
                for line in lines:
                    yield _record(json.loads(line), self._documents)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, lzma.LZMAError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else "không đúng dạng"
            raise IndexUnusable(f"không đọc được các điều luật trong {path}: {reason}") from error


def _record(article: dict[str, Any], documents: dict[Any, dict[str, Any]]) -> IndexRecord:
    document = documents.get(article.get("document"), {})
    number = document.get("number") or ""
    ordinal = article.get("article") or _ordinal(article.get("source_note") or "")
    where = [document.get("title") or article.get("law"), *article.get("chapter", ()), article.get("subject")]
    return IndexRecord(
        id=article["id"],
        kind="article",
        kind_label="Điều luật",
        url=document.get("url") or "",
        title=article["heading"],
        text=article["text"],
        context=" · ".join(part for part in where if part),
        number=number,
        numbers=(*(record_terms(number, "") if number else ()), *((article_term(ordinal),) if ordinal else ())),
        type=document.get("type") or "",
        issuers=(document["issuer"],) if document.get("issuer") else (),
        year=(document.get("issued") or "")[:4],
        issued=int((document.get("issued") or "0").replace("-", "")),
        section=f"Điều {article['article']}" if article.get("article") else article.get("code", ""),
    )


def _ordinal(source_note: str) -> str:
    """The article's number in the document it was taken from; empty where the note does not begin with it."""
    match = re.match(r"\s*\(?\s*Điều (\d{1,4}[a-zđ]?)\b", source_note)
    return match[1] if match else ""


def _documents(path: Path) -> dict[Any, dict[str, Any]]:
    if not path.is_file():
        return {}
    return {row["item_id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
