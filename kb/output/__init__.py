"""What is printed, and what becomes of it when it cannot be.

Two parts, neither of which knows click. `say` prints text and `styled` gives words of it a style. What acts or cannot
be seen in a draft, a record or a file name is shown as JSON writes it (`\\u001b`, `kb.language.characters`), never
sent, so that JSON stays the same value; surrogates stand for the bytes of a name that are not UTF-8. A style is known
by a mark drawn anew in each process, which no draft can hold.

`run_main` stands around the whole program, so that it holds for what click prints too. Output is UTF-8 whatever the
code page. A closed descriptor becomes the empty device: the next file opened would get its number, and the text
printed. A broken pipe ends the program silently with 141, as SIGPIPE does (128 + 13). An answer that cannot be written
(a full disk) is one line on standard error, and exit code 2. What standard error does not take is dropped: the answer
and its exit code are what was asked for.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from typing import BinaryIO, TextIO

from kb.language.characters import visible

_MARK = f"\x1b{os.urandom(8).hex()}"
_BROKEN_PIPE = 141
_UNWRITABLE = 2
_CLOSED = (errno.EPIPE, errno.EINVAL) if sys.platform == "win32" else (errno.EPIPE,)
_REASONS = {errno.ENOSPC: "đĩa đầy", errno.EDQUOT: "hết hạn mức đĩa", errno.EIO: "thiết bị báo lỗi"}


class Style(Enum):
    """The styles of kb: select graphic rendition of ECMA-48, 8.3.117."""

    BOLD = "1"
    DIM = "2"
    UNDERLINED = "4"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"


def styled(text: str, style: Style) -> str:
    """The text in a style, once it is printed by `say` or `printable`."""
    return f"{_MARK}[{style.value}m{text}{_MARK}[0m"


def printable(text: str) -> str:
    """The text as it may reach a terminal: styles as escape sequences, other control characters shown."""
    return "\x1b".join(map(visible, text.split(_MARK)))


def say(text: str = "", *, err: bool = False, end: str = "\n") -> None:
    """Print on standard output, or standard error, at once."""
    stream = sys.stderr if err else sys.stdout
    stream.write(printable(text) + end)
    stream.flush()


def say_progress(text: str, *, last: bool) -> None:
    """Write over the line of progress on standard error, if that is a terminal; `last` ends the line."""
    if sys.stderr.isatty():
        say(text, err=True, end="\n" if last else "\r")


def run_main(main: Callable[[], object]) -> None:
    """Run the program with its streams made ready. Raises SystemExit as `main` does, or with 141 or 2."""
    _open_closed_descriptors()
    sys.stdin = io.TextIOWrapper(_buffer(sys.stdin, 0), "utf-8", "replace")
    sys.stdout = _Stream(1, sys.stdout)
    sys.stderr = _Stream(2, sys.stderr)
    _let_windows_read_styles()
    try:
        main()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _open_closed_descriptors() -> None:
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # the lowest free number: this one


def _let_windows_read_styles() -> None:
    """ENABLE_VIRTUAL_TERMINAL_PROCESSING of the consoles of standard output (-11) and standard error (-12)."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        for number in (-11, -12):
            console, mode = kernel.GetStdHandle(number), ctypes.c_ulong()
            if kernel.GetConsoleMode(console, ctypes.byref(mode)):
                kernel.SetConsoleMode(console, mode.value | 4)


def _buffer(stream: TextIO | None, number: int) -> BinaryIO:
    """What is below a stream of this process, which is then of no more use; Python makes none where it was closed."""
    if stream is None:
        return open(number, "wb" if number else "rb", closefd=False)
    return stream.detach() if isinstance(stream, io.TextIOWrapper) else stream.buffer


class _Stream(io.TextIOWrapper):
    """A standard stream that ends the program, or falls silent, where it cannot be written."""

    def __init__(self, number: int, old: TextIO | None) -> None:
        lines = bool(getattr(old, "line_buffering", number == 2))
        super().__init__(_buffer(old, number), "utf-8", "backslashreplace", line_buffering=lines)
        self._number = number

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError as error:
            self._give_up(error)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        device = os.open(os.devnull, os.O_WRONLY)
        os.dup2(device, self._number)  # what is still held goes there, at the end of the interpreter too
        os.close(device)
        with suppress(OSError):
            super().flush()
        if self._number == 2:
            return
        if error.errno in _CLOSED:
            raise SystemExit(_BROKEN_PIPE)
        why = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        say(f"kb: không in được kết quả: {why}; chọn nơi ghi khác rồi chạy lại", err=True)
        raise SystemExit(_UNWRITABLE)
