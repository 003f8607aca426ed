"""Letters of issuing bodies in a number that are known without a record of the body."""

from __future__ import annotations

PARTY_SYMBOLS = frozenset({"TW", "TU", "HU", "ĐU", "ĐUK", "BTCTW", "BTGTW", "UBKTTW", "BDVTW", "BNCTW", "VPTW"})
"""Issuers of the Party: the centre, its commissions, and committees of province, district and commune
(Hướng dẫn 36-HD/VPTW)."""

LEGISLATURES = {
    "QH11": (2002, 2007),
    "QH12": (2007, 2011),
    "QH13": (2011, 2016),
    "QH14": (2016, 2021),
    "QH15": (2021, 2026),
}
"""Years of each National Assembly, from its first session to its last."""
