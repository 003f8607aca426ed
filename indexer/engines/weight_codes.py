"""Weights as an engine keeps them: codes of one byte on a logarithmic scale, steps of 3.5 %.

Finer than any ranking can tell, and a query may score a posting by looking its code up in a table.
"""

from __future__ import annotations

import math

LEAST, STEP = 0.02, math.log(1.035)
"""The weight of code 0, and the natural logarithm of the ratio of two neighbours."""
WEIGHTS = tuple(LEAST * math.exp(code * STEP) for code in range(256))
"""The weight of each code."""
CONSTANTS = {"least": LEAST, "step": STEP, "codes": len(WEIGHTS)}
"""What the browser takes over (`indexer.browser.settings`)."""


def encode(weight: float) -> int:
    """The code of the nearest weight on the logarithmic scale; `weight` is above 0, below the scale 0, above it 255."""
    return min(255, max(0, round(math.log(weight / LEAST) / STEP)))


ONCE = encode(1.0)
"""The code of a term that counts once: a number, a definition."""
