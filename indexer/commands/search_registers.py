"""What the registers say of a number that was searched for, where no hit bears it.

Imports stand inside, as in `indexer.commands.search`: other searches do not pay for them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from indexer.results import is_borne_by_none
from kb.output import say

if TYPE_CHECKING:
    from indexer.results import Hit
    from kb.register.layers import LayerRegister
    from kb.workspace import Workspace


def _asked_registers(place: Workspace, query: str, hits: list[Hit]) -> list[LayerRegister]:
    """The registers, where a number is asked for that no hit bears: they are not opened for other queries."""
    if not is_borne_by_none(query, hits):
        return []
    from kb.commands.registers import opened_registers

    return opened_registers(place)


def say_registered(place: Workspace, query: str, hits: list[Hit]) -> None:
    """What the registers say of the number asked for, below the answer of the corpus."""
    registers = _asked_registers(place, query, hits)
    if registers:
        from kb.register.describing import number_lines

        for line in number_lines(registers, query, date.today()):
            say(f"Ngoài kho, {line}")


def registered_json(place: Workspace | None, query: str, hits: list[Hit]) -> dict[str, object]:
    """`register`: what the registers hold of the number asked for, in the form of `kb register show --json`."""
    registers = _asked_registers(place, query, hits) if place else []
    if not registers:
        return {"register": []}
    from kb.register.describing import entry_json, found_in

    return {"register": [entry_json(held, entry) for held, entry in found_in(registers, query)]}
