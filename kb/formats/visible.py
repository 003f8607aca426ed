"""What no file may carry as it is: characters that act on a terminal or a reader, nobody sees, or XML lacks."""

from __future__ import annotations

import re

from kb.language import characters

_END = re.compile("\r\n?")


def visible(text: str) -> str:
    """The text with such characters shown as JSON writes them (``\\u001b``), every end of line a newline."""
    return characters.visible(_END.sub("\n", text))
