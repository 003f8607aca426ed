"""The site of a workspace, built or served by MkDocs in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, timezone
from pathlib import Path

from kb.errors import KbError
from kb.workspace import Workspace


def build_site(place: Workspace) -> None:
    """Build the site, strictly. Raises KbError when it fails; MkDocs has said why."""
    if mkdocs(place, "build", "--strict", "--quiet"):
        raise KbError("dựng trang web không thành công; xem các dòng ở trên, sửa rồi chạy lại: kb build")


def mkdocs(place: Workspace, *arguments: str) -> int:
    """Run MkDocs on the project; its exit code."""
    config = place.corpus.parent / "mkdocs.yml"
    if not config.is_file():
        raise KbError(f"không có {config}: chỉ dựng được trang trong thư mục dự án")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "KB_CORPUS": str(place.corpus)}
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(config)]
    return subprocess.call(command, env=environment)


def corpus_of(config: str) -> Path:
    """The corpus that a build reads: the one named in its environment, else the one beside its configuration."""
    return Path(os.environ.get("KB_CORPUS") or Path(config).parent / "corpus")


def build_day() -> date:
    """The day whose statuses a site shows: SOURCE_DATE_EPOCH (seconds, UTC) where it is set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), timezone.utc).date() if epoch else date.today()
