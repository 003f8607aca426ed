"""Signs in a number of which nobody knows the letter: pictures of Wingdings, characters that were lost on the way."""

from __future__ import annotations

import re
from dataclasses import replace

from kb.drafts.model import Draft

_SIGN = re.compile(r"(?<=[\dA-ZĐ/-])[\ue000-\uf8ff\ufffd]|[\ue000-\uf8ff\ufffd](?=[\d/])")
_BLANK = re.compile(r"\s")
_WORD_WITHIN = 30
"""Code points on either side of a sign in which its word is shown."""
_MOST_SHOWN = 5


def with_unread_signs(draft: Draft) -> Draft:
    """The draft, which says of itself in which numbers it holds such signs."""
    found = list(dict.fromkeys(word for sign in _SIGN.finditer(draft.text) if (word := _word(draft, sign.start()))))
    if not found:
        return draft
    more = f" và {len(found) - _MOST_SHOWN} chỗ nữa" if len(found) > _MOST_SHOWN else ""
    line = f"ký hiệu không đọc được là chữ gì: {'; '.join(found[:_MOST_SHOWN])}{more}; hãy mở tệp và tự đối chiếu"
    return replace(draft, unread=(*draft.unread, line))


def _word(draft: Draft, at: int) -> str:
    """The word around a sign and where it stands; empty where it has no figure."""
    before, behind = draft.text[max(0, at - _WORD_WITHIN) : at], draft.text[at : at + _WORD_WITHIN]
    word = _BLANK.split(before)[-1] + _BLANK.split(behind)[0]
    return f"{draft.place(at)} “{word}”" if any(map(str.isdigit, word)) else ""
