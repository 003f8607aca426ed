"""A function of kb run in a process of its own: what it reads may be hostile, and may take neither time nor memory."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

from kb.errors import KbError
from kb.processes.bounded import run_bounded
from kb.processes.limits import ChildFailed, ChildOutOfMemory, ChildTooSlow, Limits
from kb.processes.path import python

_CODE = "from kb.processes.function import answer; answer(*sys.argv[1:])"
_SIGNS = (b"MemoryError", b"bad_alloc", b"Cannot allocate memory", b"failed to map segment", b"out of memory")
"""What programs and libraries say when they get no memory."""


def call(function: Callable[[bytes], Any], data: bytes, limits: Limits) -> Any:
    """What `function`, which stands at the top of a module of kb, returns for `data`: a value that JSON can carry.

    A KbError that it raises is raised here. Raises ChildTooSlow, ChildOutOfMemory, ChildTooLong, ChildNotStarted,
    and ChildFailed for any other end; its `detail` then has the traceback.
    """
    numbers = (str(limits.processor), str(limits.memory))
    command = python(_CODE, function.__module__, function.__qualname__, *numbers)
    code, out, err = run_bounded(command, data, limits, os.environ)
    detail = err.decode("utf-8", "replace")
    if code == 0:
        return _value(out, detail)
    if code == -getattr(signal, "SIGXCPU", 0):
        raise ChildTooSlow(f"chạy quá {limits.processor} giây xử lý không xong", detail)
    if code == -getattr(signal, "SIGKILL", 0) or any(sign in err for sign in _SIGNS):
        raise ChildOutOfMemory("cần nhiều bộ nhớ hơn mức cho phép", detail)
    raise ChildFailed("tiến trình đọc tệp dừng giữa chừng", detail)


def _value(out: bytes, detail: str) -> Any:
    try:
        reply = json.loads(out)
        value, refusal, words = reply["value"], reply["refusal"], reply["words"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ChildFailed("tiến trình đọc tệp trả lời không đọc được", detail) from None
    if refusal is None:
        return value
    # only a refusal that is known here: the child may be in the hands of what it read
    raise next((cls for cls in _refusals(KbError) if cls.__name__ == refusal), KbError)(str(words))


def _refusals(cls: type[KbError]) -> Iterator[type[KbError]]:
    for below in cls.__subclasses__():
        yield below
        yield from _refusals(below)


def answer(module: str, name: str, processor: str, memory: str) -> None:
    """In the child: the reply as JSON on what was standard output; what a library prints goes to standard error."""
    from importlib import import_module

    replies = os.dup(1)
    os.dup2(2, 1)
    function = getattr(import_module(module), name)
    data = sys.stdin.buffer.read()
    limit_self(int(processor), int(memory))
    reply: dict[str, Any] = {"value": None, "refusal": None, "words": ""}
    try:
        reply["value"] = function(data)
    except KbError as error:
        reply |= {"refusal": type(error).__name__, "words": str(error)}
    with os.fdopen(replies, "wb") as out:
        out.write(json.dumps(reply).encode())


def limit_self(processor: int, memory: int) -> None:
    """Limit this process and what it starts: processor seconds, and bytes of address space."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_CPU, processor), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (bound, hard if what == resource.RLIMIT_CPU else bound))
        except (ValueError, OSError):  # macOS: no limit of memory
            continue
