"""Faults that a file suppresses: a comment in it names the code and the reason.

# bỏ qua REL07: quyết định viện dẫn nguyên văn dù căn cứ đã hết hiệu lực
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.problem import Problem

_COMMENT = re.compile(r"^[ ]*#[ ]*bỏ qua\b[ ]*(?P<codes>[^:\n]*):?[ ]*(?P<why>.*)$", re.MULTILINE)


def comments(text: str) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """(line, codes, reason) of each such comment."""
    if "bỏ qua" not in text:
        return
    line, counted = 1, 0
    for match in _COMMENT.finditer(text):
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        codes = tuple(re.findall(r"[A-Z]{3}\d{2}", match["codes"]))
        yield line, codes, match["why"].strip()


class Suppressions:
    """What the files of one corpus suppress with a reason; each file is read once, however many faults it has."""

    def __init__(self, corpus: Corpus) -> None:
        self._texts = corpus.texts
        self._codes: dict[str, frozenset[str]] = {}

    def hold(self, problem: Problem) -> bool:
        """Whether the file of the problem suppresses it. Faults of reading cannot be suppressed."""
        if problem.code.startswith(("SRC", "FLD", "SUP")):
            return False
        path = problem.mark.path
        if path not in self._codes:
            named = (codes for _, codes, why in comments(self._texts.get(path, "")) if why)
            self._codes[path] = frozenset(code for codes in named for code in codes)
        return problem.code in self._codes[path]
