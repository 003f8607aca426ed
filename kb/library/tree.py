"""The tree of the package, ``jsonData.js``: which đề mục there are, and in which chủ đề.

``var jdChuDe = [{"Value": …, "Text": …}, …]; var jdDeMuc = [{"Value": …, "Text": …, "ChuDe": …}, …];
var jdAllTree = [{… "MAPC": …, "DeMucID": …}, …]``. Some texts in it hold quotation marks that are not escaped, so each
object is looked at by itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.drafts.html_encoding import decoded

_VARIABLE = re.compile(r"\b(jdChuDe|jdDeMuc|jdAllTree)\s*=\s*\[")
_OBJECT = re.compile(r"\{[^{}]{0,20000}\}")
_PAIR = re.compile(r"\"(Value|Text|ChuDe|DeMucID|MAPC)\"\s*:\s*\"((?:[^\"\\]|\\.){0,2000})\"")


@dataclass
class CodeTree:
    """What the tree says: name of the topic by the id of a page, and the anchors of each page."""

    topics: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def pages(self) -> set[str]:
        """The ids of all pages that the tree names."""
        return {*self.topics, *self.anchors}


def read_tree(data: bytes) -> CodeTree:
    """The tree; empty of what it does not hold. Raises DraftUnreadable for characters that cannot be read."""
    text = decoded(data)
    starts = [(match[1], match.end()) for match in _VARIABLE.finditer(text)]
    ends = [begin for _, begin in starts[1:]] + [len(text)]
    parts = {name: text[begin:end] for (name, begin), end in zip(starts, ends, strict=False)}
    names = {row.get("Value", ""): row.get("Text", "") for row in _rows(parts.get("jdChuDe", ""))}
    tree = CodeTree()
    for row in _rows(parts.get("jdDeMuc", "")):
        if "Value" in row:
            tree.topics[row["Value"]] = names.get(row.get("ChuDe", ""), "")
    for row in _rows(parts.get("jdAllTree", "")):
        if "DeMucID" in row and "MAPC" in row:
            tree.anchors[row["DeMucID"]].add(row["MAPC"])
    return tree


def _rows(text: str) -> Iterator[dict[str, str]]:
    return (dict(_PAIR.findall(found[0])) for found in _OBJECT.finditer(text))
