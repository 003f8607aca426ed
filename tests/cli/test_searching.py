"""What a terminal adds to a search, as its user meets it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from cli import main
from indexer.build.build import build_records
from indexer.commands import terminal
from indexer.records.record import IndexRecord
from kb.workspace import find_workspace


@pytest.fixture(autouse=True, scope="module")
def index() -> None:
    assert CliRunner().invoke(main, ["search", "nq", "51"]).exit_code == 0


def proposed(*words: str) -> list[str]:
    """What the shell is offered for the last of the words."""
    found = ShellComplete(main, {}, "kb", "_KB_COMPLETE").get_completions([*words[:-1]], words[-1])
    return [item.value for item in found]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("search", "loai:thong-t"), ["loai:thong-tu"]),
        (("search", "loai", ":", "thong-t"), ["thong-tu"]),
        (
            ("search", "an ninh", "tinh-trang:con"),
            ["tinh-trang:con-hieu-luc", "tinh-trang:con-hieu-luc-da-duoc-sua-doi-bo-sung"],
        ),
        (("search", "chu-"), ["chu-de:"]),
        (("search", "nq-51-nq-tw"), ["nq-51-nq-tw-2019"]),
        (("search", "51-nq"), ["51-NQ/TW"]),
        (("search", "khong-co:x"), []),
        (("search", "--type", "Thông t"), ["thong-tu"]),
        (("search", "--issuer", "bo-cong"), ["bo-cong-an"]),
        (("show", "124/2021"), ["124/2021/TT-BCA"]),
        (("search", "--index", "khong-co", "loai:"), []),
    ],
)
def test_completion(words: tuple[str, ...], offered: list[str]) -> None:
    assert proposed(*words) == offered


def test_after_the_colon_every_value_is_offered() -> None:
    assert proposed("search", "loai", ":") == proposed("search", "loai", ":", "")
    assert {"luat", "thong-tu", "nghi-quyet"} <= set(proposed("search", "loai", ":"))


def test_open_opens_the_page_of_the_first_hit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    place = find_workspace()
    monkeypatch.setattr(type(place), "site", property(lambda _: tmp_path))
    missing = CliRunner().invoke(main, ["search", "nq", "51", "--open"])
    assert (missing.exit_code, opened) == (2, [])
    assert missing.stderr == "kb: chưa có trang của nq-51-nq-tw-2019; chạy: kb build\n"
    page = tmp_path / "van-ban" / "nq-51-nq-tw-2019" / "index.html"
    page.parent.mkdir(parents=True)
    page.touch()
    assert CliRunner().invoke(main, ["search", "nq", "51", "--open"]).exit_code == 0
    assert opened == [page.as_uri()]


def test_open_follows_an_article_to_its_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    rows = [IndexRecord(id="a", kind="article", kind_label="Điều luật", url="https://example.vn/a", title="Cư trú")]
    build_records(rows, tmp_path / "index", {})
    words = ["search", "--index", str(tmp_path / "index"), "cư trú", "--open"]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert opened == ["https://example.vn/a"]


@pytest.mark.parametrize(("lines", "paged"), [(10, False), (40, True)])
def test_a_pager_only_where_the_screen_is_too_small(monkeypatch: pytest.MonkeyPatch, lines: int, paged: bool) -> None:
    shown: dict[str, Any] = {}
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: (80, 24))
    monkeypatch.setattr(click, "echo_via_pager", lambda text, color: shown.update(pager="".join(text)))
    monkeypatch.setattr(terminal, "say", lambda text, end: shown.update(plain=text))
    terminal.show_lines(["Điều luật"] * lines, color=False)
    assert shown == {"pager" if paged else "plain": "Điều luật\n" * lines}
