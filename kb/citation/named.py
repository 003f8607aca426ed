"""Citations without a number: laws by name, resolutions of the Party's congresses and sessions, standards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.citation import context
from kb.citation.issuer import STOP
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import AMENDS, ANY_LAW_WORD, DATED, DATED_LAW, LAW_WORD, NAME_ENDS, PARTY_RESOLUTION, STANDARD
from kb.citation.reading import Reading
from kb.citation.symbol import usual_case
from kb.language.law_names import ways
from kb.language.phrases import Phrases, phrases_in, words_of

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


_OF_THE_STATE = re.compile(
    r"\s+(?:của\s+)?(?:[Nn]ước\s+)?(?:CHXHCN|[Cc]ộng\s+h(?:òa|oà)\s+[Xx]ã\s+hội\s+[Cc]hủ\s+nghĩa|VNDCCH"
    r"|Việt\s+Nam\s+[Dd]ân\s+chủ\s+[Cc]ộng\s+h(?:òa|oà))(?!\w)(?:\s+Việt\s+Nam(?!\w))?"
)
"""Behind "Hiến pháp" in an official text: ``Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam``."""
_OURS = re.compile(r"\s+(?:[Nn]ước\s+ta|(?:của\s+)?(?:[Nn]ước\s+)?Việt\s+Nam)(?!\w)")
"""Behind it in others, which must give the year or the day."""


@cache
def _laws() -> Phrases:
    return Phrases(way for name in phrases_in("laws") for way in ways(name))


def laws(reading: Reading) -> Iterator[Citation]:
    """Codes, laws, ordinances and constitutions cited by name, with year or date where typed."""
    position = 0
    for word in reading.type_words:
        if word.start() < position or not (LAW_WORD.fullmatch(word.group()) or _amends_in_small(reading.plain, word)):
            continue
        name_end = _name_end(reading.plain, word)
        if name_end is not None:
            citation, position = _law(reading, word, name_end)
            yield citation


def everyday_laws(reading: Reading) -> Iterator[Citation]:
    """Laws and ordinances whose type word a hurried hand wrote small: ``theo luật an ninh mạng``.

    Only those of several words that the list has: ``luật dân sự`` is a branch of the law, ``dự thảo luật`` no law yet.
    """
    text = reading.plain
    for word in reading.type_words:
        if not _is_small(text, word):
            continue
        name = _WHITE_SPACE.match(text, word.end())
        end = _laws().end(text, name.end()) if name else None
        if name is None or end is None or len(words_of(text[name.end() : end])) == 1:
            continue
        law = _law(reading, word, end)[0]
        branch = word.group() == "luật" and not law.year and _BRANCH.fullmatch(text, name.end(), end)
        if not branch:
            yield law


_SMALL_LAW_WORDS = frozenset({"luật", "bộ luật", "pháp lệnh"})
_NO_LAW_BEFORE = re.compile(
    r"(?:dự\s+(?:thảo|án)|ngành|môn|khoa|bộ\s+môn|(?<!\w)(?:kỷ|kỉ|pháp|quy|định))\s+$", re.IGNORECASE
)
"""In front of "luật": a draft, a field of study, or the first syllable of another word (``kỷ luật cán bộ``)."""
_BRANCH = re.compile(
    r"(?:dân\s+sự|hình\s+sự|lao\s+động|hàng\s+hải(?:\s+việt\s+nam)?|tố\s+tụng\s+\w+\s+\w+|hành\s+chính|thương\s+mại)",
    re.IGNORECASE,
)
"""Branches of the law; some are the names of codes, too."""


def _is_small(text: str, word: re.Match[str]) -> bool:
    """Whether a type word is that of a law in small letters."""
    before = max(0, word.start() - 16)
    return word.group() in _SMALL_LAW_WORDS and not _NO_LAW_BEFORE.search(text, before, word.start())


def _amends_in_small(text: str, word: re.Match[str]) -> bool:
    """Whether the name of an amending act begins in small letters: it is read whole, not as the law that it amends."""
    if not (_is_small(text, word) and AMENDS.match(text, word.end())):
        return False
    return _amended_law(text, word.end(), word.end() + LONGEST_AMENDING) is not None


def _law(reading: Reading, word: re.Match[str], name_end: int) -> tuple[Citation, int]:
    """The law of a type word and the name behind it, and where its citation ends."""
    text = reading.plain
    passed = _passed(text, name_end)
    name_start = word.end() + len(text[word.end() : name_end]) - len(text[word.end() : name_end].lstrip())
    citation = Citation(
        reading.span(word.start(), passed.end),
        CitationKind.NAMED,
        type_name=usual_case(word.group()),
        type_typed=reading.span(*word.span()),
        date_typed=reading.span_at(passed.date),
        issuer_typed=reading.span_at(passed.issuer),
        provision=reading.span_at(context.provision_before(text, word.start())),
        title=reading.span(name_start, name_end) if name_end > name_start else None,
        year=passed.year,
    )
    return citation, passed.end


def _passed(text: str, name_end: int) -> context.Issued:
    """When and by whom a law was passed, as said behind its name; a body that passes no laws issued another document.

    ``Thông tư … hướng dẫn Luật Dầu khí ngày … của Bộ Tài chính``: day and body are the circular's.
    """
    dated = DATED_LAW.match(text, name_end)
    if dated is None:
        return context.Issued(name_end)
    if not dated["date"]:
        return context.Issued(dated.end(), year=int(dated["year"] or dated["bracketed"] or dated["bare"]))
    behind = context.after(text, dated.end(), joint=False)
    if behind.issuer is None:
        return context.Issued(dated.end(), dated.span("date"))
    if not _PASSES_LAWS.match(text, behind.issuer[0]):
        return context.Issued(name_end)
    return context.Issued(behind.end, dated.span("date"), behind.issuer)


def _name_end(text: str, word: re.Match[str]) -> int | None:
    """Where the name behind a type word ends; None where no name stands there."""
    if usual_case(word.group()) == "Hiến pháp":
        named = _OF_THE_STATE.match(text, word.end())
        ours = _OURS.match(text, word.end())
        end = named.end() if named else ours.end() if ours else word.end()
        return end if named or DATED_LAW.match(text, end) else None
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
    amended = _amended_law(text, start, limit)
    first = _own_name_end(text, amended.end()) if amended else None
    dated = DATED.search(text, start, limit)
    if dated and (amended is None or first is None or dated.start() < amended.start()):
        return dated.start()
    return _joint_names_end(text, first) if first is not None else None


def _amended_law(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The type word of the first law that is amended, not of one that amends again."""
    return next(
        (word for word in ANY_LAW_WORD.finditer(text, start, limit) if not AMENDS.match(text, word.end())), None
    )


