"""Which bodies issued a document: the names of its header, looked up in the corpus."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.corpus.corpus import Corpus
from kb.importing.blocks import Block
from kb.importing.body_names import begins_like_body, completed, lines_in_one, names_in
from kb.importing.body_records import names_of, reading_of
from kb.importing.body_signs import as_below_title, as_symbol_says, by_sentence, by_symbol, for_central, is_central
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, BodyReading, FieldReading, Header
from kb.language.phrases import Phrases, words_of


def bodies_of(
    corpus: Corpus, names: Sequence[Block], header: Header, words: str, label: FieldReading[str] | None = None
) -> list[BodyReading]:
    """The issuing bodies; `names` are the header's lines in capitals, `words` the text that follows it.

    `label` is the name that a collection put in front of the document.

    In the State's header the last of two bodies issued the document, the first is the one above it.
    """
    if header.issuer and header.title and (own := names_of(corpus).get(words_of(header.issuer))):
        return [BodyReading(corpus.bodies[own].name, own, CERTAIN, header.title.start)]
    found = _in_lines(corpus, names, header, words)
    if found and not _is_joint(header):
        return _issuing(corpus, header, found[-1])
    return found or _labelled(corpus, label) or by_sentence(corpus, header) or by_symbol(corpus, header)


def _issuing(corpus: Corpus, header: Header, last: BodyReading) -> list[BodyReading]:
    """The last body of the header's lines, as what stands elsewhere completes it or puts it in doubt."""
    body = as_below_title(corpus, last, header)
    if header.party and is_central(body):
        return for_central(corpus, header, body)
    return [as_symbol_says(corpus, header, body)]


def _labelled(corpus: Corpus, label: FieldReading[str] | None) -> list[BodyReading]:
    if label is None:
        return []
    own = names_of(corpus).get(words_of(label.value))
    return [BodyReading(corpus.bodies[own].name if own else label.value, own, LIKELY, label.start, label.note)]


def _is_joint(header: Header) -> bool:
    number = header.number.value if header.number else ""
    return bool(re.search(r"LT[-/]|PH[-/]", number)) or bool(header.type and "liên tịch" in header.type.value)


def _in_lines(corpus: Corpus, lines: Sequence[Block], header: Header, words: str) -> list[BodyReading]:
    """The bodies that the lines name, in their order; of one named again, the last place."""
    known, joint = names_of(corpus), _is_joint(header)
    text, starts = lines_in_one(lines)
    official = header.number is not None or header.issued is not None
    found: dict[tuple[str, ...], BodyReading] = {}
    above = ""
    for start, end, sure in names_in(text, starts, Phrases(" ".join(name) for name in known), joint=joint):
        name = text[start:end].strip(" -|:")
        if name and (sure > GUESSED or official or begins_like_body(name)):
            whole = name if joint or words_of(name) in known else completed(name, above)
            key = words_of(whole)
            found.pop(key, None)
            found[key] = reading_of(
                corpus, whole, known.get(key), sure if whole == name else GUESSED, _place(lines, start), words
            )
            above = name
    return list(found.values())


def _place(lines: Sequence[Block], offset: int) -> int:
    """The place in the draft of the line that holds this `offset` of the joined lines."""
    for block in lines:
        if offset <= len(block.text):
            return block.start
        offset -= len(block.text) + 1
    return lines[-1].start
