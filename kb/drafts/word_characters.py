"""The characters that empty elements of a run stand for (ECMA-376 part 1, 17.3.3)."""

from __future__ import annotations

from contextlib import suppress

from kb.drafts.symbol_fonts import symbol
from kb.drafts.word_names import CHARACTERS
from kb.drafts.xml_events import attribute


def characters_of(tag: str, attributes: dict[str, str]) -> str:
    """The characters that an empty element of a run stands for; its tag is without namespace."""
    if tag != "sym":
        return CHARACTERS.get(tag, "")
    with suppress(ValueError):
        return symbol(int(attribute(attributes, "char") or "", 16), attribute(attributes, "font") or "")
    return ""
