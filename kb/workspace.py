"""Where the corpus, the index and the site stand. Standard library only: every command asks first."""

from __future__ import annotations

from pathlib import Path

from kb.errors import CorpusUnreadable

INSTALLED = Path(__file__).resolve().parent.parent / "corpus"
"""The corpus beside the installed package, when no other is named or near."""


class Workspace:
    """A corpus folder and what is built from it, under `build/` beside it."""

    def __init__(self, corpus: Path) -> None:
        self.corpus = corpus

    @property
    def build(self) -> Path:
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
        """Python for browsers, where `make runtime` has put it (`kb.browser_runtime`)."""
        return self.build / "runtime"

    @property
    def register(self) -> Path:
        """The register beside the corpus: TSV files (`kb.register`)."""
        return self.corpus / "register"

    @property
    def compiled_register(self) -> Path:
        """The register in one sorted file."""
        return self.build / "register.sorted"

    @property
    def site(self) -> Path:
        return self.build / "site"


def find_workspace(named: Path | None = None, start: Path | None = None) -> Workspace:
    """The named corpus, else the nearest ancestor's `corpus/`, else the installed one.

    Raises CorpusUnreadable where the named folder does not exist, none is found, or the current folder was deleted.
    """
    if named is not None:
        if not named.is_dir():
            raise CorpusUnreadable(f"không có thư mục kho dữ liệu: {named}")
        return Workspace(named.resolve())
    try:
        here = (start or Path.cwd()).resolve()
    except FileNotFoundError:
        raise CorpusUnreadable("thư mục đang đứng đã bị xóa; chuyển sang thư mục khác rồi chạy lại") from None
    for folder in (here, *here.parents):
        if (folder / "corpus").is_dir():
            return Workspace(folder / "corpus")
    if INSTALLED.is_dir():
        return Workspace(INSTALLED)
    raise CorpusUnreadable("không tìm thấy kho dữ liệu; chỉ rõ bằng --corpus THƯ_MỤC")
