"""The fonts of a Word file that tell in what encoding its text was typed: .VnTime, .VnTimeH, VNI-Times.

Only fonts that a run names itself are looked at; letters tell the rest (`kb.language.legacy`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.docx import is_small
from kb.drafts.package import open_package
from kb.drafts.word_stories import WordLook, look_of, stories_of
from kb.language.legacy_letters import FontSpan
from kb.language.legacy_tables import of_font

_LEGACY = re.compile(rb'"(?:\.Vn|VNI-)', re.IGNORECASE)
_FONTS = re.compile(rb"<(?:\w+:)?rFonts\b([^>]{0,2000})>")
_TEXT = re.compile(rb"<(?:\w+:)?(?:t|tab|br)[ />]|</(?:\w+:)?r>")
_NAME = re.compile(rb'\b(?:ascii|hAnsi)="([^"]{1,80})"')
LONGEST_PROPERTIES = 8_000
"""Bytes of a run in front of its text in which its font is looked for."""


def fonts(data: bytes, name: str) -> list[FontSpan]:
    """Where the text of a Word file, as `kb.drafts.docx` reads it, is in such fonts. Raises DraftUnreadable."""
    if is_small(data):
        return [FontSpan(*span) for span in read_here(font_spans, data, name)]
    return [FontSpan(*span) for span in read_apart(font_spans, data, name, "Word (.docx)", TEXT_LIMITS)]


def font_spans(data: bytes) -> list[tuple[int, int, str, bool]]:
    """The same as plain values. Raises DraftUnreadable, whose words follow the name of the file."""
    found: list[FontSpan] = []
    base = 0
    with open_package(data) as package:
        look = look_of(package, package.main_part())
        for story in stories_of(package).stories:
            part = b"".join(package.pieces(story.part)) if story.part in package else b""
            if _LEGACY.search(part):
                found += _merged(_spans(look, part, base))
            base += len(story.text)
    return [(span.start, span.end, span.encoding, span.capitals) for span in found]


def _spans(look: WordLook, part: bytes, base: int) -> Iterator[FontSpan]:
    text = look.reader(with_runs=True)
    text.read([part])
    for start, end, at in zip(*text.runs(), strict=True):
        stop = _TEXT.search(part, at, at + LONGEST_PROPERTIES)
        fonts = _FONTS.search(part, at, stop.start()) if stop else None
        named = _NAME.search(fonts[1]) if fonts else None
        meant = of_font(named[1].decode("utf-8", "replace")) if named else None
        if meant:
            yield FontSpan(base + start, base + end, *meant)


def _merged(spans: Iterator[FontSpan]) -> Iterator[FontSpan]:
    """Neighbours in one font as one: a letter of VNI may begin in one run and end in the next."""
    last: FontSpan | None = None
    for span in spans:
        if last and (last.end, last.encoding, last.capitals) == (span.start, span.encoding, span.capitals):
            last = FontSpan(last.start, span.end, last.encoding, last.capitals)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
