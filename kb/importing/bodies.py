"""Which bodies issued a document: the names of its header, looked up in the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import owners
from kb.errors import InvalidNumber
from kb.importing.blocks import Block
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, BodyReading, Header
from kb.language.phrases import Phrases, lexicon, phrases_in, words_of
from kb.number.document_number import DocumentNumber

_BETWEEN = re.compile(r"[\s,;*-]*(?:và\s+)?", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–]\s+")


def bodies_of(corpus: Corpus, names: Sequence[Block], header: Header, words: str) -> list[BodyReading]:
    """The issuing bodies; `names` are the header's lines in capitals, `words` the text that follows it.

    In the State's header the last of two bodies issued the document, the first is the one above it.
    """
    known = _names(corpus)
    joint = _is_joint(header)
    found = _in_lines(corpus, known, names, joint, words)
    named = known.get(words_of(header.issuer)) if header.issuer and header.title else None
    if named and header.title:
        return [BodyReading(corpus.bodies[named].name, named, CERTAIN, header.title.start)]
    return (found if joint else found[-1:]) or _by_symbol(corpus, header)


def _names(corpus: Corpus) -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for body in corpus.bodies.values():
        for name in (body.name, *body.aliases):
            table.setdefault(words_of(name), body.id)
    return table


def _is_joint(header: Header) -> bool:
    number = header.number.value if header.number else ""
    return bool(re.search(r"LT[-/]|PH[-/]", number)) or bool(header.type and "liên tịch" in header.type.value)


def _in_lines(
    corpus: Corpus, known: dict[tuple[str, ...], str], lines: Sequence[Block], joint: bool, words: str
) -> list[BodyReading]:
    """The bodies that the lines name, in their order; of one named again, the last place."""
    text = " ".join(block.text for block in lines)
    found: dict[tuple[str, ...], BodyReading] = {}
    for start, end, sure in _names_in(text, Phrases(" ".join(name) for name in known), joint):
        if name := text[start:end].strip(" -"):
            key = words_of(name)
            found.pop(key, None)
            found[key] = _body(corpus, name, known.get(key), sure, _place(lines, start), words)
    return list(found.values())


def _names_in(text: str, known: Phrases, joint: bool) -> Iterator[tuple[int, int, float]]:
    """(start, end, confidence) of each name of a body in the joined lines.

    A name is the longest that the corpus or the word list has at its place; where they have none, the text up to a
    dash in a joint document, else all that is left.
    """
    listed = lexicon("bodies")
    position = 0
    while position < len(text):
        between = _BETWEEN.match(text, position)
        position = between.end() if between else position
        end = max(known.end(text, position) or 0, listed.end(text, position) or 0)
        sure = LIKELY if end else GUESSED
        if not end:
            dash = _DASH.search(text, position) if joint else None
            end = dash.start() if dash else len(text)
        if end <= position:
            return
        yield position, end, sure
        position = end


def _body(corpus: Corpus, name: str, record_id: str | None, sure: float, start: int, words: str) -> BodyReading:
    """A body of the corpus by its record's name; another with the letter case that the text gives it."""
    if record_id:
        return BodyReading(corpus.bodies[record_id].name, record_id, CERTAIN, start)
    return BodyReading(_cased(name, words), None, sure, start, "chưa có trong kho")


def _place(lines: Sequence[Block], offset: int) -> int:
    """The place in the draft of the line that holds this `offset` of the joined lines."""
    for block in lines:
        if offset <= len(block.text):
            return block.start
        offset -= len(block.text) + 1
    return lines[-1].start


def _cased(name: str, words: str) -> str:
    """The name in the letter case in which the text has it, or the word list; else with a first capital."""
    form = r"\s+".join(map(re.escape, name.split()))
    match = re.search(form, words, re.IGNORECASE)
    if match:
        return " ".join(match.group().split())
    return _listed().get(words_of(name)) or name[:1].upper() + name[1:].lower()


@cache
def _listed() -> dict[tuple[str, ...], str]:
    return {words_of(name): name for name in phrases_in("bodies")}


def _by_symbol(corpus: Corpus, header: Header) -> list[BodyReading]:
    """The body whose abbreviation stands in the number; none where no abbreviation is that of one body alone."""
    if header.number is None:
        return []
    try:
        number = DocumentNumber.parse(header.number.value)
    except InvalidNumber:
        return []
    for group in number.groups[1:]:
        ids = sorted(owners(corpus, group))
        if len(ids) == 1:
            name = corpus.bodies[ids[0]].name
            return [BodyReading(name, ids[0], LIKELY, header.number.start, "suy ra từ ký hiệu")]
    return []
