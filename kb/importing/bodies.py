"""Which bodies issued a document: the names of its header, looked up in the corpus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import owners
from kb.errors import InvalidNumber
from kb.importing.blocks import Block
from kb.importing.body_names import begins_like_body, completed, lines_in_one, names_in
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, BodyReading, FieldReading, Header
from kb.language.phrases import Phrases, phrases_in, words_of
from kb.number.document_number import DocumentNumber

_ISSUES = re.compile(
    r"(?:Bộ trưởng |Thống đốc |Chủ tịch |Tổng [Tt]hanh tra |Chánh án |Viện trưởng )?(?P<body>.{3,90}?) ban hành"
    r" (?:Nghị định|Thông tư|Luật|Pháp lệnh|Nghị quyết|Quyết định|Quy định|Quy chế|Kế hoạch|Hướng dẫn)(?!\w)"
)
LONGEST_PREAMBLE = 40
"""Blocks below the title among which the sentence of issue stands."""
_PLACE_WORD = re.compile(r"(?i:(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu))\s+(?P<name>[^\d()]+)$")


def bodies_of(
    corpus: Corpus, names: Sequence[Block], header: Header, words: str, label: FieldReading[str] | None = None
) -> list[BodyReading]:
    """The issuing bodies; `names` are the header's lines in capitals, `words` the text that follows it.

    `label` is the name that a collection put in front of the document.

    In the State's header the last of two bodies issued the document, the first is the one above it.
    """
    known = _names(corpus)
    joint = _is_joint(header)
    found = _in_lines(corpus, known, names, header, words)
    named = known.get(words_of(header.issuer)) if header.issuer and header.title else None
    if named and header.title:
        return [BodyReading(corpus.bodies[named].name, named, CERTAIN, header.title.start)]
    issuing = found if joint else [_as_below_title(corpus, body, header) for body in found[-1:]]
    if issuing or label is None:
        return issuing or _by_sentence(corpus, header) or _by_symbol(corpus, header)
    own = known.get(words_of(label.value))
    return [BodyReading(corpus.bodies[own].name if own else label.value, own, LIKELY, label.start, label.note)]


def _as_below_title(corpus: Corpus, body: BodyReading, header: Header) -> BodyReading:
    """The body by its whole name, where a line in capitals below the title begins with what the header has of it."""
    for block in header.inside[:2]:
        words, begun = words_of(block.text), words_of(body.name)
        if block.capitals and not body.id and len(words) > len(begun) and begun == words[: len(begun)]:
            return _body(corpus, block.text, _names(corpus).get(words), GUESSED, block.start, "")
        office = re.match(r"CHỦ TỊCH\s+", block.text)
        own = words_of(block.text[office.end() :]) if office and block.capitals else ()
        if not body.id and len(own) > len(begun) and begun == own[: len(begun)]:
            name = block.text[office.end() :]  # type: ignore[union-attr]
            return _body(corpus, name, _names(corpus).get(own), GUESSED, block.start, "")
    return body


def _by_sentence(corpus: Corpus, header: Header) -> list[BodyReading]:
    """The body that the sentence of issue begins with: ``Chính phủ ban hành Nghị định …``."""
    for block in header.inside[:LONGEST_PREAMBLE]:
        match = _ISSUES.match(block.text)
        name = match["body"] if match else ""
        if found := _names(corpus).get(words_of(name)):
            return [BodyReading(corpus.bodies[found].name, found, LIKELY, block.start, "theo câu ban hành")]
        if _listed().get(words_of(name)):
            return [
                BodyReading(
                    _listed()[words_of(name)], None, LIKELY, block.start, "theo câu ban hành; chưa có trong kho"
                )
            ]
    return []


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
    corpus: Corpus, known: dict[tuple[str, ...], str], lines: Sequence[Block], header: Header, words: str
) -> list[BodyReading]:
    """The bodies that the lines name, in their order; of one named again, the last place."""
    joint = _is_joint(header)
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
            found[key] = _body(
                corpus, whole, known.get(key), sure if whole == name else GUESSED, _place(lines, start), words
            )
            above = name
    return list(found.values())


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
    written = (match.group() for match in re.finditer(form, words, re.IGNORECASE))
    if match := next((found for found in written if found != found.upper()), ""):
        return " ".join(match.split())
    return _listed().get(words_of(name)) or _in_small_letters(name)


def _in_small_letters(name: str) -> str:
    """A name in capitals with a first capital, and with those of the place at its end."""
    small = name[:1].upper() + name[1:].lower()
    place = _PLACE_WORD.search(small)
    return small if not place else small[: place.start("name")] + place["name"].title()


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
