"""A query typed in Telex or VNI where no input method read the keys, as it was meant: ``phuj nuwx`` → ``phụ nữ``."""

from __future__ import annotations

from collections.abc import Mapping

from indexer.engines.port import Index, IndexTerm
from kb.language.fold import folded, normal
from kb.language.key_typing import decoded


def as_meant(index: Index, query: str) -> str | None:
    """The query with every word decoded that no record has and whose keys make a word of one; None where none is."""
    words = query.split()
    meant = {word: normal(made) for word in words if (made := decoded(word))}
    terms = {f"f:{folded(word)}" for word in meant} | {f"s:{made}" for made in meant.values()}
    known = index.look_up(terms)
    better = [meant[word] if _is_meant(word, meant, known) else word for word in words]
    return " ".join(better) if better != words else None


def _is_meant(word: str, meant: Mapping[str, str], known: Mapping[str, IndexTerm]) -> bool:
    return word in meant and f"f:{folded(word)}" not in known and f"s:{meant[word]}" in known
