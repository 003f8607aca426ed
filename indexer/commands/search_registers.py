"""What the registers say of a number that was searched for: of one that no hit bears, or that others bear too.

Imports stand inside, as in `indexer.commands.search`: other searches do not pay for them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.results import Hit
    from kb.language.dates import PartialDate
    from kb.register.layers import LayerRegister
    from kb.workspace import Workspace


def _asked_registers(place: Workspace, query: str) -> list[LayerRegister]:
    """The registers, where a number is asked for: they are not opened for other queries."""
    from kb.number.document_number import match_key_of

    if not match_key_of(query):
        return []
    from kb.commands.registers import opened_registers

    return opened_registers(place)


def _years_borne(query: str, hits: Sequence[Hit]) -> list[PartialDate]:
    """The years of the hits that bear the number asked for."""
    from kb.language.dates import PartialDate
    from kb.number.document_number import match_key_of

    asked = match_key_of(query)
    return [PartialDate.parse(hit.year or "unknown") for hit in hits if match_key_of(hit.number) == asked]


def registered_lines(place: Workspace, query: str, hits: Sequence[Hit]) -> list[str]:
    """What the registers say of the number asked for, to stand in front of the hits of the corpus.

    These then only mention the number, or are one document of several.
    """
    registers = _asked_registers(place, query)
    if not registers:
        return []
    from kb.register.describing import beside, entry_line, number_lines

    today, years = date.today(), _years_borne(query, hits)
    if not years:
        return [f"Ngoài kho, {line}" for line in number_lines(registers, query, today)]
    others = beside(registers, query, years)
    return [f"Cùng số, ngoài kho, {entry_line(held, entry, today)}" for held, entry in others]


def registered_json(place: Workspace | None, query: str, hits: Sequence[Hit]) -> dict[str, object]:
    """`register`: what `registered_lines` tells of, in the form of `kb register show --json`."""
    registers = _asked_registers(place, query) if place else []
    if not registers:
        return {"register": []}
    from kb.register.describing import beside, entry_json, found_in

    years = _years_borne(query, hits)
    found = beside(registers, query, years) if years else found_in(registers, query)
    return {"register": [entry_json(held, entry) for held, entry in found]}
