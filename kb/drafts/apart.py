"""Files that may be hostile, read in a process of their own: they exhaust neither the time nor the memory of kb."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from kb.errors import DraftUnreadable
from kb.processes import (
    ChildFailed,
    ChildNotStarted,
    ChildOutOfMemory,
    ChildTooLong,
    ChildTooSlow,
    Limits,
    call,
)

LIMITS = Limits(seconds=60, processor=60, memory=2_000_000_000)
"""Seconds of wall and processor time, and bytes of address space, of the process that reads a PDF."""
TEXT_LIMITS = Limits(seconds=20, processor=10, memory=1_000_000_000)
"""Of the process that reads a Word file or a web page; with comments (`kb.review.comments`) 20 seconds together."""


def read_apart(
    function: Callable[[bytes], Any], data: bytes, name: str, kind: str, limits: Limits | None = None
) -> Any:
    """What `function` returns for the content of a file of this kind (“PDF”), within `LIMITS` or those given.

    Raises DraftUnreadable with the file's name before the reason, also before one that `function` raises.
    """
    if sys.platform == "emscripten":  # a browser starts no process, and bounds the page itself
        return read_here(function, data, name)
    limits = limits or LIMITS
    try:
        return call(function, data, limits)
    except DraftUnreadable as error:
        raise DraftUnreadable(f"“{name}” {error}") from None
    except ChildTooSlow:
        raise DraftUnreadable(f"“{name}” đọc quá {limits.processor} giây không xong; tệp này bị bỏ qua") from None
    except ChildOutOfMemory:
        raise DraftUnreadable(f"“{name}” cần nhiều bộ nhớ hơn mức cho phép; hãy tách tệp rồi thử lại") from None
    except ChildTooLong:
        raise DraftUnreadable(f"“{name}” có quá nhiều chữ; hãy tách tệp rồi thử lại") from None
    except ChildNotStarted as error:
        raise DraftUnreadable(f"chưa đọc “{name}”: {error}; đóng bớt chương trình rồi chạy lại") from error
    except ChildFailed as error:  # a library that crashes over a file
        raise DraftUnreadable(f"“{name}” bị hỏng hoặc không phải tệp {kind}") from error


def read_here(function: Callable[[bytes], Any], data: bytes, name: str) -> Any:
    """What `function` returns for a file so small that its own bounds suffice. Raises DraftUnreadable as above."""
    try:
        return function(data)
    except DraftUnreadable as error:
        raise DraftUnreadable(f"“{name}” {error}") from error
