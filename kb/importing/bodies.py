"""Which bodies issued a document: the names of its header, looked up in the corpus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import owners
from kb.errors import InvalidNumber
from kb.importing.blocks import Block
from kb.importing.fields import CERTAIN, GUESSED, LIKELY, BodyRead, Header
from kb.language.phrases import Phrases, lexicon, phrases_in, words_of
from kb.number.document_number import DocumentNumber

_BETWEEN = re.compile(r"[\s,;*-]*(?:và\s+)?", re.IGNORECASE)
_APART = re.compile(r"\s+[-–]\s+")


def bodies_of(corpus: Corpus, names: Sequence[Block], header: Header, words: str) -> list[BodyRead]:
    """The issuing bodies; `names` are the header's lines in capitals, `words` the text that follows it.

    In the State's header the last of two bodies issued the document, the first is the one above it.
    """
    known = _names(corpus)
    joint = _is_joint(header)
    found = _in_lines(corpus, known, names, joint, words)
    named = known.get(words_of(header.issuer)) if header.issuer and header.title else None
    if named and header.title:
        return [BodyRead(corpus.bodies[named].name, named, CERTAIN, header.title.start)]
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
    corpus: Corpus, known: dict[tuple[str, ...], str], names: Sequence[Block], joint: bool, words: str
) -> list[BodyRead]:
    text = " ".join(block.text for block in names)
    if not text:
        return []
    own, listed = Phrases(" ".join(name) for name in known), lexicon("bodies")
    found: dict[tuple[str, ...], BodyRead] = {}
    position = 0
    while position < len(text):
        between = _BETWEEN.match(text, position)
        position = between.end() if between else position
        end = max(own.end(text, position) or 0, listed.end(text, position) or 0)
        apart = _APART.search(text, position) if joint else None
        sure = LIKELY if end else GUESSED
        end = end or (apart.start() if apart else len(text))
        if end <= position:
            break
        name, place = text[position:end], _place(names, position)
        record = known.get(words_of(name))
        if name.strip(" -"):
            cased = corpus.bodies[record].name if record else _cased(name.strip(" -"), words)
            found.pop(words_of(name), None)
            found[words_of(name)] = BodyRead(
                cased, record, CERTAIN if record else sure, place, "" if record else "chưa có trong kho"
            )
        position = end
    return list(found.values())


def _place(names: Sequence[Block], offset: int) -> int:
    """Where in the draft stands what is at `offset` of the joined lines."""
    for block in names:
        if offset <= len(block.text):
            return block.start
        offset -= len(block.text) + 1
    return names[-1].start


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


def _by_symbol(corpus: Corpus, header: Header) -> list[BodyRead]:
    """The bodies whose abbreviations stand in the number."""
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
            return [BodyRead(name, ids[0], LIKELY, header.number.start, "suy ra từ ký hiệu")]
    return []
