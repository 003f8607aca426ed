"""What the hooks of one build share: the corpus on the day of the build, and the pages made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from mmap import mmap
from pathlib import Path
from typing import Any

from kb.corpus.load import load_corpus
from kb.errors import CorpusUnreadable
from kb.library.paged import PagedLibrary
from kb.register.compiled import register_lines
from kb.register.lookup import Register
from kb.site_build.build import build_day, corpus_of, published_library
from kb.views.pages import Page
from kb.views.site_snapshot import SiteSnapshot
from kb.workspace import Workspace

_KEY = "site_build"


@dataclass
class SiteBuild:
    """One run of MkDocs over one corpus."""

    root: Path
    """The folder of the corpus."""
    register: bytes | mmap
    """The register beside it as sorted lines; empty where there is none."""
    snapshot: SiteSnapshot
    pages: dict[str, Page] = field(default_factory=dict)
    """Every generated page, by the path of its Markdown file."""
    bodies: dict[str, str] = field(default_factory=dict)
    """The HTML of each, by the same path."""


def build_of(config: Any) -> SiteBuild:
    """The build that a configuration of MkDocs belongs to; the corpus is read when the first hook asks.

    MkDocs makes a new configuration for each build, and lets `extra` hold whatever a site needs: so nothing outlives
    its build.
    """
    if _KEY not in config.extra:
        root = corpus_of(config.config_file_path)
        lines = _register(Workspace(root))
        library = published_library()
        snapshot = SiteSnapshot(
            load_corpus(root), build_day(), Register(lines), PagedLibrary(library) if library else None
        )
        config.extra[_KEY] = SiteBuild(root, lines, snapshot)
    build: SiteBuild = config.extra[_KEY]
    return build


def _register(place: Workspace) -> bytes | mmap:
    """The register of a workspace; empty where a line is broken: the check of the build names that line."""
    try:
        return register_lines(place.register, place.published_register)
    except CorpusUnreadable:
        return b""
