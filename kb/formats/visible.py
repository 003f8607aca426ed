"""What no file may carry as it is: characters that act on a terminal or a reader, or that XML cannot hold."""

from __future__ import annotations

import re

_ACTING = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""C0 but tab and the ends of lines, DEL, C1, the marks of direction (UAX #9), the separators of lines and paragraphs,
surrogates and noncharacters."""
_END = re.compile("\r\n?")


def visible(text: str) -> str:
    """The text with such characters shown as YAML and JSON write them (``\\u001b``), every end of line a newline."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", _END.sub("\n", text))
