"""Text to citations. What is found here is not yet looked up: that is `resolve`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.citation.models import NamedCitation, NumberedCitation, Span
from kb.citation.names import NameTable, same_word
from kb.citation.patterns import DATE_AFTER, ISSUER_AFTER, NUMBER, TYPE_BEFORE, WORD
from kb.errors import InvalidNumber
from kb.number import DocumentNumber

LOOK_BEHIND = 40
LOOK_AHEAD = 240
"""How far from a number its type word and its issuer may stand, in code points: keeps time linear."""


def find_numbered(text: str) -> list[NumberedCitation]:
    """Every citation by number, in the order of the text."""
    found = []
    for match in NUMBER.finditer(text):
        try:
            number = DocumentNumber.parse(match.group())
        except InvalidNumber:
            continue
        found.append(_with_context(text, match, number))
    return found


def _with_context(text: str, match: re.Match[str], number: DocumentNumber) -> NumberedCitation:
    type_typed = _type_before(text, match.start())
    end = match.end()
    date_typed = issuer_typed = None
    date_match = DATE_AFTER.match(text, end)
    if date_match:
        date_typed = Span(date_match.start(1), date_match.end(1), date_match[1])
        end = date_match.end()
    issuer_match = ISSUER_AFTER.match(text[: end + LOOK_AHEAD], end)
    if issuer_match:
        issuer_typed = Span(issuer_match.start(1), issuer_match.end(1), issuer_match[1])
    start = type_typed.start if type_typed else match.start()
    number_typed = Span(match.start(), match.end(), match.group())
    return NumberedCitation(
        Span(start, end, text[start:end]), number_typed, number, type_typed, date_typed, issuer_typed
    )


def _type_before(text: str, number_start: int) -> Span | None:
    begin = max(0, number_start - LOOK_BEHIND)
    match = TYPE_BEFORE.search(text[begin:number_start])
    return Span(begin + match.start(), begin + match.end(), match.group()) if match else None


def find_named(text: str, names: NameTable) -> list[NamedCitation]:
    """Every mention of a known name, the longest where names overlap, in the order of the text."""
    words = [(same_word(m.group()), m.start(), m.end()) for m in WORD.finditer(text)]
    return list(_named(text, words, names))


def _named(text: str, words: list[tuple[str, int, int]], names: NameTable) -> Iterator[NamedCitation]:
    index = 0
    while index < len(words):
        length, ids = names.longest([word for word, _, _ in words[index : index + names.longest_name]])
        if length:
            start, end = words[index][1], words[index + length - 1][2]
            yield NamedCitation(Span(start, end, text[start:end]), ids)
        index += length or 1
