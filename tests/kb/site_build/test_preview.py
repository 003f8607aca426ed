"""The site is built again when its files change; where it cannot be, the last good pages stay and one line says why."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kb.errors import KbError
from kb.site_build.preview import Preview
from kb.site_build.watched_files import state_of
from kb.workspace import Workspace
from tests.support.corpora import body, clean_files, write
from tests.support.paths import ROOT

REBUILDS = 200


def show(place: Workspace) -> None:
    """A build that only shows which name the corpus gives the body."""
    place.site.mkdir(parents=True, exist_ok=True)
    name = (place.corpus / "bodies/bo-a.yaml").read_text("utf-8").partition("name: ")[2].partition("\n")[0]
    (place.site / "index.html").write_text(name, "utf-8")


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    return Preview(Workspace(write(tmp_path, clean_files())), show)


def rename(preview: Preview, name: str) -> None:
    (preview.place.corpus / "bodies/bo-a.yaml").write_bytes(body("bo-a", name).encode())


def page(preview: Preview) -> str:
    return (preview.place.site / "index.html").read_text("utf-8")


def test_a_fault_keeps_the_pages_and_is_one_line(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    assert preview.refresh()
    capsys.readouterr()
    rename(preview, '"Bộ\\x1b A  B"')
    assert not preview.refresh()
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert "corpus/bodies/bo-a.yaml:2:10: UNI02 " in line
    assert "còn 1 lỗi nữa: kb check" in line
    assert (preview.version, page(preview)) == (1, "Bộ A")
    rename(preview, "Bộ B")
    assert preview.refresh()
    assert (preview.version, page(preview)) == (2, "Bộ B")


@pytest.mark.parametrize("error", [KbError("đĩa đầy"), OSError(errno.ENOSPC, "No space left on device")])
def test_a_build_that_is_refused_is_one_line(
    error: Exception, preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(place: Workspace) -> None:
        raise error

    preview.build = refuse
    assert not preview.refresh()
    line = capsys.readouterr().err
    assert line.startswith("kb: chưa dựng lại, trang cũ còn nguyên: đĩa đầy")
    assert line.count("\n") == 1


def test_a_corpus_that_cannot_be_read_is_one_line(preview: Preview, capsys: pytest.CaptureFixture[str]) -> None:
    for path in preview.place.corpus.rglob("*.yaml"):
        path.unlink()
    assert not preview.refresh()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_change_is_seen_once_it_stands_still(preview: Preview) -> None:
    before = state_of(preview.folders)
    threading.Timer(0.2, rename, (preview, "Bộ B")).start()
    after = preview.next_change(before, every=0.05)
    assert after != before
    assert after == state_of(preview.folders)


def test_files_of_editors_are_no_change(preview: Preview) -> None:
    before = state_of(preview.folders)
    for name in (".bo-a.yaml.swp", "bo-a.yaml~", "4913", ".#bo-a.yaml"):
        (preview.place.corpus / "bodies" / name).write_text("x", "utf-8")
    assert state_of(preview.folders) == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory in use is read from /proc")
def test_memory_stays_flat(preview: Preview) -> None:
    used = []
    for number in range(REBUILDS):
        rename(preview, f"Bộ {number}")
        assert preview.refresh()
        used.append(int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE"))
    first, last = sum(used[:20]) / 20, sum(used[-20:]) / 20
    assert last - first < 5_000_000


@pytest.mark.parametrize(
    ("address", "words"), [("127.0.0.1:PORT", "đang có chương trình khác dùng"), ("tám nghìn", "MÁY:CỔNG")]
)
def test_an_address_that_cannot_be_had_is_one_line(address: str, words: str) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = address.replace("PORT", str(taken.getsockname()[1]))
        command = [sys.executable, "-c", "from cli import run; run()", "serve", "--address", address]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
