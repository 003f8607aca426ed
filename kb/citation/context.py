"""What stands around a number: date and body behind it or in front of it, provision, quoted title.

Every function reads a window of bounded length and gives places in the plain text.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kb.citation.issuer import issuer_end
from kb.citation.patterns import (
    CLAUSE_END,
    DATE_AFTER,
    DATE_BEFORE,
    ISSUED_CLOSE_BEFORE,
    NOTE_MARK,
    OF,
    OTHER_IN_TITLE,
    PROVISION_BEFORE,
    QUOTED_TITLE,
    QUOTES_PROVISION,
    SESSION,
    TITLE_BEGINS,
    UNIT_LINKS,
    UNIT_NUMBER_ENDS,
    UNREAD_AFTER,
    YEAR_AFTER,
)

Place = tuple[int, int]
"""Start and end in the plain text of a reading."""
LONGEST_TITLE = 600
"""Code points of a title that no quotation marks close."""
LOOKED_BACK = 160
"""Code points in front of a citation in which its provision, day and body are looked for."""


class Issued(Struct, frozen=True):
    """By whom and when, as typed; `end` is where the last part that belongs to the citation ends."""

    end: int
    date: Place | None = None
    issuer: Place | None = None
    year: int | None = None
    month: int | None = None
    unread: Place | None = None
    """What stands for a day and is none."""


def after(text: str, end: int, *, joint: bool) -> Issued:
    """Date and body behind a number, in either order: ``ngày … của …`` or ``của … ngày …``."""
    if note := NOTE_MARK.match(text, end):
        end = note.end()
    end, date = _date(text, end)
    part = Issued(end, date) if date else _part(text, end)
    end, issuer = _issuer(text, part.end, joint=joint)
    if date is None and issuer is not None:
        end, date = _date(text, end)
    if date is None and part.year is None and part.unread is None:
        part = replace(_part(text, end), end=end)
    return replace(part, end=end, date=date, issuer=issuer)


def _part(text: str, end: int) -> Issued:
    """The year or month alone that stands behind a number, or what else stands there in the place of a day."""
    if year := YEAR_AFTER.match(text, end):
        return Issued(year.end(), year=int(year["year"]))
    unread = UNREAD_AFTER.match(text, end)
    if unread is None:
        return Issued(end)
    if unread["year"] is None:
        return Issued(end, unread=unread.span("date"))
    return Issued(unread.end(), year=int(unread["year"]), month=int(unread["month"]), unread=unread.span("date"))


def _date(text: str, end: int) -> tuple[int, Place | None]:
    match = DATE_AFTER.match(text, end)
    return (match.end("date"), match.span("date")) if match else (end, None)


def _issuer(text: str, end: int, *, joint: bool) -> tuple[int, Place | None]:
    of = OF.match(text, end)
    if of and (stop := issuer_end(text, of.end(), joint=joint)):
        return stop, (of.end(), stop)
    session = SESSION.match(text, end)
    if session:
        stop = session.start("issuer") + len(session["issuer"].rstrip(" ,\n"))
        return stop, (session.start("issuer"), stop)
    return end, None


def issued_before(text: str, start: int) -> Issued:
    """``Ngày 26/9/2022, Bộ Công an đã ban hành Công văn …``: date and body in front of the type word."""
    window_start = max(0, start - LOOKED_BACK)
    if text[max(0, start - 12) : start].rstrip()[-4:].lower() != "hành":
        return Issued(start)
    close = ISSUED_CLOSE_BEFORE.search(text[window_start:start])
    if close is None:
        return Issued(start)
    limit = window_start + close.start()
    clause = max(window_start, *(text.rfind(mark, window_start, limit) + 1 for mark in (";", "\n", "“", "”", ". ")))
    dates = list(DATE_BEFORE.finditer(text, clause, limit))
    begin = dates[-1].end() if dates else clause
    begin += len(text[begin:limit]) - len(text[begin:limit].lstrip(" ,"))
    stop = issuer_end(text, begin)
    if stop is None or text[stop:limit].strip():
        return Issued(start)
    return Issued(start, dates[-1].span("date") if dates else None, (begin, stop))


def provision_before(text: str, start: int) -> Place | None:
    """``điểm a khoản 2 Điều 74 của`` in front of a citation."""
    window_start = max(0, start - LOOKED_BACK)
    window = text[window_start:start]
    words = window.split()
    while words and words[-1].lower() in UNIT_LINKS:
        words.pop()
    if not words or not UNIT_NUMBER_ENDS.search(words[-1].rstrip(",")):
        return None
    match = PROVISION_BEFORE.search(window)
    return (window_start + match.start("provision"), window_start + match.end("provision")) if match else None


def title_after(text: str, end: int, *, of_provision: bool) -> tuple[Place, bool] | None:
    """The title behind a citation, and whether it stands in quotation marks.

    ``khoản 1 Điều 2 Thông tư số …: “…”`` quotes the provision: those words are no title.
    """
    quoted = QUOTED_TITLE.match(text, end)
    if quoted and of_provision and QUOTES_PROVISION.match(text, end, quoted.start("title")):
        return None
    if quoted:
        return quoted.span("title"), True
    begins = TITLE_BEGINS.match(text, end)
    if begins is None:
        return None
    stop = CLAUSE_END.search(text, begins.end(), min(len(text), begins.end() + LONGEST_TITLE))
    title_end = stop.start() if stop else min(len(text), begins.end() + LONGEST_TITLE)
    return (begins.start("title"), title_end), False


def issued_behind_title(text: str, title: Place, *, quoted: bool, joint: bool) -> Issued:
    """``Thông tư số … quy định về … ngày 28/12/2021 của Bộ Công an``: who issued it when, said behind its title.

    In a title without quotation marks only a day with a body is taken, and none behind another document's type
    word: day and body would be that document's.
    """
    if quoted:
        return after(text, title[1] + 1, joint=joint)
    date = DATE_AFTER.search(text, *title)
    if date is None or OTHER_IN_TITLE.search(text, title[0], date.start()):
        return Issued(title[1])
    issued = after(text, date.start(), joint=joint)
    return issued if issued.issuer else Issued(title[1])


def without_date(text: str, title: Place, date: Place | None) -> Place:
    """The title up to the day of issue that was read in it."""
    if date is None or not title[0] < date[0] < title[1]:
        return title
    word = max(text.rfind(form, title[0], date[0]) for form in ("ngày", "Ngày", "ngay"))
    return title[0], title[0] + len(text[title[0] : max(word, title[0])].rstrip(" ,\n"))
