"""How fast something goes, as a bar tells it."""

from __future__ import annotations

import time


def pace(done: int, start: float, unit: str) -> str:
    """How many of a unit a second since `start`, a reading of `time.monotonic`; nothing of seconds themselves."""
    return "" if unit == "giây" else f", {rate(done, start)}/giây"


def rate(done: int, start: float) -> int:
    """Things a second since `start`, a reading of `time.monotonic`."""
    return round(done / max(time.monotonic() - start, 0.001))
