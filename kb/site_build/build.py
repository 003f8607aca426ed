"""The site of a workspace, built by MkDocs in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime, timezone
from pathlib import Path

from kb.errors import KbError
from kb.files import replace_file
from kb.processes import run_module
from kb.site_build.exclusive_lock import exclusive_lock
from kb.site_build.offline import NAME, pack
from kb.site_build.replace_folder import replacing
from kb.site_build.site_settings import GIVEN, site_settings
from kb.workspace import Workspace, corpus_in

LOCK = "site.lock"
EPOCH = "SOURCE_DATE_EPOCH"
"""The environment variable that sets the day of a build: reproducible-builds.org/specs/source-date-epoch."""

PUBLISHED = "KB_SITE_ZIP"
"""The environment variable with the name of the zip that will stand beside the pages."""
LIBRARY = "KB_SITE_LIBRARY"
"""The environment variable with the folder of the library whose articles come along."""


def build_site(
    place: Workspace,
    day: date | None = None,
    url: str = "",
    *,
    quiet: bool = False,
    published: bool = False,
    library: Path | None = None,
) -> None:
    """Build the site as of `day`, warnings being errors, and put it in use in one step.

    `url` is the address of its root, for what needs a whole address: sitemap, canonical links, printed codes; else that
    of the settings beside the corpus. Nothing but those and the day comes from outside the corpus: `day`, else
    SOURCE_DATE_EPOCH, else today. The first page of a
    `published` site links to the zip that `pack_site` puts there; the articles of a `library` come along.
    Raises KbError when the build fails (MkDocs has printed why, unless it is `quiet`) or has made no page: the last
    good site stays in use.
    """
    settings = site_settings(place)
    with exclusive_lock(place.build / LOCK) as lock, replacing(place.site) as folder:
        arguments = ("build", "--strict", "--quiet", "--site-dir", str(folder))
        given = {PUBLISHED: NAME if published else "", LIBRARY: str(library or ""), GIVEN: settings.given}
        if mkdocs(
            place, *arguments, day=day or build_day(), url=url or settings.url, hold=(lock,), quiet=quiet, given=given
        ):
            seen = "xem lý do bằng lệnh kb build" if quiet else "xem các dòng ở trên, sửa rồi chạy lại: kb build"
            raise KbError(f"dựng trang web không thành công; {seen}")
        if not (folder / "index.html").is_file():
            raise KbError(
                "bản dựng không có trang nào, trang đang dùng giữ nguyên; xem lại mkdocs.yml rồi chạy: kb build"
            )


def pack_site(place: Workspace, *, published: bool = False) -> Path:
    """Pack the site in use into one zip file and return its path; a `published` site gets a copy of it.

    Raises KbError when it cannot be written.
    """
    target = place.build / NAME
    with exclusive_lock(place.build / LOCK):
        pack(place.site, target)
        if published:
            replace_file(place.site / NAME, target.read_bytes())
    return target


def mkdocs(
    place: Workspace,
    *arguments: str,
    day: date | None = None,
    url: str = "",
    hold: tuple[int, ...] = (),
    quiet: bool = False,
    given: Mapping[str, str] | None = None,
) -> int:
    """Run MkDocs on the project of the workspace and return its exit code.

    `hold` are descriptors that the process inherits, on POSIX: it keeps their locks when this process is killed.
    `given` are variables of its environment; an empty one is not set.
    """
    environment = {"NO_MKDOCS_2_WARNING": "1", "KB_CORPUS": str(place.corpus)}
    if day:
        environment[EPOCH] = str(int(datetime(day.year, day.month, day.day, tzinfo=timezone.utc).timestamp()))
    if url:
        environment["KB_SITE_URL"] = url
    environment |= {name: value for name, value in (given or {}).items() if value}
    arguments += ("--config-file", str(place.project / "mkdocs.yml"))
    return run_module("kb.site_build.mkdocs", *arguments, environment=environment, hold=hold, quiet=quiet)


def corpus_of(config: str) -> Path:
    """The corpus that a build reads: the one named in its environment, else the one beside its configuration."""
    return corpus_in(Path(os.environ.get("KB_CORPUS") or Path(config).parent))


def build_day() -> date:
    """The day whose statuses a site shows: SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else today.

    Raises KbError where it says no day.
    """
    epoch = os.environ.get(EPOCH)
    try:
        return datetime.fromtimestamp(int(epoch), timezone.utc).date() if epoch else date.today()
    except (ValueError, OverflowError, OSError):
        raise KbError(f"biến môi trường {EPOCH} phải là số giây từ 01/01/1970, đang là “{epoch}”") from None


def published_zip() -> str:
    """The name of the zip that the first page links to; empty where the site has none."""
    return os.environ.get(PUBLISHED, "")


def published_library() -> Path | None:
    """The folder of the library whose articles a site has; None where it has none."""
    named = os.environ.get(LIBRARY, "")
    return Path(named) if named else None
