"""The site shown on this machine, built again when its files change; a build that fails leaves the last good pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from kb.corpus.cache import RecordCache
from kb.corpus.load import load_corpus
from kb.errors import KbError
from kb.files import reason
from kb.output import say
from kb.rules.run import check_corpus
from kb.site_build.build import build_site
from kb.site_build.local_address import LocalAddress
from kb.site_build.page_server import PageServer
from kb.site_build.watched_files import State, state_of
from kb.workspace import Workspace

_CAUSES = ("SRC", "FLD")
"""Faults of files that cannot be read, of which others follow: what names their records leads nowhere."""
_LOOK_EVERY = 0.5
"""Seconds between two looks at the files: a change is built once it is as old as that."""


@dataclass
class Preview:
    """`build` makes the pages of a workspace anew, and raises KbError where it cannot."""

    place: Workspace
    build: Callable[[Workspace], None]
    version: int = 0
    """How many times the pages were put in use."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """What pages are made of: the corpus, and the project's sources."""
        return self.place.corpus, *(self.place.project / name for name in ("site", "kb", "indexer"))

    def refresh(self) -> bool:
        """Build the pages; where that fails, say in one line why. Whether there are new pages."""
        try:
            if fault := first_fault(self.place):
                say(f"kb: chưa dựng lại, trang cũ còn nguyên: {fault}", err=True)
                return False
            self.build(self.place)
        except (KbError, OSError) as error:
            why = reason(error) if isinstance(error, OSError) else error
            say(f"kb: chưa dựng lại, trang cũ còn nguyên: {why}", err=True)
            return False
        self.version += 1
        say(f"Đã dựng lúc {time.strftime('%H:%M:%S')}", err=True)
        return True

    def next_change(self, built: State, every: float = _LOOK_EVERY) -> State:
        """Wait until the files are no longer as they were built, and stand still: their state then."""
        seen = built
        while True:
            time.sleep(every)
            now = state_of(self.folders)
            if now == seen and now != built:
                return now
            seen = now


def serve(place: Workspace, address: LocalAddress) -> None:
    """Show the site until the process is interrupted. Raises KbError where the address cannot be had."""
    preview = Preview(place, lambda place: build_site(place, quiet=True))
    with PageServer(address, place.site, lambda: preview.version) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        say(f"http://{server.address}/ (dừng: Ctrl+C)", err=True)
        if not address.is_loopback:
            say("Máy khác trong mạng cũng xem được trang này, vì --address không phải địa chỉ của riêng máy.", err=True)
        try:
            while True:
                state = state_of(preview.folders)  # before the build: what changes meanwhile is built next
                preview.refresh()
                preview.next_change(state)
        except KeyboardInterrupt:
            say("", err=True)


def first_fault(place: Workspace) -> str:
    """The first fault of the corpus with its place, and how many more there are; empty for none. Raises KbError."""
    problems = check_corpus(load_corpus(place.corpus, parsed=RecordCache(place.parsed)))
    if not problems:
        return ""
    first, more = min(problems, key=lambda problem: not problem.code.startswith(_CAUSES)), len(problems) - 1
    rest = f" (còn {more} lỗi nữa: kb check)" if more else ""
    return f"{first.line}{rest}"
