"""Finds faults of spelling by a pattern, line by line.

Lines with a web address are skipped: an address is copied as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kb.corpus.corpus import Corpus
from kb.problem import Mark, Problem
from kb.rules.rule import texts

Seen = Callable[[str], str]
"""The part of a line, from its beginning, in which a pattern is looked for."""


def matches(corpus: Corpus, pattern: re.Pattern[str], seen: Seen = str) -> Iterator[tuple[Mark, str]]:
    """(place, what stands there) of the first match of each line without a web address."""
    for shown, text in texts(corpus):
        if not pattern.search(text):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            match = pattern.search(seen(line)) if "://" not in line else None
            if match:
                yield Mark(shown, number, match.start() + 1), match[0]


def faults(
    corpus: Corpus, pattern: re.Pattern[str], code: str, message: str, help_: str, *, seen: Seen = str
) -> Iterator[Problem]:
    """A problem for each line that matches; `{found}` in the message stands for the matched text."""
    for mark, found in matches(corpus, pattern, seen):
        yield Problem(mark, code, message.format(found=found.strip()), help_)
