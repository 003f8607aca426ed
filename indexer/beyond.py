"""What the registers hold beyond the hits of a search: of a number that no hit bears, or that others bear too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexer.results import Hit
from kb.language.dates import PartialDate
from kb.number.document_number import match_key_of
from kb.register.describing import beside, entry_json, entry_line, found_in, number_lines
from kb.register.layers import LayerRegister


def beyond_lines(registers: list[LayerRegister], query: str, hits: Sequence[Hit]) -> list[str]:
    """A sentence for each document of the number asked for, to stand in front of the hits of the corpus.

    These then only mention the number, or are one document of several.
    """
    today, years = date.today(), _years_borne(query, hits)
    if not years:
        return [f"Ngoài kho, {line}" for line in number_lines(registers, query, today)]
    others = beside(registers, query, years)
    return [f"Cùng số, ngoài kho, {entry_line(held, entry, today)}" for held, entry in others]


def beyond_json(registers: list[LayerRegister], query: str, hits: Sequence[Hit]) -> dict[str, object]:
    """`register`: the documents that `beyond_lines` tells of, in the form of `kb register show --json`."""
    years = _years_borne(query, hits)
    found = beside(registers, query, years) if years else found_in(registers, query)
    return {"register": [entry_json(held, entry) for held, entry in found]}


def _years_borne(query: str, hits: Sequence[Hit]) -> list[PartialDate]:
    """The years of the hits that bear the number asked for."""
    asked = match_key_of(query)
    return [PartialDate.parse(hit.year or "unknown") for hit in hits if asked and match_key_of(hit.number) == asked]
