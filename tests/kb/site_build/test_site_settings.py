"""The `mkdocs.yml` beside a corpus: a few texts of it, checked; nothing of it runs, nothing of it acts in a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.errors import KbError
from kb.site_build import build
from kb.site_build.site_settings import GIVEN, given_settings, root_address, site_settings
from kb.workspace import PROJECT, Workspace
from tests.support.corpora import clean_files, write

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "settings.yaml").read_text("utf-8"))


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return Workspace(write(tmp_path, clean_files()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"][:30])
def test_cases(place: Workspace, case: dict[str, Any]) -> None:
    (place.corpus.parent / "mkdocs.yml").write_text(case["file"], "utf-8")
    if "refused" in case:
        with pytest.raises(KbError) as refused:
            site_settings(place)
        assert case["refused"] in str(refused.value)
    else:
        found = site_settings(place)
        assert found.texts == case.get("texts", {})
        assert found.unused == tuple(case.get("unused", ()))
        assert all(name in found.note for name in found.unused)
        assert found.is_for_mkdocs is case.get("aside", False)
        assert bool(found.note) is (bool(found.unused) or found.is_for_mkdocs)


def test_what_is_left_aside_is_one_short_line(place: Workspace) -> None:
    keys = [f'"k{number}\\nx\\e[2J{"y" * 200}": v' for number in range(60)]
    (place.corpus.parent / "mkdocs.yml").write_text("\n".join(keys), "utf-8")
    note = site_settings(place).note
    assert "và 54 mục nữa" in note
    assert len(note) < 600
    assert note.isprintable()


def test_a_project_has_its_own() -> None:
    assert site_settings(Workspace(PROJECT / "corpus")).texts == {}


def test_a_corpus_without_one_says_nothing(place: Workspace) -> None:
    assert (site_settings(place).given, site_settings(place).url, site_settings(place).note) == ("", "", "")


@pytest.mark.parametrize(("typed", "url"), [("", "https://kho.example.vn/"), ("https://b.vn/", "https://b.vn/")])
def test_a_build_is_given_them(place: Workspace, monkeypatch: pytest.MonkeyPatch, typed: str, url: str) -> None:
    given: dict[str, str] = {}

    def run(*arguments: str, environment: dict[str, str], **_: object) -> int:
        given.update(environment)
        (Path(arguments[arguments.index("--site-dir") + 1]) / "index.html").write_text("x", "utf-8")
        return 0

    monkeypatch.setattr(build, "run_module", run)
    (place.corpus.parent / "mkdocs.yml").write_text("site_name: Kho <b>\nsite_url: https://kho.example.vn\n", "utf-8")
    build.build_site(place, url=typed)
    assert given["KB_SITE_URL"] == url
    assert json.loads(given[GIVEN]) == {"site_name": "Kho <b>"}
    monkeypatch.setenv(GIVEN, given[GIVEN])
    assert given_settings() == {"site_name": "Kho <b>"}


@pytest.mark.parametrize(
    "text", ["", "kho.vn", "ftp://a.vn", "https://a.vn/?x", "https://a.vn/#x", 'https://a.vn/"', "https:///"]
)
def test_what_is_no_root_of_a_site(text: str) -> None:
    with pytest.raises(ValueError, match="địa chỉ trang web"):
        root_address(text)
