"""Words that were typed onto a page of a PDF: text boxes and filled fields, which are no part of its own text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_TYPED = 5_000
"""Boxes and fields of one page that are looked at."""
_LONGEST = 200_000
"""Bytes of one."""
_HIDDEN = 2
"""The flag of what is not shown (ISO 32000-1, 12.5.3)."""


def typed_on(page: PdfPage) -> Iterator[str]:
    """The words of each box and field that is shown, line ends as ``\\n``."""
    from pypdfium2 import raw

    keys = {raw.FPDF_ANNOT_FREETEXT: b"Contents", raw.FPDF_ANNOT_WIDGET: b"V"}
    for number in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_TYPED)):
        found = raw.FPDFPage_GetAnnot(page.raw, number)
        if not found:
            continue
        try:
            key = keys.get(raw.FPDFAnnot_GetSubtype(found))
            shown = not raw.FPDFAnnot_GetFlags(found) & _HIDDEN
            words = _string(found, key) if key and shown and _string(found, b"FT") != "Btn" else ""
        finally:
            raw.FPDFPage_CloseAnnot(found)
        if words:
            yield words.replace("\r\n", "\n").replace("\r", "\n")


def _string(found: Any, key: bytes) -> str:
    """A value that is text or a name; empty for any other."""
    from pypdfium2 import raw

    length = raw.FPDFAnnot_GetStringValue(found, key, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    raw.FPDFAnnot_GetStringValue(found, key, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
