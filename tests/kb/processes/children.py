"""What tests have children do."""

from __future__ import annotations

import os
import sys
import time

from kb.errors import DraftUnreadable, KbError


def about(data: bytes) -> dict[str, object]:
    """The child as its parent cares to know it."""
    print("noise of a library")
    os.write(1, b"and of one in C\n")
    return {"words": data.decode(), "path": sys.path, "encoding": sys.stdout.encoding, "file": __file__}


def refused(data: bytes) -> None:
    raise DraftUnreadable("“đơn.pdf” có mật khẩu")


def strange(data: bytes) -> None:
    class Unknown(KbError):
        pass

    raise Unknown("không rõ")


def broken(data: bytes) -> float:
    return 1 / len(data)


def asleep(data: bytes) -> None:
    time.sleep(60)


def busy(data: bytes) -> None:
    while True:
        pass


def greedy(data: bytes) -> int:
    return len(bytearray(4_000_000_000))


def long(data: bytes) -> str:
    return "x" * 3_000_000


def gone(data: bytes) -> None:
    os.abort()


def silent(data: bytes) -> None:
    os._exit(0)


def squared(number: int) -> int:
    return number * number
