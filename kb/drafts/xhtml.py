"""XHTML pages (a file named .xhtml) as the HTML that says the same: what a browser reads as XML there.

CDATA sections are text, and every element may end in its own tag (``<script/>``); in HTML the first would be comments
and the second would stay open.
"""

from __future__ import annotations

import re
from html import escape

SUFFIXES = frozenset({".xhtml", ".xht"})
_SECTION = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_SHORT = re.compile(r"<([A-Za-z][\w.-]*)((?:\s[^<>]{0,1000})?)/>")
_PREFIXED = re.compile(r"(</?)(?:x?html|h|x):(?=[A-Za-z])")
_EMPTY = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "base", "area", "embed", "source", "wbr"})


def as_html(page: str) -> str:
    """The page with its CDATA sections as text and each element with an end tag of its own."""
    text = _SECTION.sub(lambda section: escape(section[1], quote=False), page)
    return _SHORT.sub(_ended, _PREFIXED.sub(r"\1", text))


def _ended(tag: re.Match[str]) -> str:
    return tag[0] if tag[1] in _EMPTY else f"<{tag[1]}{tag[2]}></{tag[1]}>"
