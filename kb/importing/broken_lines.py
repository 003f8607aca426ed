"""Lines of a header broken within what belongs together: a number, a day, a place, the name of the country."""

from __future__ import annotations

import re

from kb.language.fold import folded

LONGEST = 60
"""Code points of a broken line of a header."""
OPEN_NUMBER_WITHIN = 120
"""Code points at the end of a line that hold the number it breaks off in; no number is as long."""
_OPEN_NUMBER = re.compile(r"số\s*:?\s*\d\S*[-/]$", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-ZĐ][\w&-]*")
_NUMBER_TO_COME = re.compile(r"(?:(?:Luật|Nghị quyết|Pháp lệnh) s|S)ố\s*:?")
_ORDINAL = re.compile(r"\d{1,5}(?:\.\d{1,3})?[A-Za-z]?\s*[/-]")
_OPEN_DAY = re.compile(r"(?:.*,\s*)?(?:ngày|.*\btháng|.*\bnăm)[\s\d]*", re.IGNORECASE)
_DAY_GOES_ON = re.compile(r"(?:\d{1,4}\s*)?(?:tháng|năm)\b.*|\d{4}", re.IGNORECASE)
_OPEN_PLACE = re.compile(r"[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*)?")
_PLACE_GOES_ON = re.compile(r"[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*){0,3},\s*ngày[\s\d._…]+tháng.*")
_COUNTRY = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "dang cong san viet nam")


def open_number(text: str) -> bool:
    """Whether the text breaks off within a number: ``số 12/``."""
    return text.endswith(("-", "/")) and bool(_OPEN_NUMBER.search(text[-OPEN_NUMBER_WITHIN:]))


def belongs_together(last: str, line: str) -> bool:
    """Whether `line` is the rest of what the line above it, `last`, began."""
    if open_number(last) and _SYMBOL.fullmatch(line):
        return True
    if max(len(last), len(line)) > LONGEST:
        return False
    return (
        bool(_NUMBER_TO_COME.fullmatch(last) and _ORDINAL.match(line))
        or bool(_OPEN_DAY.fullmatch(last) and "ngày" in last.lower() and _DAY_GOES_ON.fullmatch(line))
        or bool(_OPEN_PLACE.fullmatch(last) and _PLACE_GOES_ON.fullmatch(line))
        or _is_country(last, line)
    )


def _is_country(last: str, line: str) -> bool:
    """Whether both are pieces of the country's or the Party's name or of the motto, one behind the other."""
    if not (last.isupper() and line.isupper()) and not last.startswith(("Độc", "độc")):
        return False
    begun, both = (" ".join(folded(text).split()) for text in (last, f"{last} {line}"))
    return any(begun != name and (name.startswith(both) or (both in name and " " in begun)) for name in _COUNTRY)
