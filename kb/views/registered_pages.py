"""Light pages of what the register alone holds: of each document that a record or a plan names, or that changed one.

Their facts are those of `kb register show`, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.register.describing import entry_facts, official_address
from kb.register.entry import RegisterEntry
from kb.register.layers import Layer, LayerRegister
from kb.views.registered import address, heading
from kb.views.registered_names import NamedAt, of_plans, of_records
from kb.views.site_snapshot import Hyperlink, SiteSnapshot


@dataclass(frozen=True)
class RegisteredView:
    """The light page of a document. `facts` are sentences, each with its source and the day it was read."""

    heading: str
    href: str
    facts: tuple[str, ...]
    official: Hyperlink | None
    named_at: tuple[NamedAt, ...]


def registered_views(snapshot: SiteSnapshot) -> Iterator[RegisteredView]:
    """The light pages, in the order of their addresses."""
    found: dict[str, tuple[RegisterEntry, dict[NamedAt, None]]] = {}
    for entry, place in (*of_records(snapshot), *of_plans(snapshot)):
        found.setdefault(address(entry), (entry, {}))[1][place] = None
    held = LayerRegister(Layer.REGISTER, snapshot.register)
    names = {body.id: body.name for body in snapshot.corpus.bodies.values()}
    for href, (entry, places) in sorted(found.items()):
        official = official_address(entry)
        link = Hyperlink("Bản chính thức", official) if official else None
        facts = tuple(entry_facts(held, entry, names, snapshot.day))
        yield RegisteredView(heading(snapshot, entry), href, facts, link, tuple(places))
