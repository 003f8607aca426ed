"""A site is replaced whole or not at all, and what did not change stays the same file."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kb.site_build import replace_folder
from kb.site_build.exclusive_lock import exclusive_lock
from tests.support.paths import ROOT

FILES = 40
ENDLESS = """
import sys
from pathlib import Path
from kb.site_build.exclusive_lock import exclusive_lock
from kb.site_build.replace_folder import replacing
live = Path(sys.argv[1])
for turn in range(int(sys.argv[2]), 10**9):
    with exclusive_lock(live.parent / "lock"), replacing(live) as new:
        for number in range(40):
            (new / f"{number}.txt").write_text(str(turn))
"""
ONE_BY_ONE = "from kb.site_build import replace_folder\nreplace_folder._exchanged = lambda *_: False\n"


def versions(live: Path) -> set[str]:
    return {(live / f"{number}.txt").read_text("utf-8") for number in range(FILES)}


def holds(live: Path, first: int) -> bool:
    """Whether the folder is of a version from `first` on, that is, of the writer that began with it."""
    with suppress(FileNotFoundError):  # between two renamings there is none
        return int((live / "0.txt").read_text("utf-8")) >= first
    return False


@pytest.mark.parametrize("exchange", [True, False], ids=["one step", "two renamings"])
def test_a_killed_writer_leaves_the_last_good_folder(tmp_path: Path, exchange: bool) -> None:
    """Killed at a random moment: every file is of one version, and the next writer goes on from there."""
    live, chance = tmp_path / "site", random.Random(5)
    command = ENDLESS if exchange else f"{ONE_BY_ONE}{ENDLESS}"
    for turn in range(6):
        writer = subprocess.Popen([sys.executable, "-c", command, str(live), str(turn * 10**6)], cwd=ROOT)
        while not holds(live, turn * 10**6):
            assert writer.poll() is None
            time.sleep(0.01)
        time.sleep(chance.random() / 10)
        writer.kill()
        writer.wait()
        if not exchange and not live.exists():  # killed between two renamings: the next writer puts it back
            replace_folder._clear(live)
        assert len(versions(live)) == 1
    with exclusive_lock(tmp_path / "lock"), replace_folder.replacing(live) as new:
        (new / "0.txt").write_text("last")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lock", "site"]


def test_what_did_not_change_stays_the_same_file(tmp_path: Path) -> None:
    live = tmp_path / "site"
    for turn in range(2):
        with replace_folder.replacing(live) as new:
            (new / "a").mkdir()
            (new / "a" / "same.html").write_text("như cũ", "utf-8")
            (new / "changed.html").write_text(f"lần {turn}", "utf-8")
            (new / f"only-{turn}.html").write_text("")
        if turn == 0:
            before = (live / "a" / "same.html").stat(), (live / "changed.html").stat()
    after = (live / "a" / "same.html").stat(), (live / "changed.html").stat()
    assert (after[0].st_ino, after[0].st_mtime_ns) == (before[0].st_ino, before[0].st_mtime_ns)
    assert after[1].st_mtime_ns > before[1].st_mtime_ns
    assert sorted(p.name for p in live.iterdir()) == ["a", "changed.html", "only-1.html"]


def test_a_failed_writer_leaves_the_last_good_folder(tmp_path: Path) -> None:
    live = tmp_path / "site"
    with replace_folder.replacing(live) as new:
        (new / "a.html").write_text("tốt", "utf-8")
    with pytest.raises(ZeroDivisionError), replace_folder.replacing(live):
        _ = 1 / 0
    assert (live / "a.html").read_text("utf-8") == "tốt"
    assert list(tmp_path.iterdir()) == [live]


def test_without_exchange_the_folder_is_replaced_by_two_renamings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replace_folder, "_exchanged", lambda *_: False)
    live = tmp_path / "site"
    for turn in range(2):
        with replace_folder.replacing(live) as new:
            (new / f"{turn}.html").write_text("")
    assert [path.name for path in live.iterdir()] == ["1.html"]
    assert list(tmp_path.iterdir()) == [live]


def test_a_writer_killed_between_its_two_renamings_left_the_old_folder(tmp_path: Path) -> None:
    for name in ("site-old-0", "site-old-1", "site-new-0"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(name)
    replace_folder._clear(tmp_path / "site")
    assert list(tmp_path.iterdir()) == [tmp_path / "site"]
    assert (tmp_path / "site" / "a.html").read_text() == "site-old-1"


def test_on_a_disk_without_hard_links_unchanged_files_keep_their_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no hard links")

    monkeypatch.setattr(os, "link", refuse)
    live = tmp_path / "site"
    with replace_folder.replacing(live) as new:
        (new / "a.html").write_text("như cũ", "utf-8")
    os.utime(live / "a.html", (10**9, 10**9))
    with replace_folder.replacing(live) as new:
        (new / "a.html").write_text("như cũ", "utf-8")
    assert (live / "a.html").stat().st_mtime == 10**9
    assert [path.name for path in live.iterdir()] == ["a.html"]
