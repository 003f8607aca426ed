"""What a command was asked for: what contradicts it in the way it was typed is told on standard error."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kb.output import say

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.review.asked import Asked


def asked_for(corpus: Corpus, text: str, day: date) -> Asked:
    """As `kb.review.asked`, with a line for each contradiction where a record is meant all the same."""
    from kb.review.asked import read_asked

    asked = read_asked(corpus, text, day)
    if asked.records:
        for line in asked.said:
            say(f"kb: {line}", err=True)
    return asked