def _joint_names_end(text: str, first: int) -> int:
    """Where the last of several amended laws ends (``Luật A và Luật B năm 2019``); several are one name if dated."""
    end = first
    while join := _JOIN.match(text, end):
        word = LAW_WORD.match(text, join.end())
        following = _own_name_end(text, word.end()) if word else None
        if following is None:
            break
        end = following
    return end if end == first or DATED_LAW.match(text, end) else first


def party_resolutions(reading: Reading) -> Iterator[Citation]:
    """``Nghị quyết Đại hội XIII của Đảng``, ``Nghị quyết Trung ương 8 khóa XIII``."""
    for word in reading.type_words:
        match = PARTY_RESOLUTION.match(reading.plain, word.start())
        if match is None:
            continue
        named = match.group().rstrip()
        if _PARTY.search(named):
            span = reading.span(match.start(), match.start() + len(named))
            yield Citation(span, CitationKind.NAMED, type_name="Nghị quyết", title=span)


def standards(reading: Reading) -> Iterator[Citation]:
    """TCVN, QCVN and foreign standards, the code only."""
    for match in STANDARD.finditer(reading.plain):
        code = "".join(match["code"].split())
        canonical = f"{' '.join(match['body'].split())} {code}"
        yield Citation(reading.span(*match.span()), CitationKind.STANDARD, canonical=canonical)
