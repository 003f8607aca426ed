"""Citations without a number: laws by name, resolutions of the Party's congresses and sessions, standards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.citation import context as around
from kb.citation.issuer import STOP
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import AMENDS, DATED, DATED_LAW, LAW_WORD, NAME_ENDS, PARTY_RESOLUTION, STANDARD
from kb.citation.reading import Reading
from kb.citation.symbol import usual_case
from kb.language.phrases import Phrases, lexicon

_PAUSE = re.compile(r"[;()“”\"]|\.\s|\n\s*\n")
_JOIN = re.compile(r"\s*(?:,|và)\s*(?:của\s+)?")
_PARTY = re.compile(r"Đảng|Trung\s+ương|TW|(?<!\w)[XVI]+(?!\w)")
_WHITE_SPACE = re.compile(r"\s+")
LONGEST_UNKNOWN = 90
LONGEST_AMENDING = 240
"""Code points a name may take that no list knows, and one that begins "sửa đổi, bổ sung"."""


_PASSES_LAWS = re.compile(
    r"Quốc\s+hội|[ỦU][yỷ]\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội|Chủ\s+tịch\s+nước|Hội\s+đồng\s+[Nn]hà\s+nước"
)
"""Who passes and promulgates laws and ordinances (Hiến pháp 2013, Điều 70, 74, 88), and who once did."""


@cache
def _laws() -> Phrases:
    return lexicon("laws")


def laws(reading: Reading) -> Iterator[Citation]:
    """Codes, laws, ordinances and constitutions cited by name, with year or date where typed."""
    text, position = reading.plain, 0
    for match in reading.type_words:
        if match.start() < position or not LAW_WORD.fullmatch(match.group()):
            continue
        name_end = _name_end(text, match)
        if name_end is None:
            continue
        dated = DATED_LAW.match(text, name_end)
        end = dated.end() if dated else name_end
        issued = around.after(text, end, joint=False) if dated and dated["date"] else None
        issuer = issued.issuer if issued else None
        if issuer and not _PASSES_LAWS.match(text, issuer[0]):
            # "Thông tư … hướng dẫn Luật Dầu khí ngày … của Bộ Tài chính": day and body are the circular's
            dated, issuer, end = None, None, name_end
        end = issued.end if issued and issuer else end
        provision = around.provision_before(text, match.start())
        year = dated and (dated["year"] or dated["bracketed"] or dated["bare"])
        name_start = match.end() + len(text[match.end() : name_end]) - len(text[match.end() : name_end].lstrip())
        yield Citation(
            reading.span(match.start(), end),
            CitationKind.NAMED,
            type_name=usual_case(match.group()),
            type_typed=reading.span(*match.span()),
            date_typed=reading.span(*dated.span("date")) if dated and dated["date"] else None,
            issuer_typed=reading.span(*issuer) if issuer else None,
            provision=reading.span(*provision) if provision else None,
            title=reading.span(name_start, name_end) if name_end > name_start else None,
            year=int(year) if year else None,
        )
        position = end


def _name_end(text: str, word: re.Match[str]) -> int | None:
    """Where the name behind a type word ends; None where no name stands there."""
    if usual_case(word.group()) == "Hiến pháp":
        return word.end() if DATED_LAW.match(text, word.end()) else None
    return _amending_end(text, word.end()) if AMENDS.match(text, word.end()) else _own_name_end(text, word.end())


def _own_name_end(text: str, position: int) -> int | None:
    """The end of a name from the lexicon, or of one in capitals up to a word that no name contains."""
    gap = _WHITE_SPACE.match(text, position)
    if gap is None:
        return None
    start = gap.end()
    known = _laws().end(text, start)
    if known is not None:
        return known
    if not text[start : start + 1].isupper() or text.startswith("Việt Nam", start):
        return None
    limit = min(len(text), start + LONGEST_UNKNOWN)
    stops = [stop.start() for pattern in (STOP, NAME_ENDS) if (stop := pattern.search(text, start, limit))]
    return start + len(text[start : min(stops)].rstrip(" \n,")) if stops else None


def _amending_end(text: str, start: int) -> int | None:
    """``sửa đổi, bổ sung một số điều của Luật A (và Luật B)``, or up to its date where it names no law."""
    limit = min(len(text), start + LONGEST_AMENDING)
    pause = _PAUSE.search(text, start, limit)
    limit = pause.start() if pause else limit
    named = (word for word in LAW_WORD.finditer(text, start, limit) if not AMENDS.match(text, word.end()))
    inner, dated = next(named, None), DATED.search(text, start, limit)
    first = _own_name_end(text, inner.end()) if inner else None
    if dated and (inner is None or first is None or dated.start() < inner.start()):
        return dated.start()
    end = first
    while end is not None and (join := _JOIN.match(text, end)):
        word = LAW_WORD.match(text, join.end())
        following = _own_name_end(text, word.end()) if word else None
        if following is None:
            break
        end = following
    return end if end == first or (end and DATED_LAW.match(text, end)) else first


def party_resolutions(reading: Reading) -> Iterator[Citation]:
    """``Nghị quyết Đại hội XIII của Đảng``, ``Nghị quyết Trung ương 8 khóa XIII``."""
    for word in reading.type_words:
        match = PARTY_RESOLUTION.match(reading.plain, word.start())
        named = match.group().rstrip() if match else ""
        if match and _PARTY.search(named):
            span = reading.span(match.start(), match.start() + len(named))
            yield Citation(span, CitationKind.NAMED, type_name="Nghị quyết", title=span)


def standards(reading: Reading) -> Iterator[Citation]:
    """TCVN, QCVN and foreign standards, the code only."""
    for match in STANDARD.finditer(reading.plain):
        code = "".join(match["code"].split())
        canonical = f"{' '.join(match['body'].split())} {code}"
        yield Citation(reading.span(*match.span()), CitationKind.STANDARD, canonical=canonical)
