"""Words in quotation marks that a draft attributes to a provision, compared with what the provision says.

Only documents whose text the corpus holds are judged. Case, punctuation and the place of tone marks do not count; an
omission that is marked ("…", "[...]") is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from msgspec import Struct

from kb.citation.models import Citation, CitationFault
from kb.language.fold import SYLLABLE, composed, normal_word
from kb.language.phrases import words_of
from kb.law.provisions import PlacedProvision, placed
from kb.model import Document
from kb.model.vocabulary import ProvisionKind

QUOTED_WITHIN = 120
"""Code points between a citation and the quotation that it is about."""
LONGEST_QUOTED = 8000
"""Code points on either side of a citation in which its quotation is looked for, marks in code points of their own."""
LONGEST_LEAD = 400
"""Code points in front of the end of a citation in which its sentence is looked at."""
FEWEST_QUOTED_WORDS = 4
"""A quotation of fewer words is a name or a term."""
LEAST_COMMON_SHARE = 0.6
"""Share of words in common from which a passage is the one that was meant."""
MOST_PAIRS = 200_000
"""Pairs of equal words, one of the quotation and one of the provision, up to which the two are compared word by word:
the time that takes grows with them, and only few words again and again make so many."""
_QUOTED = r"[“«\"](?P<words>[^“”«»\"]{10,3000})[”»\"]"
_SAYS = r"quy\s+định|nêu|ghi|khẳng\s+định|xác\s+định|yêu\s+cầu|chỉ\s+rõ|như\s+sau|viết|giải\s+thích"
_BETWEEN = rf"[^“”«»\".;]{{0,{QUOTED_WITHIN}}}?"
_BEHIND = re.compile(rf"(?P<between>{_BETWEEN}(?:(?:{_SAYS}){_BETWEEN}|:\s*)){_QUOTED}", re.IGNORECASE)
_AMENDS = re.compile(r"(?<!\w)(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|thay\s+cụm|bãi\s+bỏ)(?!\w)", re.IGNORECASE)
_AMENDED_TO = re.compile(r"(?:như\s+sau|thành|bằng)\s*:?\s*$", re.IGNORECASE)
_THEN = re.compile(r"(?<!\w)thì(?!\w)", re.IGNORECASE)
"""``theo Điều 5 … thì ghi “…”``: the words are not those of Điều 5."""
_BEFORE = re.compile(rf"{_QUOTED}\s*[,.]?\s*\(\s*(?:theo|trích|tại|xem)?\s*$", re.IGNORECASE)
_OMISSION = re.compile(r"\[?\(?(?:…|\.\.\.+)\)?\]?")
_UNITS = re.compile(
    r"(?P<unit>điểm|khoản|điều|tiểu\s+mục|mục|chương|phần)\s+"
    r"(?P<numbers>[^\W_][\w.]*(?:\s*(?:,|và|hoặc|đến|-)\s*(?!điểm|khoản|điều|mục|chương|phần)[^\W_][\w.]*)*)",
    re.IGNORECASE,
)
_KINDS = {kind.label.casefold(): kind for kind in ProvisionKind}


class Quoted(Struct, frozen=True):
    """What is said of a quotation: faults, or the provision that it is right in."""

    faults: tuple[CitationFault, ...] = ()
    right: str = ""


@dataclass(frozen=True)
class ComparedText:
    """A document's text as provisions, with its number and its title."""

    number: str
    title: str
    places: Sequence[PlacedProvision]


def judge_quote(text: str, citation: Citation, document: Document) -> Quoted:
    """Compare the quotation at a citation with the document's text; nothing where there is none to compare."""
    if citation.provision is None or not document.provisions:
        return Quoted()
    return compared(text, citation, ComparedText(document.number, document.title, placed(document)))


