"""What a child process may take, and the refusals when it takes more."""

from __future__ import annotations

from dataclasses import dataclass

from kb.errors import KbError


@dataclass(frozen=True)
class Limits:
    """`seconds` of the clock; `processor` seconds; `memory` in bytes of address space; `output` in bytes.

    Processor and memory are limited where the system can (setrlimit(2): not on Windows; macOS limits no memory).
    """

    seconds: float = 60
    processor: int = 60
    memory: int = 2_000_000_000
    output: int = 200_000_000


class ChildFailed(KbError):
    """The child ended without an answer; `detail` is the end of what it wrote to standard error."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


class ChildTooSlow(ChildFailed):
    """The child used up its seconds and was ended."""


class ChildOutOfMemory(ChildFailed):
    """The child wanted more memory than it may have, or than the machine has."""


class ChildTooLong(ChildFailed):
    """The child wrote more than it may and was ended."""


class ChildNotStarted(ChildFailed):
    """The machine starts no process: too many are running, or too many files are open."""


class ProgramMissing(ChildFailed):
    """No folder of PATH has the program."""
