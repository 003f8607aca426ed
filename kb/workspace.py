"""Where the corpus, the index and the site stand. Imports next to nothing: every command asks first."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

from kb.errors import CorpusUnreadable

_PACKAGE = Path(__file__).resolve().parent
CARRIED = _PACKAGE / "carried"
"""What a wheel carries (`release/carried_files.py`): corpus, `site/`, `mkdocs.yml`, `.vscode/`. A checkout has none."""
PROJECT = CARRIED if CARRIED.is_dir() else _PACKAGE.parent
"""Where these stand, in the package or at the top of the checkout."""
INSTALLED = PROJECT / "corpus"
"""The corpus that comes with kb, when no other is named or near."""
CACHE_FOLDER = "KB_CACHE"
"""The variable that names another folder than the system's for what is computed from a carried corpus."""


class Workspace:
    """A corpus folder and what is built from it: under `build/` beside it, for a carried corpus in the user's cache.

    `project` is the folder with `site/` and `mkdocs.yml`. It is never looked for beside a corpus: MkDocs runs the hooks
    that its configuration names, and a corpus may come from anyone. `by_default`: nobody named this corpus and it is
    not near, so a reader has to be told which it is.
    """

    def __init__(self, corpus: Path, project: Path = PROJECT, *, by_default: bool = False) -> None:
        self.corpus, self.project, self.by_default = corpus, project, by_default

    @property
    def is_carried(self) -> bool:
        """Whether the corpus is that of an installed package, which nobody edits."""
        return CARRIED in self.corpus.parents

    @property
    def build(self) -> Path:
        if self.is_carried:
            return _cache(self.corpus)
        return self.corpus.parent / "build"

    @property
    def index(self) -> Path:
        return self.build / "index"

    @property
    def parsed(self) -> Path:
        """What the files of the corpus were last read as (`kb.corpus.cache`)."""
        return self.build / "parsed.json"

    @property
    def runtime(self) -> Path:
        """Python for browsers (`kb.browser_runtime`): of the workspace, else of its project."""
        own = self.build / "runtime"
        return own if own.is_dir() else project_runtime(self.project)

    @property
    def register(self) -> Path:
        """The register beside the corpus: TSV files (`kb.register`)."""
        return self.corpus / "register"

    @property
    def compiled_register(self) -> Path:
        """The register in one sorted file."""
        return self.build / "register.sorted"

    @property
    def published_register(self) -> Path:
        """The same as a site publishes it: of the corpus alone, without what the user's own library states."""
        return self.build / "register-published.sorted"

    @property
    def site(self) -> Path:
        return self.build / "site"


def find_workspace(named: Path | None = None, start: Path | None = None) -> Workspace:
    """The corpus of the folder named (`corpus_in`), else of the nearest ancestor that has one, else the installed one.

    Raises CorpusUnreadable where the folder named does not exist or is no corpus, none is found, or the current folder
    was deleted.
    """
    if named is not None:
        if not named.is_dir():
            raise CorpusUnreadable(f"không có thư mục kho dữ liệu: {named}")
        corpus = corpus_in(named.resolve())
        _refuse_other(corpus, named)
        return Workspace(corpus)
    try:
        here = (start or Path.cwd()).resolve()
    except FileNotFoundError:
        raise CorpusUnreadable("thư mục đang đứng đã bị xóa; chuyển sang thư mục khác rồi chạy lại") from None
    for folder in (here, *here.parents):
        if (corpus := corpus_in(folder)) != folder:
            return Workspace(corpus)
    if INSTALLED.is_dir():
        return Workspace(INSTALLED, by_default=True)
    raise CorpusUnreadable("không tìm thấy kho dữ liệu; chỉ rõ bằng --corpus THƯ_MỤC")


def corpus_in(folder: Path) -> Path:
    """The corpus that a folder means: the `corpus/` in it, as `kb init` makes one, else the folder itself."""
    inner = folder / "corpus"
    return inner if inner.is_dir() else folder


def _refuse_other(corpus: Path, named: Path) -> None:
    """Refuse a folder that is no corpus, which would pass for an empty one. Raises CorpusUnreadable."""
    if not _has_records(corpus):
        meant = corpus.parent
        hint = f"; có phải: {meant}?" if meant.name == "corpus" else ""
        raise CorpusUnreadable(
            f"thư mục {named} không phải kho dữ liệu: không thư mục con nào có bản ghi (tệp .yaml){hint}"
        )


def _has_records(folder: Path) -> bool:
    """Whether a folder inside this one holds a file of YAML, named rightly or not; a folder that is shut may."""
    return not os.access(folder, os.R_OK | os.X_OK) or any(folder.glob("*/*.y*ml*"))


def project_runtime(project: Path) -> Path:
    """Where the Python for browsers of a project stands: in a wheel, or where `make runtime` puts it."""
    return CARRIED / "runtime" if project == CARRIED else project / "build" / "runtime"


def is_package() -> bool:
    """Whether this kb was installed from a wheel, and runs without a checkout."""
    return PROJECT == CARRIED


def cache_folder() -> Path:
    """Where what is computed from a carried corpus stands: the folder that a variable names, else the system's own."""
    named = os.environ.get(CACHE_FOLDER)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("kb", appauthor=False)


def _cache(corpus: Path) -> Path:
    """The cache folder for this corpus: two installations of kb do not write over each other's index.

    A package may stand where nobody may write, and pip deletes what it did not install. The single file of a release
    unpacks its corpus into another folder at each start: its cache is that of the file.
    """
    owner = sys.executable if getattr(sys, "frozen", False) else str(corpus)
    return cache_folder() / f"{zlib.crc32(owner.encode()):08x}"