def compared(text: str, citation: Citation, document: ComparedText) -> Quoted:
    """What the text says of the provision that is cited, and of the quotation at the citation."""
    if citation.provision is None:
        return Quoted()
    places = document.places
    meant = meant_places(places, citation.provision.surface)
    cited = " ".join(citation.provision.surface.split())
    if not meant:
        return Quoted((CitationFault("provision-missing", document.number, cited, "remark"),))
    quote = _quote_at(text, citation, document.title)
    if quote is None or len(words_of(quote)) < FEWEST_QUOTED_WORDS:
        return Quoted()
    if _says(_subtree(places, meant), quote):
        return Quoted(right=cited)
    elsewhere = [p for p in places if p not in meant and _says([p], quote)]
    if elsewhere:
        return Quoted((CitationFault("quote-place", elsewhere[-1].cited, cited),))
    return Quoted(tuple(_differences(_subtree(places, meant), quote, cited)))


def _quote_at(text: str, citation: Citation, title: str) -> str | None:
    """The quotation behind the citation, or the one in front of the bracket that it stands in; never its title."""
    behind_title = (citation.title.end + 1,) if citation.title and citation.title_quoted else ()
    for start in (citation.span.end, *behind_title):
        behind = _BEHIND.match(composed(text[start : start + LONGEST_QUOTED]))
        if behind and not _is_name(behind["words"], title):
            return None if _is_of_another(text[:start], behind["between"]) else behind["words"]
    start = citation.provision.start if citation.provision else citation.span.start
    before = _BEFORE.search(composed(text[max(0, start - LONGEST_QUOTED) : start]))
    return before["words"] if before else None


def _is_of_another(before: str, between: str) -> bool:
    """Whether the words are no quotation of what is cited: those that shall take its place, or that one shall write."""
    sentence = re.split(r"[.;\n“”]", composed(before[-LONGEST_LEAD:]))[-1]
    amends = bool(_AMENDED_TO.search(between)) and bool(_AMENDS.search(sentence) or _AMENDS.search(between))
    return amends or bool(_THEN.search(between))


def _is_name(words: str, title: str) -> bool:
    """Whether quoted words are the document's name, mistyped perhaps."""
    matcher = SequenceMatcher(None, words_of(words), words_of(title), autojunk=False)
    # The two bounds from above are quick to compute; most quotations are told from a title by them.
    return all(
        share() >= LEAST_COMMON_SHARE for share in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    )


def meant_places(places: Sequence[PlacedProvision], surface: str) -> list[PlacedProvision]:
    """The provisions named: ``điểm a, b khoản 2 Điều 7`` are two."""
    wanted = wanted_units(surface)
    if not wanted:
        return []
    smallest = max(wanted, key=list(ProvisionKind).index)
    return [place for place in places if place.provision.kind is smallest and _fits(place, wanted)]


def wanted_units(surface: str) -> dict[ProvisionKind, set[str]]:
    """``điểm a, b khoản 2 Điều 7`` by kind: the numbers as they are compared."""
    wanted: dict[ProvisionKind, set[str]] = {}
    for match in _UNITS.finditer(composed(surface)):
        kind = _KINDS[" ".join(match["unit"].casefold().split())]
        wanted.setdefault(kind, set()).update(_numbers(match["numbers"]))
    return wanted


def _numbers(text: str) -> Iterator[str]:
    parts = [part.casefold() for part in re.split(r"\s*(?:,|và|hoặc)\s*", text) if part]
    for part in parts:
        ends = re.fullmatch(r"(\d+)\s*(?:đến|-)\s*(\d+)", part)
        if ends and 0 <= int(ends[2]) - int(ends[1]) < 100:
            yield from map(str, range(int(ends[1]), int(ends[2]) + 1))
        else:
            yield part


def _fits(place: PlacedProvision, wanted: dict[ProvisionKind, set[str]]) -> bool:
    own = {part.provision.kind: (part.provision.number or "").casefold() for part in (*place.within, place)}
    return ProvisionKind.PHU_LUC not in own and all(own.get(kind) in numbers for kind, numbers in wanted.items())


