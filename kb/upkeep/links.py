"""Checks whether web addresses still answer: one request a time to a host, with a pause, as its robots.txt allows.

The client of the standard library is enough: one request an address, no sessions, no bodies.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from http.client import HTTPException
from threading import Lock
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen
from urllib.robotparser import RobotFileParser

from kb.corpus.corpus import Corpus
from kb.corpus.link_status import LinkAnswer, LinkStatus, read_link_status
from kb.language.dates import PartialDate, show_iso
from kb.upkeep.stale import addresses

AGENT = "kb-van-ban"
_USER_AGENT = f"{AGENT} (kiem tra lien ket cua kho tra cuu van ban)"
_REFUSED = {401, 403, 429}
"""Answers of a host that refuses programs: a browser may still open the page."""
_CONFIRMED_BY_GET = {400, 404, 405, 406, 500, 501, 502, 503}
"""Answers to HEAD that a GET has to confirm: many hosts do not support HEAD."""


@dataclass(frozen=True)
class LinkLimits:
    """Seconds between two requests to one host, seconds to wait for an answer, hosts asked at once."""

    delay: float = 2.0
    timeout: float = 20.0
    workers: int = 4


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
    corpus: Corpus, limits: LinkLimits, day: date, older: int = 7, progress: Callable[[int, int], None] | None = None
) -> dict[str, LinkAnswer]:
    """Check every address that is not suppressed and was not checked for `older` days: address -> answer.

    `progress` receives (addresses checked, addresses in all) after each, from several threads but one call at a time.
    """
    link_status = read_link_status(corpus.root)
    hosts: dict[str, list[str]] = {}
    for url in naming(corpus):
        if url not in link_status.suppressed and _is_due(link_status, url, day, older):
            hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    total, done, lock = sum(map(len, hosts.values())), 0, Lock()
    results: dict[str, LinkAnswer] = {}

    def host(urls: list[str]) -> None:
        nonlocal done
        for url, why, ok in _ask_host(urls, limits):
            since = "" if ok else _since(link_status, url, day)
            with lock:
                results[url] = LinkAnswer(day.isoformat(), ok, why, since)
                done += 1
                if progress:
                    progress(done, total)

    with ThreadPoolExecutor(limits.workers) as pool:
        list(pool.map(host, hosts.values()))
    return results


def _is_due(link_status: LinkStatus, url: str, day: date, older: int) -> bool:
    seen = link_status.checked.get(url)
    return seen is None or (day - PartialDate.parse(seen.day).first_day).days >= older


def _since(link_status: LinkStatus, url: str, day: date) -> str:
    seen = link_status.checked.get(url)
    return (seen.since or seen.day) if seen and not seen.ok else day.isoformat()


def _ask_host(urls: list[str], limits: LinkLimits) -> Iterator[tuple[str, str, bool]]:
    """(address, reason, whether it counts as alive), one after another with a pause between requests."""
    robots = _robots(urls[0], limits)
    for url in urls:
        time.sleep(limits.delay)
        if robots and not robots.can_fetch(AGENT, url):
            yield url, "robots.txt không cho máy mở", True
            continue
        why, ok = _ask(url, limits)
        yield url, why, ok


def _robots(url: str, limits: LinkLimits) -> RobotFileParser | None:
    """The rules of the host's robots.txt, or None where there are none or they cannot be read."""
    parts = urlsplit(url)
    rules = RobotFileParser()
    try:
        request = Request(f"{parts.scheme}://{parts.netloc}/robots.txt", headers={"User-Agent": _USER_AGENT})
        with urlopen(request, timeout=limits.timeout) as answer:
            rules.parse(answer.read(200_000).decode("utf-8", "replace").splitlines())
    except (OSError, HTTPException, ValueError):
        return None
    return rules


def _ask(url: str, limits: LinkLimits) -> tuple[str, bool]:
    """(reason, whether it is alive): HEAD, then GET where HEAD did not decide or the connection was lost."""
    status, why = _status(url, "HEAD", limits)
    if status is None or status in _CONFIRMED_BY_GET:
        time.sleep(limits.delay)
        status, why = _status(url, "GET", limits)
    if status in _REFUSED:
        return f"máy chủ từ chối máy tự động ({status})", True
    return (why, False) if status is None or status >= 400 else ("", True)


def _status(url: str, method: str, limits: LinkLimits) -> tuple[int | None, str]:
    safe = quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    try:
        with urlopen(
            Request(safe, method=method, headers={"User-Agent": _USER_AGENT}), timeout=limits.timeout
        ) as answer:
            return int(answer.status), ""
    except HTTPError as error:
        with error:
            return error.code, f"máy chủ trả lời {error.code}"
    except TimeoutError:
        return None, f"không trả lời trong {limits.timeout:g} giây"
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            return None, f"không trả lời trong {limits.timeout:g} giây"
        return None, "không kết nối được máy chủ"
    except (OSError, HTTPException, ValueError):
        return None, "máy chủ ngắt kết nối hoặc trả lời hỏng"
