"""The documents that a question means: as corpus and registers know them, and as the library holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.library.holdings import name_of_held
from kb.library.lookup import HeldDocument, Library
from kb.register.entry import LAWS
from kb.review.asked import Asked


@dataclass(frozen=True)
class DocumentAsked:
    """What a question means: as corpus and registers know it, and as the library holds it.

    `said` is what a reader is told of how the question was read, a Vietnamese sentence each.
    """

    known: Asked
    held: tuple[HeldDocument, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anything is meant at all."""
        return bool(self.held or self.known.records or self.known.entries)

    @property
    def told(self) -> tuple[str, ...]:
        """All that is told of the question, also of what it does not mean."""
        return tuple(dict.fromkeys((*self.said, *self.known.said)))


def not_held(library: Library, known: Asked) -> str:
    """That the library lacks the documents that are known, and which others of their names it has."""
    names = [record.short_name for record in known.records]
    names += [f"{entry.short_name} ngày {entry.shown_days}" for _, entry in known.entries]
    lacking = f"thư viện trên máy này không có {'; '.join(names)}"
    others = [held for law in _laws_of(known) for held in library.named(law) if held.type in LAWS]
    same = "; ".join(name_of_held(library, other) for other in others)
    return f"{lacking}; có văn bản khác cùng tên: {same}" if same else lacking


def _laws_of(known: Asked) -> Iterator[str]:
    """The names of the laws that are known."""
    for law in known.records:
        if law.type_label in LAWS:
            yield law.name_text
    yield from (entry.title.value for _, entry in known.entries if entry.type in LAWS)