def _subtree(places: Sequence[PlacedProvision], meant: Sequence[PlacedProvision]) -> list[PlacedProvision]:
    return [place for place in places if place in meant or any(part in meant for part in place.within)]


def _says(places: Sequence[PlacedProvision], quote: str) -> bool:
    """Whether the words stand there one after the other, each piece between marked omissions behind the last."""
    return any(_in_order(words_of("\n".join(lines)), quote) for lines in (_plain(places), _marked(places)))


def _plain(places: Sequence[PlacedProvision]) -> list[str]:
    return [place.words for place in places]


def _marked(places: Sequence[PlacedProvision]) -> list[str]:
    """With its mark in front of each provision, as a quotation of several has them: ``2. …``, ``a) …``."""
    marks = (p.label if p.provision.kind is ProvisionKind.DIEU else p.provision.number or "" for p in places)
    return [f"{mark} {place.words}" for mark, place in zip(marks, places, strict=True)]


def _in_order(words: tuple[str, ...], quote: str) -> bool:
    position = 0
    for piece in map(words_of, _OMISSION.split(quote)):
        found = _find(words, piece, position)
        if found is None:
            return False
        position = found + len(piece)
    return True


def _find(words: tuple[str, ...], piece: tuple[str, ...], position: int) -> int | None:
    places = range(position, len(words) - len(piece) + 1)
    if not piece:
        return next(iter(places), None)
    return next((i for i in places if words[i] == piece[0] and words[i : i + len(piece)] == piece), None)


def _differences(places: Sequence[PlacedProvision], quote: str, cited: str) -> list[CitationFault]:
    """Where the quotation differs from the passage that it is most like, with the marks of provisions or without."""
    found = [list(_differences_from(lines, quote, cited)) for lines in (_plain(places), _marked(places))]
    return min(found, key=lambda faults: (any(fault.part == "quote-missing" for fault in faults), len(faults)))


def _differences_from(lines: Sequence[str], quote: str, cited: str) -> Iterator[CitationFault]:
    """Each difference from a text; nothing where words come again too often."""
    shown = [word for line in lines for word in SYLLABLE.findall(line)]
    typed = SYLLABLE.findall(composed(quote))
    own, keys = list(map(normal_word, shown)), list(map(normal_word, typed))
    times, least = Counter(own), LEAST_COMMON_SHARE * len(typed)
    in_any_order = sum((times & Counter(keys)).values())
    if in_any_order >= least and sum(times[key] for key in keys) > MOST_PAIRS:
        return
    blocks = _same(own, keys) if in_any_order >= least else []
    if sum(block.size for block in blocks) < least:
        yield CitationFault("quote-missing", cited, _short(quote))
        return
    first, last = blocks[0], blocks[-1]
    begin = max(0, first.a - first.b)
    end = min(len(own), last.a + last.size + len(typed) - last.b - last.size)
    inner = SequenceMatcher(None, own[begin:end], keys, autojunk=False)
    yield from _changes(shown[begin:end], typed, inner)


def _same(own: list[str], keys: list[str]) -> list[Match]:
    """The words that both have in one order."""
    blocks = SequenceMatcher(None, own, keys, autojunk=False).get_matching_blocks()
    return [block for block in blocks if block.size]


def _changes(shown: list[str], typed: list[str], inner: SequenceMatcher[str]) -> Iterator[CitationFault]:
    """Each change with the word before it and the word behind it."""
    for tag, a, b, c, d in inner.get_opcodes():
        if tag != "equal":
            before = max(0, a - 1), max(0, c - 1)
            expected, got = shown[before[0] : b + 1], typed[before[1] : d + 1]
            yield CitationFault("quote", _short(" ".join(expected)), _short(" ".join(got)))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 20 else " ".join([*words[:20], "…"])
