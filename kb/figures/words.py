"""Words that fit a box: SVG does not break lines by itself."""

from __future__ import annotations

import textwrap


def lines(text: str, width: int, most_lines: int) -> tuple[str, ...]:
    """`text` in at most `most_lines` lines of about `width` characters; what does not fit ends in an ellipsis."""
    return tuple(textwrap.wrap(text, width, max_lines=most_lines, placeholder=" …", break_on_hyphens=False)) or ("",)
