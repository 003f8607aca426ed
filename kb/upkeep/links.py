"""Checks whether web addresses still answer: one request a time to a host, with a pause, as its robots.txt allows.

Every request ends in its time, every host in its own; what was found is saved as it goes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from threading import Lock
from typing import Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from kb.corpus.corpus import Corpus
from kb.corpus.link_status import LinkAnswer, LinkStatus, read_link_status
from kb.errors import KbError
from kb.language.dates import PartialDate, show_iso
from kb.upkeep.addresses import addresses
from kb.upkeep.network import is_network_missing, telling_hosts
from kb.upkeep.web_request import AGENT, WebAnswer, ask

_REFUSED = {401, 403, 429}
"""Answers of a host that refuses programs: a browser may still open the page."""
_CONFIRMED_BY_GET = {400, 404, 405, 406, 500, 501, 502, 503}
"""Answers to HEAD that a GET has to confirm: many hosts do not support HEAD."""
_LONGEST_ROBOTS = 200_000
_GONE_AFTER = 2
_NO_NETWORK = "không máy chủ nào trả lời, có lẽ máy đang không có mạng; chưa ghi gì"
_SAVE_AFTER, _SAVE_EVERY = 20, 10.0
"""Addresses, or seconds, after which the answers so far are saved."""

Save = Callable[[dict[str, LinkAnswer]], None]
"""Keeps the answers so far."""


@dataclass(frozen=True)
class LinkLimits:
    """Seconds between two requests to one host, seconds for one request and for one host, hosts asked at once.

    `trusted` are addresses of hosts that are asked though they are not of the public internet.
    """

    delay: float = 2.0
    timeout: float = 20.0
    workers: int = 4
    host_seconds: float = 900.0
    trusted: frozenset[str] = frozenset()


class NetworkMissing(KbError):
    """No host answered."""


@dataclass(frozen=True)
class DeadLink:
    """An address that failed, and the files that name it."""

    url: str
    day: str
    since: str
    why: str
    paths: tuple[str, ...]

    def __str__(self) -> str:
        row = f"từ {show_iso(self.since)}, " if self.since and self.since != self.day else ""
        return f"{self.url}\n  {self.why} ({row}kiểm tra {show_iso(self.day)}); ở {', '.join(self.paths)}"

    def as_json(self) -> dict[str, Any]:
        """{"url", "day", "since", "why", "paths": [files that name it]}; days are YYYY-MM-DD."""
        return asdict(self)


def naming(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """Every address and the files that name it."""
    found: dict[str, dict[str, None]] = {}
    for record in corpus.records.values():
        for url in addresses(record):
            found.setdefault(url, {})[corpus.sourced[record.id].shown] = None
    return {url: tuple(paths) for url, paths in sorted(found.items())}


def dead_links(corpus: Corpus) -> list[DeadLink]:
    """The addresses that failed in the last check and are not suppressed."""
    link_status = read_link_status(corpus.root)
    rows = ((url, link_status.dead(url), paths) for url, paths in naming(corpus).items())
    return [DeadLink(url, seen.day, seen.since, seen.why, paths) for url, seen, paths in rows if seen]


def check_links(
    corpus: Corpus,
    limits: LinkLimits,
    day: date,
    older: int = 7,
    progress: Callable[[int, int], None] | None = None,
    save: Save | None = None,
) -> dict[str, LinkAnswer]:
    """Check every address that is not suppressed and was not checked for `older` days: address -> answer.

    `progress` receives (addresses checked, addresses in all) after each, from several threads but one call at a time;
    so does `save` all answers so far, every twenty addresses or ten seconds and at the end, interrupted or not. Raises
    NetworkMissing where nobody answers, at once where nobody does from the beginning: then nothing is saved.
    """
    link_status = read_link_status(corpus.root)
    hosts: dict[str, list[str]] = {}
    for url in naming(corpus):
        if url not in link_status.suppressed and _is_due(link_status, url, day, older):
            hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    telling = telling_hosts(hosts)
    if is_network_missing([_root(urls[0]) for host, urls in hosts.items() if host in telling], limits.trusted):
        raise NetworkMissing(_NO_NETWORK)
    found = _Answers(telling, sum(map(len, hosts.values())), progress, save)

    def host(urls: list[str]) -> None:
        for url, answer, ok in _ask_host(urls, limits):
            since = "" if ok else _since(link_status, url, day)
            found.add(url, LinkAnswer(day.isoformat(), ok, answer.why, since), answer.reached)

    pool = ThreadPoolExecutor(limits.workers)
    try:
        list(pool.map(host, hosts.values()))
    finally:
        pool.shutdown(cancel_futures=True)
        found.save()
    if not found.worth_saving:
        raise NetworkMissing(_NO_NETWORK)
    return found.results


class _Answers:
    """The answers so far; nothing is saved before somebody has answered."""

    def __init__(
        self,
        telling: Collection[str],
        total: int,
        progress: Callable[[int, int], None] | None,
        save: Save | None,
    ) -> None:
        self.results: dict[str, LinkAnswer] = {}
        self._telling, self._reached, self._missed = telling, False, False
        self._total, self._progress, self._save = total, progress, save
        self._lock = Lock()
        self._saved, self._saved_at = 0, time.monotonic()

    def add(self, url: str, answer: LinkAnswer, reached: bool) -> None:
        with self._lock:
            self.results[url] = answer
            self._reached = self._reached or (reached and urlsplit(url).netloc.lower() in self._telling)
            self._missed = self._missed or not (reached or answer.ok)
            if self._progress:
                self._progress(len(self.results), self._total)
            if len(self.results) - self._saved >= _SAVE_AFTER or time.monotonic() - self._saved_at >= _SAVE_EVERY:
                self._put()

    @property
    def worth_saving(self) -> bool:
        """Whether the failures are those of the hosts: somebody has answered, or nobody was missed."""
        return self._reached or not self._missed

    def save(self) -> None:
        with self._lock:
            self._put()

    def _put(self) -> None:
        if self._save and self.worth_saving and len(self.results) > self._saved:
            self._save(dict(self.results))
            self._saved, self._saved_at = len(self.results), time.monotonic()


def _is_due(link_status: LinkStatus, url: str, day: date, older: int) -> bool:
    seen = link_status.checked.get(url)
    return seen is None or (day - PartialDate.parse(seen.day).first_day).days >= older


def _since(link_status: LinkStatus, url: str, day: date) -> str:
    seen = link_status.checked.get(url)
    return (seen.since or seen.day) if seen and not seen.ok else day.isoformat()


def _ask_host(urls: list[str], limits: LinkLimits) -> Iterator[tuple[str, WebAnswer, bool]]:
    """(address, answer, whether it counts as alive), one after another with a pause between requests.

    When the time of the host is over the rest is left for another day; a host that twice cannot be reached is gone
    for all of its addresses.
    """
    end = time.monotonic() + limits.host_seconds
    robots = _robots(urls[0], limits)
    unreached: list[WebAnswer] = []
    for url in urls:
        if time.monotonic() >= end:
            return
        if len(unreached) >= _GONE_AFTER:
            yield url, unreached[-1], False
            continue
        time.sleep(limits.delay)
        if robots and not robots.can_fetch(AGENT, url):
            yield url, WebAnswer(None, "robots.txt không cho máy mở"), True
            continue
        answer, ok = _ask(url, limits)
        unreached = [] if answer.reached or ok else [*unreached, answer]
        yield url, answer, ok


def _robots(url: str, limits: LinkLimits) -> RobotFileParser | None:
    """The rules of the host's robots.txt, or None where there are none or they cannot be read."""
    answer = ask(f"{_root(url)}/robots.txt", "GET", limits.timeout, limits.trusted, _LONGEST_ROBOTS)
    if answer.status != 200:
        return None
    rules = RobotFileParser()
    rules.parse(answer.body.decode("utf-8", "replace").splitlines())
    return rules


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _ask(url: str, limits: LinkLimits) -> tuple[WebAnswer, bool]:
    """(answer, whether it is alive): HEAD, then GET where HEAD did not decide or the connection was lost."""
    answer = ask(url, "HEAD", limits.timeout, limits.trusted)
    if (answer.status is None and not answer.inside) or answer.status in _CONFIRMED_BY_GET:
        time.sleep(limits.delay)
        answer = ask(url, "GET", limits.timeout, limits.trusted)
    if answer.inside:
        return WebAnswer(None, "địa chỉ trong mạng nội bộ, máy không mở", reached=False), True
    if answer.status in _REFUSED:
        return WebAnswer(answer.status, f"máy chủ từ chối máy tự động ({answer.status})"), True
    return (answer, False) if answer.status is None or answer.status >= 400 else (WebAnswer(answer.status), True)
