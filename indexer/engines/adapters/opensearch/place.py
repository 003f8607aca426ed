"""Where an index stands: the addresses of a cluster and an alias, in the folder that names the engine."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from indexer.manifest import ENGINE_SETTINGS, ENGINE_STATE, read_table, write_table
from kb.errors import IndexUnusable

URL_VARIABLE = "KB_OPENSEARCH_URL"
"""The cluster that a new index is written to when none is named."""
BUILDING, BEFORE = ".building", ".before"
"""What the names of the index that is being written, and of the one before, end in."""
ID_DIGITS = 16
"""Hexadecimal digits in the name of a folder."""


class ClusterPlace(NamedTuple):
    """The settings of an index of this engine."""

    url: str
    """One address or several, a comma between: the nodes that may be asked. No user, no password."""
    alias: str
    """The name that answers: it stands for the index that was last whole."""
    shards: int = 1
    replicas: int = 0
    owner: str = ""
    """The folder that the index was first built from; a copy of the folder has it too."""
    builder: str = ""
    """This folder on this machine, as a digest: what it left unfinished it may go on with."""
    force: bool = False
    """The index of another folder may be taken over."""
    state: str = ""
    """What the index must still be (`state`) for a build to change it; empty where any may be."""

    @property
    def building(self) -> str:
        """The alias of the index that is being written."""
        return f"{self.alias}{BUILDING}"

    @property
    def before(self) -> str:
        """The alias of the index that was in use before."""
        return f"{self.alias}{BEFORE}"


def place_of(folder: Path) -> ClusterPlace:
    """Where the index of a folder stands. Raises IndexUnusable when the folder does not say it."""
    settings = read_table(folder / ENGINE_SETTINGS)
    try:
        return _place(folder, settings["url"], settings["alias"], settings)
    except (KeyError, ValueError) as error:
        raise IndexUnusable(f"không đọc được chỉ mục ở {folder}; chạy: kb index") from error


def new_place(folder: Path) -> ClusterPlace:
    """Where a new index will stand, by the folder's settings. Raises IndexUnusable."""
    settings = read_table(folder / ENGINE_SETTINGS)
    url = settings.get("url") or os.environ.get(URL_VARIABLE)
    if not url:
        raise IndexUnusable(
            f"chưa biết cụm OpenSearch nào; thêm --url https://… hoặc đặt biến môi trường {URL_VARIABLE}"
        )
    alias = settings.get("alias") or f"kb-{uuid4().hex[:12]}"
    if alias.endswith((BUILDING, BEFORE)):
        raise IndexUnusable(
            f"tên “{alias}” để dành cho chỉ mục dở và chỉ mục liền trước của tên khác; dùng --alias khác"
        )
    return _place(folder, url, alias, settings)


def keep(folder: Path, place: ClusterPlace, state: str) -> None:
    """Write into a folder where its index stands, and the state in which it was left."""
    kept = {name: str(getattr(place, name)) for name in ("url", "alias", "shards", "replicas", "owner")}
    write_table(folder / ENGINE_SETTINGS, kept)
    write_table(folder / ENGINE_STATE, {"state": state})


def _place(folder: Path, url: str, alias: str, settings: Mapping[str, str]) -> ClusterPlace:
    shards, replicas = int(settings.get("shards", 1)), int(settings.get("replicas", 0))
    builder = sha256(f"{platform.node()}\0{folder.parent.resolve()}".encode()).hexdigest()[:ID_DIGITS]
    return ClusterPlace(
        url, alias, shards, replicas, settings.get("owner", ""), builder, "force" in settings, settings.get("state", "")
    )
