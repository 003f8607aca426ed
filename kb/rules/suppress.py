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
    for match in _COMMENT.finditer(text):
        codes = tuple(re.findall(r"[A-Z]{3}\d{2}", match["codes"]))
        yield text.count("\n", 0, match.start()) + 1, codes, match["why"].strip()


def suppressed(corpus: Corpus, problem: Problem) -> bool:
    """Whether the file of the problem suppresses it with a reason. Faults of reading cannot be suppressed."""
    if problem.code.startswith(("SRC", "FLD", "SUP")):
        return False
    text = corpus.texts.get(problem.mark.path, "")
    return any(problem.code in codes and why for _, codes, why in comments(text))
