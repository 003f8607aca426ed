"""What an import tells the editor in comments of the draft, and the draft without them once they were looked at."""

from __future__ import annotations

import re

from kb.corpus.source import comments, parse

MARK = "nháp:"
_LINE = re.compile(rf"^[ ]*# {MARK}[^\n]*\n", re.MULTILINE)


def remark(text: str) -> str:
    """A comment line."""
    return f"# {MARK} {' '.join(text.split())}\n"


def without_remarks(text: str) -> str:
    """The YAML without the remarks of an import; other comments stay. As it was where it is not readable YAML.

    A line of a value that only looks like a remark is kept, and all the others with it: what a record says comes first.
    """
    found = _LINE.findall(text)
    before, _ = parse(text, "")
    if not found or before is None:
        return text
    bare = _LINE.sub("", text)
    after, _ = parse(bare, "")
    same = after is not None and after.value == before.value
    return bare if same and len(comments(text)) - len(comments(bare)) == len(found) else text
