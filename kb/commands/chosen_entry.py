"""Which document of the registers a new record takes its facts from: the one that number and day leave.

The corpus is shared with others, so facts of the office's own register go into it only where somebody asks for that.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from kb.commands.registers import private_registers, shared_registers
from kb.commands.unregistered import unregistered
from kb.errors import UnknownRecord
from kb.language.dates import PartialDate
from kb.language.fold import composed
from kb.number.asked import number_asked

if TYPE_CHECKING:
    from kb.number.document_number import DocumentNumber
    from kb.register.describing import Found
    from kb.register.entry import RegisterEntry
    from kb.register.layers import LayerRegister
    from kb.workspace import Workspace

_DAY_BEHIND = re.compile(
    r"(?P<number>\S.*?),?\s+(?:(?:ngày\s+)?(?P<day>\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})"
    r"|(?:(?:ngày\s+(?P<of_month>\d{1,2})\s+)?tháng\s+(?P<month>\d{1,2})\s+)?năm\s+(?P<year>\d{4}))\s*",
    re.IGNORECASE,
)
"""A day behind a number, in figures or in words, or the month or year alone: ``46-CT/TW năm 2015``."""
_NO_SYMBOL = re.compile(r"\D{0,40}\d{1,5}(?:/\d{4})?\s*")


def chosen_entry(place: Workspace, text: str, *, private: bool) -> tuple[LayerRegister, RegisterEntry]:
    """The document of a typed number, of the day, month or year where one is typed, and the register that holds it.

    `private`: the office's own register may give it too. Raises UnknownRecord, or ends as `unregistered` says, where
    the registers asked hold none; click.BadParameter where they hold several or it is no number.
    """
    from kb.register.describing import entry_line

    typed, day = _number_and_day(text)
    number = _number(typed)
    shared, private_ones = shared_registers(place), private_registers()
    found, own = _held(shared, str(number), day), _held(private_ones, str(number), day)
    if private:
        found += [one for one in own if not any(_is_one(one[1], entry) for _, entry in found)]
    if not found:
        if own:
            raise _private_alone(text, str(number))
        raise unregistered(place.corpus, number, day, text, has_register=bool(shared or private_ones))
    if len(found) > 1:
        held = "; ".join(entry_line(register, entry, date.today()) for register, entry in found)
        chosen = f'nêu cả ngày: kb new "{number} ngày {PartialDate.parse(found[0][1].days[0]).shown}"'
        raise click.BadParameter(f"sổ đăng ký có {len(found)} văn bản số “{number}”: {held}; {chosen}")
    return found[0]


def _held(registers: list[LayerRegister], number: str, day: str) -> Found:
    from kb.register.describing import found_in

    found = found_in(registers, number)
    return [one for one in found if not day or any(issued.startswith(day) for issued in one[1].days)]


def _is_one(one: RegisterEntry, other: RegisterEntry) -> bool:
    """Whether two entries of a number are one document: the national register then speaks first."""
    return one.type == other.type and bool(set(one.days) & set(other.days))


def _private_alone(text: str, number: str) -> UnknownRecord:
    return UnknownRecord(
        f"chỉ sổ riêng của cơ quan có văn bản “{text}”, và dữ kiện của sổ riêng không tự vào kho, nơi người khác đọc "
        f'được; muốn đưa vào: kb new "{text}" --private; tự nhập: kb new --number {number}'
    )


def _number(typed: str) -> DocumentNumber:
    """The number that was typed, with or without its type, letters for figures read as meant.

    Raises click.BadParameter.
    """
    number = number_asked(typed)
    if number is None:
        lacks_symbol = _NO_SYMBOL.fullmatch(typed)
        lacking = "thiếu ký hiệu: ghi đủ, như 34/2016/NĐ-CP" if lacks_symbol else "không phải số, ký hiệu văn bản"
        raise click.BadParameter(f"“{typed.strip()[:60]}” {lacking}")
    return number


def _number_and_day(text: str) -> tuple[str, str]:
    """Of ``83/2022/NĐ-CP ngày 18/10/2022`` the number and the ISO day, month or year; empty where none is named.

    Raises click.BadParameter.
    """
    match = _DAY_BEHIND.fullmatch(composed(text))
    if not match:
        return text, ""
    figures = match["day"] or "/".join(filter(None, match.group("of_month", "month", "year")))
    try:
        return match["number"], str(typed_day(figures))
    except click.UsageError as error:
        raise click.BadParameter(error.message) from None


def typed_day(text: str) -> PartialDate:
    """The date typed, as exact as it is. Raises click.UsageError where there is no such day."""
    try:
        return PartialDate.written(text) if "/" in text else PartialDate.parse(text or "unknown")
    except ValueError:
        message = f"“{text}” không phải ngày: viết dd/mm/yyyy, mm/yyyy, yyyy hoặc YYYY-MM-DD"
        raise click.UsageError(message) from None
