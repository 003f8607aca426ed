"""What a command was asked for: what contradicts it in the way it was typed is told on standard error."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kb.output import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kb.corpus.corpus import Corpus
    from kb.register.layers import LayerRegister
    from kb.review.asked import Asked


def asked_for(corpus: Corpus, text: str, day: date, registers: Sequence[LayerRegister] = ()) -> Asked:
    """As `kb.review.asked`, with a line for each contradiction where a document is meant all the same."""
    from kb.review.asked import read_asked

    asked = read_asked(corpus, text, day, registers)
    if asked.records or asked.entries:
        for line in asked.said:
            say(f"kb: {line}", err=True)
    return asked
