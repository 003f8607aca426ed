"""Whether a draft speaks of the end of what it cites: there a lapsed document is rightly cited."""

from __future__ import annotations

import re

from kb.language.fold import composed

_ENDING = re.compile(
    r"(?:thay\s+thế|bãi\s+bỏ|hết\s+hiệu\s+lực|tổng\s+kết|sơ\s+kết|đánh\s+giá|\d+\s+năm(?!\s+\d))(?!\w)", re.IGNORECASE
)
ENDING_WITHIN = 80
"""Code points in front of a citation in which those words are looked for."""


def speaks_of_end(text: str, start: int) -> bool:
    """Whether such words stand in front of the citation that begins at `start`."""
    return bool(_ENDING.search(composed(text[max(0, start - ENDING_WITHIN) : start])))
