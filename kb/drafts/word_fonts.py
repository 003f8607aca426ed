"""Fonts of a Word file, which say what its characters are: .VnTime, VNI-Times, Symbol."""

from __future__ import annotations

from kb.drafts.xml_events import attribute


def font_of(attributes: dict[str, str]) -> str:
    """The font that a run or a style names (17.3.2.26); ``+minorHAnsi`` for one of the theme, hiding others."""
    theme = attribute(attributes, "asciiTheme") or attribute(attributes, "hAnsiTheme")
    return f"+{theme}" if theme else attribute(attributes, "ascii") or attribute(attributes, "hAnsi") or ""
