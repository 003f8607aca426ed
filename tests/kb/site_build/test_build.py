"""A site is replaced by one that has pages, and by no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.errors import KbError
from kb.site_build import build
from kb.workspace import Workspace


def mkdocs_that(writes: dict[str, str], code: int) -> object:
    """What stands for MkDocs: it writes these files, and ends with this code."""

    def run(module: str, *arguments: str, **_: object) -> int:
        folder = Path(arguments[arguments.index("--site-dir") + 1])
        for name, text in writes.items():
            (folder / name).write_text(text, "utf-8")
        return code

    return run


@pytest.mark.parametrize(
    ("writes", "code", "words"),
    [
        ({"index.html": "new"}, 0, ""),
        ({}, 0, "bản dựng không có trang nào"),
        ({"404.html": "x"}, 0, "bản dựng không có trang nào"),
        ({"index.html": "new"}, 1, "dựng trang web không thành công"),
    ],
)
def test_a_build_without_pages_replaces_no_site(
    writes: dict[str, str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace(tmp_path / "corpus")
    place.site.mkdir(parents=True)
    (place.site / "index.html").write_text("old", "utf-8")
    monkeypatch.setattr(build, "run_module", mkdocs_that(writes, code))
    said = ""
    try:
        build.build_site(place, date(2026, 1, 2))
    except KbError as error:
        said = str(error)
    assert said.startswith(words)
    assert bool(said) == bool(words)
    assert (place.site / "index.html").read_text("utf-8") == ("old" if words else "new")


@pytest.mark.parametrize("epoch", ["abc", "9" * 30, "99999999999999", "1.5"])
def test_a_day_that_is_none_is_refused(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(build.EPOCH, epoch)
    with pytest.raises(KbError, match="SOURCE_DATE_EPOCH phải là số giây"):
        build.build_day()


def test_the_day_of_a_build_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(build.EPOCH, "1735689600")
    assert build.build_day() == date(2025, 1, 1)
