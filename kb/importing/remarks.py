"""The remarks of an import: comments in a draft that its editor reads and then takes away."""

from __future__ import annotations

import re

from kb.corpus.source import comments, parse

MARK = "nháp:"
"""What such a comment begins with, by which it is known from the comments of an editor."""
_LINE = re.compile(rf"^[ ]*# {MARK}[^\n]*\n", re.MULTILINE)


def remark(text: str) -> str:
    """The words of a comment, on one line: ``nháp: tin cậy 95% · dòng 3``."""
    return f"{MARK} {' '.join(text.split())}"


def without_remarks(text: str) -> str:
    """The YAML without the remarks of an import; other comments stay. Unchanged where it is not readable YAML.

    Unchanged also where a line of a value looks like a remark: no value may lose a line.
    """
    found = _LINE.findall(text)
    before, _ = parse(text, "")
    if not found or before is None:
        return text
    bare = _LINE.sub("", text)
    after, _ = parse(bare, "")
    same = after is not None and after.value == before.value
    return bare if same and len(comments(text)) - len(comments(bare)) == len(found) else text
