"""`kb serve` until it is interrupted, and MkDocs as it is called."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kb.site_build import build, preview
from kb.site_build.local_address import LocalAddress
from kb.site_build.preview import Preview, serve
from kb.workspace import PROJECT, Workspace
from tests.support.corpora import clean_files, write


@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_an_interrupt_ends_it(
    host: str, warned: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built: list[Path] = []

    def interrupted(self: Preview, state: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preview, "build_site", lambda place, quiet: built.append(place.corpus))
    monkeypatch.setattr(Preview, "next_change", interrupted)
    place = Workspace(write(tmp_path, clean_files()))
    place.site.mkdir(parents=True)
    serve(place, LocalAddress(host, 0))
    said = capsys.readouterr().err
    assert built == [place.corpus]
    assert "(dừng: Ctrl+C)" in said
    assert ("Máy khác trong mạng cũng xem được" in said) is warned


def test_a_corpus_is_built_with_what_comes_with_kb_whatever_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []

    def run(*arguments: str, **_: object) -> int:
        given.extend(arguments)
        return 0

    monkeypatch.setattr(build, "run_module", run)
    (tmp_path / "mkdocs.yml").write_text("hooks: [hook.py]\n", "utf-8")
    build.mkdocs(Workspace(write(tmp_path, clean_files())), "build")
    assert given[-1] == str(PROJECT / "mkdocs.yml")


def test_the_address_of_the_site_is_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}

    def run(*arguments: str, **options: Any) -> int:
        given.update(options)
        return 0

    monkeypatch.setattr(build, "run_module", run)
    place = Workspace(write(tmp_path, clean_files()))
    assert build.mkdocs(place, "build", url="https://kho.example.vn/") == 0
    assert given["environment"]["KB_SITE_URL"] == "https://kho.example.vn/"
