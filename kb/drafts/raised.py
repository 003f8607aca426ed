"""Digits above the line: marks of notes, and powers. What they stand behind is a number of its own."""

from __future__ import annotations

RAISED = dict(zip(map(ord, "0123456789"), "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
