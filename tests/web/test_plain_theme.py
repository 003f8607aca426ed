"""The door out of the theme: the same pages under plain MkDocs and the project's own small theme (docs/theme.md)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.web.test_build import CHECKER_POLICY, POLICY, page

ARTICLE = re.compile(rb'<article class="md-content__inner md-typeset">(.*?)</article>', re.DOTALL)
BETWEEN = re.compile(rb'</header>\s+<div class="kb">')
"""The themes leave other blank lines between the head for paper and the page."""
THEME = re.compile(r"^theme:\n(?:  .*\n)+", re.MULTILINE)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the block of settings that the page of documentation gives."""
    project = tmp_path_factory.mktemp("plain")
    (settings,) = re.findall(r"```yaml\n(theme:\n.*?)```", (ROOT / "docs/theme.md").read_text("utf-8"), re.DOTALL)
    text, times = THEME.subn(settings, (ROOT / "mkdocs.yml").read_text("utf-8"))
    assert times == 1
    (project / "mkdocs.yml").write_text(text, "utf-8")
    (project / "site").symlink_to(ROOT / "site", target_is_directory=True)
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "KB_CORPUS": str(ROOT / "corpus")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(project / "out")]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "out"


def files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def article(path: Path) -> bytes:
    found = ARTICLE.search(path.read_bytes())
    assert found, path
    return BETWEEN.sub(b'</header>\n<div class="kb">', found[1]).strip()


def test_every_article_is_the_same_byte_by_byte(site: Path, plain: Path) -> None:
    ours, others = files(plain), files(site)
    pages = [name for name in others if name.endswith(".html")]
    assert len(pages) > 400
    assert [name for name in pages if article(ours[name]) != article(others[name])] == []


def test_every_file_beside_the_pages_is_the_same(site: Path, plain: Path) -> None:
    ours, others = files(plain), files(site)
    own = re.compile(r"assets/(kho\.[0-9a-f]{8}\.css|images/favicon\.png)$")
    assert {name for name in ours if not own.match(name)} == {name for name in others if not own.match(name)}
    rest = [name for name in ours if not name.endswith(".html") and not own.match(name)]
    assert [name for name in rest if ours[name].read_bytes() != others[name].read_bytes()] == []


def test_links_lead_somewhere_and_the_policy_stands_first(plain: Path) -> None:
    for path in plain.rglob("*.html"):
        head = path.read_text("utf-8").partition("<script")[0]
        assert POLICY in head or CHECKER_POLICY in head
        if path.name != "404.html":
            missing = [href for href in page(path).fetched if not (path.parent / href).is_file() and ":" not in href]
            assert missing == [], path


def test_nothing_of_the_other_theme_is_left(plain: Path) -> None:
    assert "mkdocs-material" not in (plain / "index.html").read_text("utf-8")
    (style,) = plain.glob("assets/kho.*.css")
    assert "md-nav__" not in style.read_text("utf-8")
