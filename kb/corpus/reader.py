"""Builds records from values with places. Faults in data become problems, never exceptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from msgspec import convert

from kb.corpus.source import KEY, MarkedValue
from kb.corpus.validate import FieldFault, validate
from kb.model import Record, decoded
from kb.model.messages import MESSAGES, SHAPES
from kb.problem import Problem

R = TypeVar("R", bound=Record)

_DAY_FIRST = re.compile(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](\d{4})")


def read_record(cls: type[R], sourced: MarkedValue) -> tuple[R | None, list[Problem]]:
    """Build a record of class `cls`, or return every problem that prevents it."""
    value, faults = validate(cls, sourced.value)
    if faults:
        return None, [_problem(fault, sourced) for fault in faults]
    return convert(value, cls, dec_hook=decoded), []


def _problem(fault: FieldFault, sourced: MarkedValue) -> Problem:
    code, message, help_ = MESSAGES[fault.kind]
    words = {
        "field": next((str(step) for step in reversed(fault.path) if isinstance(step, str)), "tệp"),
        "found": str(fault.found)[:60],
        "expected": fault.expected,
        "choices": _choices(fault),
        "shape": SHAPES.get(str(fault.expected), f"biểu thức {fault.expected}"),
    }
    key = (*fault.path, KEY)
    mark = sourced.marks[key] if fault.kind == "undeclared" and key in sourced.marks else sourced.mark(fault.path)
    return Problem(mark, code, message.format(**words), _rewritten(fault) or help_.format(**words))


def _choices(fault: FieldFault) -> str:
    """The words of a closed vocabulary, with the one that was perhaps meant."""
    if fault.kind != "choice":
        return ""
    near = _near(str(fault.found), fault.expected)
    return ", ".join(fault.expected) + (f" (có phải {near}?)" if near else "")


def _rewritten(fault: FieldFault) -> str:
    """What was perhaps meant: YYYY-MM-DD for a date written day first, the declared field for a mistyped name."""
    if fault.kind == "date" and (match := _DAY_FIRST.fullmatch(str(fault.found).strip())):
        return f"viết {match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    near = _near(str(fault.path[-1]), fault.expected) if fault.kind == "undeclared" else ""
    return f"có phải “{near}”?" if near else ""


def _near(word: str, words: Sequence[str]) -> str:
    from difflib import get_close_matches  # only for the value that is wrong

    return next(iter(get_close_matches(word, words, 1)), "")
