"""Weights as an engine keeps them: codes of one byte on a logarithmic scale, steps of 3.5 %.

Finer than any ranking can tell, and a query may score a posting by looking its code up in a table.
"""

from __future__ import annotations

import math

_LEAST, _STEP = 0.02, math.log(1.035)
WEIGHTS = tuple(_LEAST * math.exp(code * _STEP) for code in range(256))
"""The weight of each code."""


def encode(weight: float) -> int:
    """The code of the nearest weight."""
    return min(255, max(0, round(math.log(weight / _LEAST) / _STEP)))


ONCE = encode(1.0)
"""The code of a term that counts once: a number, a definition."""
