"""Pictures that cover half a page or more: scans of pages, whose words no reader of text sees."""

from __future__ import annotations

import re

from kb.drafts.xml_events import attribute

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "": 0.75}
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d+(?:\.\d+)?)(pt|in|cm|mm|px|)\s*(?=;|$)")
_EMU = 12_700
"""Units of drawings in a point (ECMA-376, 20.1.2.1)."""
_HALF_PAGE = 595 * 842 / 2
"""Half of A4 in square points."""


class LargePictures:
    """Counts them in one part."""

    def __init__(self) -> None:
        self.count = 0
        self._area = 0.0

    def see(self, tag: str, attributes: dict[str, str]) -> None:
        """An element: the size of what follows, or a picture."""
        if tag == "extent":
            sides = [attribute(attributes, side) or "" for side in ("cx", "cy")]
            self._area = 1.0
            for side in sides:
                self._area *= int(side) / _EMU if side.isascii() and side.isdigit() and len(side) < 12 else 0
        elif tag == "shape":
            found = {side: float(number) * _POINTS[unit] for side, number, unit in _SIDE.findall(_style(attributes))}
            self._area = found.get("width", 0.0) * found.get("height", 0.0)
        elif tag in ("picture", "shapePicture") and self._area >= _HALF_PAGE:
            self.count += 1
            self._area = 0.0


def _style(attributes: dict[str, str]) -> str:
    return attribute(attributes, "style") or ""
