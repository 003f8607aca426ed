"""Mends of spelling, line by line. Lines with a web address are left alone: an address is copied, not spelt."""

from __future__ import annotations

from collections.abc import Callable


def mend(text: str, change: Callable[[str], str]) -> str:
    """The text with every line changed but those with a web address."""
    return "\n".join(line if "://" in line else change(line) for line in text.split("\n"))
