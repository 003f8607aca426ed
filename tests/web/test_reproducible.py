"""One corpus and one day give one site, byte for byte; a build that is killed leaves the site that was there."""

from __future__ import annotations

import filecmp
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

import pytest

from kb.site_build.build import build_site
from kb.workspace import Workspace
from tests.support.paths import ROOT
from tests.web.conftest import build_site as build_once

KB = [sys.executable, "-c", "from cli import run; run()"]


def test_two_builds_of_one_corpus_are_one(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere, with files of another time, an index of its own and another order of hashes."""
    corpus = cloned(tmp_path / "clone")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(day_of(site)))
    build_once(tmp_path / "site", corpus)
    assert differences(filecmp.dircmp(site, tmp_path / "site", ignore=[])) == []


def cloned(folder: Path) -> Path:
    """The corpus elsewhere, with its history where it has one."""
    if (ROOT / ".git").exists():
        subprocess.run(["git", "clone", "-q", "--no-checkout", str(ROOT), str(folder)], check=True, capture_output=True)
    shutil.copytree(ROOT / "corpus", folder / "corpus", copy_function=shutil.copyfile)
    return folder / "corpus"


def day_of(site: Path) -> int:
    """Noon of the day that a page says it was built on, seconds."""
    said = re.search(r"Dựng ngày (\d\d)/(\d\d)/(\d{4})", (site / "index.html").read_text("utf-8"))
    assert said
    day, month, year = map(int, said.groups())
    return int(datetime(year, month, day, 12, tzinfo=timezone.utc).timestamp())


def differences(pair: filecmp.dircmp[str]) -> list[str]:
    inside = [name for below in pair.subdirs.values() for name in differences(below)]
    changed = [n for n in pair.common_files if not filecmp.cmp(f"{pair.left}/{n}", f"{pair.right}/{n}", shallow=False)]
    return [*pair.left_only, *pair.right_only, *changed, *inside]


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    """A project whose site MkDocs builds in a second."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Thử\ntheme: {name: mkdocs, locale: en}\nplugins: []\nnav: [{Đầu: index.md}]\n", "utf-8"
    )
    return Workspace(tmp_path / "corpus", project=tmp_path)


def write(place: Workspace, turn: int) -> None:
    for number in range(30):
        (place.build.parent / "docs" / f"trang-{number}.md").write_text(f"# lượt {turn}\n", "utf-8")
    (place.build.parent / "docs" / "index.md").write_text("# như cũ\n", "utf-8")


def turns(place: Workspace) -> set[str]:
    pages = [(place.site / f"trang-{number}" / "index.html").read_text("utf-8") for number in range(30)]
    return {page.partition('">lượt ')[2][:1] for page in pages}


def test_a_killed_build_leaves_the_last_good_site(small: Workspace) -> None:
    write(small, 1)
    start = time.monotonic()
    build_site(small)
    took, chance = time.monotonic() - start, random.Random(8)
    kept = (small.site / "index.html").stat().st_ino
    for turn in range(2, 8):
        write(small, turn)
        command = [sys.executable, "-c", "import sys; from pathlib import Path; from kb.workspace import Workspace; "
                   "from kb.site_build.build import build_site; "
                   "build_site(Workspace(*map(Path, sys.argv[1:])))"]  # fmt: skip
        group = subprocess.Popen([*command, str(small.corpus), str(small.project)], cwd=ROOT, start_new_session=True)
        time.sleep(took * chance.uniform(0.3, 1.2))
        os.killpg(group.pid, signal.SIGKILL)
        group.wait()
        assert len(turns(small)) == 1
    write(small, 8)
    build_site(small)
    assert turns(small) == {"8"}
    assert (small.site / "index.html").stat().st_ino == kept
    assert sorted(path.name for path in small.build.iterdir()) == ["site", "site.lock"]
