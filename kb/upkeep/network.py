"""Whether there is a network at all, told before hundreds of addresses are asked in vain."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

from kb.upkeep.web_request import ask

_MOST_HOSTS = 8
"""Hosts that are asked, spread over all."""
_FIGURES = re.compile(r"\[.*\](:\d*)?|[0-9.]+(:\d*)?")
_SECONDS = 5.0
"""What the first answer may take; looking up a name without a network may take the system half a minute."""


def telling_hosts(netlocs: Collection[str]) -> frozenset[str]:
    """The hosts by which it is told whether there is a network: those with a name, or all where none has one.

    Where names lead nowhere, an address in figures may still be answered, by a gateway for one.
    """
    named = frozenset(netloc for netloc in netlocs if not _FIGURES.fullmatch(netloc))
    return named or frozenset(netlocs)


def is_network_missing(roots: Sequence[str], trusted: Collection[str] = (), seconds: float = _SECONDS) -> bool:
    """Whether no host takes a connection within the seconds. `roots` are addresses of hosts, ``https://a.vn``.

    Each is asked for its rules, at the same time as the others, and the first that takes or refuses the connection
    decides. False where there is nobody to ask.
    """
    chosen = roots[:: max(1, -(-len(roots) // _MOST_HOSTS))]
    answers: SimpleQueue[bool] = SimpleQueue()

    def knock(root: str) -> None:
        answers.put(ask(f"{root}/robots.txt", "GET", seconds, trusted).reached)

    for root in chosen:
        Thread(target=knock, args=(root,), daemon=True).start()
    end = time.monotonic() + seconds
    with suppress(Empty):
        return bool(chosen) and not any(answers.get(timeout=max(0.0, end - time.monotonic())) for _ in chosen)
    return True
