"""Finds faults of spelling by a pattern: line by line in the text, and in values whose characters stand as escapes.

A line, or an escaped value, that holds a web address is skipped: an address is copied as it is. No address holds what
nobody sees, so a rule on such characters asks for all lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.quoted import QuotedText, escaping
from kb.problem import Mark, Problem
from kb.rules.rule import texts

Find = Callable[[str], Iterable["re.Match[str]"]]
"""The places of a fault in a value."""
Change = Callable[[str], str | None]
"""What is put in the place of a fault; None where only a person can tell."""
Seen = Callable[[str], str]
"""The part of a line, from its beginning, in which a pattern is looked for."""


def matches(
    corpus: Corpus, pattern: re.Pattern[str], addresses: bool = False, seen: Seen = str
) -> Iterator[tuple[Mark, str]]:
    """(place, what stands there) of the first match of each line; `addresses`: also where there is a web address."""
    for shown, text in texts(corpus):
        if not pattern.search(text):
            continue
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            match = pattern.search(seen(line)) if addresses or "://" not in line else None
            if match:
                yield Mark(shown, number, match.start() + 1), match[0]


def faults(
    corpus: Corpus, pattern: re.Pattern[str], code: str, message: str, help_: str, change: Change, *, seen: Seen = str
) -> Iterator[Problem]:
    """A problem for each line and each escaped value that matches; `{found}` in the message is the matched text.

    `change` is what mends a match.
    """
    for mark, found in matches(corpus, pattern, seen=seen):
        yield Problem(mark, code, message.format(found=found.strip()), help_)
    for shown, text in texts(corpus):
        yield from escaped_faults(shown, text, pattern.finditer, code, message, help_, change)


def escaped_faults(
    shown: str, text: str, find: Find, code: str, message: str, help_: str, change: Change, addresses: bool = False
) -> Iterator[Problem]:
    """A problem for each value of a file that has the fault by an escape, at its first escape there."""
    lines = [match.end() for match in re.finditer("^", text, re.MULTILINE)] if escaping(text) else []
    for quoted in escaping(text):
        for match in _by_escape(quoted, find, addresses):
            at = next(index for index in range(*match.span()) if quoted.escaped[index])
            start, end = quoted.places[at]
            raw = text[start:end] if end - start <= 10 else ""
            line = bisect_right(lines, start)
            mark = Mark(shown, line, start - lines[line - 1] + 1)
            said = message.format(found=match[0].strip()) + (f", viết dạng {raw} trong dấu nháy kép" if raw else "")
            by_hand = f"xóa {raw or 'ký tự ấy'} trong dấu nháy kép rồi gõ chữ đúng vào đó"
            mendable = _mended(text, quoted, match, change) is not None
            yield Problem(mark, code, said, help_ if mendable else by_hand)
            break


def mend_escapes(text: str, find: Find, change: Change) -> str:
    """The text with the faults mended that stand there as escapes, where `change` knows how."""
    pieces, kept = list[str](), 0
    for quoted in escaping(text):
        for match in _by_escape(quoted, find, False):
            new = _mended(text, quoted, match, change)
            if new is not None:
                start, end = quoted.places[match.start()][0], quoted.places[match.end() - 1][1]
                pieces += (text[kept:start], new)
                kept = end
    return "".join([*pieces, text[kept:]])


def _by_escape(quoted: QuotedText, find: Find, addresses: bool) -> Iterator[re.Match[str]]:
    if addresses or not quoted.has_address:
        for match in find(quoted.value):
            if any(quoted.escaped[match.start() : match.end()]):
                yield match


def _mended(text: str, quoted: QuotedText, match: re.Match[str], change: Change) -> str | None:
    """What to write in the place of a match; None where that would need an escape again, or stands over two lines."""
    places = quoted.places[match.start() : match.end()]
    if quoted.has_address or len(set(places)) < len(places) or "\n" in text[places[0][0] : places[-1][1]]:
        return None
    new = change(match[0])
    return new if new is not None and new.replace(" ", "").isprintable() and not set(new) & set('"\\') else None
