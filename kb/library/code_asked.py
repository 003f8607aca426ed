"""The code of an article in the codified law, typed for the article: ``37.1.LQ.3``, ``Điều 39.7.ND.4.3``."""

from __future__ import annotations

import re

from kb.library.lookup import Library, Pointer
from kb.number.issuers import WITHOUT_MARKS

_CODE = re.compile(r"(?:(?:điều|dieu)\s+)?(?P<code>\d{1,3}\.\d{1,3}\.[^\W\d_]{2,5}\.\d[\w.]*)", re.IGNORECASE)


def code_asked(text: str) -> str | None:
    """The code that is all of a text; None where more, or something else, is typed."""
    match = _CODE.fullmatch(" ".join(text.split()))
    return match["code"] if match else None


def articles_of_code(library: Library, code: str) -> list[Pointer]:
    """The places of the articles that bear a code, with its marks or without."""
    marked = ".".join(WITHOUT_MARKS.get(part.upper(), part) for part in code.split("."))
    return library.pointers(code) or library.pointers(marked)
