"""Whether a draft speaks of the end of what it cites: there a lapsed document is rightly cited."""

from __future__ import annotations

import re

from kb.language.fold import composed

_ENDING = re.compile(
    r"(?:thay\s+thế|bãi\s+bỏ|hết\s+hiệu\s+lực|tổng\s+kết|sơ\s+kết|đánh\s+giá|\d+\s+năm(?!\s+\d))(?!\w)", re.IGNORECASE
)
_AMENDING = re.compile(
    r"(?<!\w)(?:luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|thông\s+tư(?:\s+liên\s+tịch)?|quyết\s+định|quy\s+định)"
    r"\s+(?:sửa\s+đổi|bổ\s+sung)[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""``Nghị định sửa đổi, bổ sung một số điều của …``: the name of another act, which has a fate of its own."""
ENDING_WITHIN = 80
"""Code points in front of a citation in which those words are looked for."""
_ENDED_BEHIND = re.compile(
    r"[^.;:\n]{0,250}?(?:hết\s+hiệu\s+lực|bị\s+bãi\s+bỏ|(?:được|bị)\s+thay\s+thế)(?!\w)", re.IGNORECASE
)
"""``Nghị định số … quy định … hết hiệu lực thi hành kể từ ngày …``: in the same clause, behind the title."""


def speaks_of_end(text: str, start: int, end: int) -> bool:
    """Whether such words stand in front of the citation from `start` to `end`, or behind it in its clause.

    So it is within the name of the act that amends what is cited.
    """
    before = composed(text[max(0, start - ENDING_WITHIN) : start])
    return bool(
        _ENDING.search(before) or _AMENDING.search(before) or _ENDED_BEHIND.match(composed(text[end : end + 300]))
    )
