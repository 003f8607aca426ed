"""Every command that the documentation shows is run as it stands there, in a copy of the project."""

from __future__ import annotations

import lzma
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook

from tests.kb.drafts.files import word_file
from tests.support.code_pages import page, write_zip
from tests.support.paths import ROOT
from tests.web.articles import write_articles

PAGES = [ROOT / "README.md", ROOT / "README.vi.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
HOW: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "commands.yaml").read_text("utf-8"))
_SHELL = re.compile(r"^```(?:sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"^    ((?:kb|make|git|py|\.venv\\).*)$", re.MULTILINE)
_EXAMPLES = re.compile(r"^Ví dụ: (kb .*)$", re.MULTILINE)
_INLINE = re.compile(r"`((?:kb|make|git|python -m|py|sudo) [^`]+)`")


def commands(path: Path) -> Iterator[str]:
    """Shell blocks; indented lines, where what stands behind two spaces explains; examples; spans inside sentences."""
    text = path.read_text("utf-8")
    for block in _SHELL.findall(text):
        yield from (line.removeprefix("$ ") for line in block.splitlines() if line and not line.startswith("#"))
    text = _FENCED.sub("", text)
    for line in _INDENTED.findall(text):
        yield re.split(r"\s{2,}", line)[0]
    for line in _EXAMPLES.findall(text):
        yield from re.split(r"; |, rồi ", line)
    yield from _INLINE.findall(re.sub(r"(?<=\S)\n(?=\S)", " ", text))


SHOWN = list(dict.fromkeys(command for path in PAGES for command in commands(path)))
"""Each command once, in the order of the pages."""


def to_run(command: str) -> str:
    """The command as the test runs it; empty where it is not run."""
    if command in HOW["named"]:
        return f"{command} --help"
    for row in HOW["replaced"]:
        if command.startswith(row["start"]):
            rest = command.removeprefix(row["start"]) if row["start"] == "make" else ""
            return str(row["instead"]) + rest if row["instead"] else ""
    for word, value in HOW["words"].items():
        command = command.replace(word, value)
    return command


FILES = (
    "mkdocs.yml", "CONTRIBUTING.md", "Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock",
    "requirements-release.lock", ".gitignore",
)  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project under Git, with a remote, and the files of their own that the pages speak of."""
    root = tmp_path_factory.mktemp("project")
    for name in ("corpus", "docs", "indexer", "kb", "site", "tests/node"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    for name in ("draft.docx", "du-thao.docx"):
        word_file(root / name)
    for name in ("van-ban.csv", "bang.csv"):
        (root / name).write_text("so_ky_hieu,loai_van_ban,ngay_ban_hanh\n01/2026/NĐ-CP,Nghị định,02/01/2026\n", "utf-8")
    book = Workbook()
    book.worksheets[0].append(["Số, ký hiệu văn bản", "Ngày tháng văn bản"])
    book.worksheets[0].append(["45/SA-VP", "06/3/2026"])
    book.save(root / "so-cong-van.xlsx")
    write_articles(root / "articles.jsonl", ROOT / "corpus", 40)
    for name in ("articles.jsonl.xz", "dieu-luat.jsonl.xz"):
        (root / name).write_bytes(lzma.compress((root / "articles.jsonl").read_bytes()))
    bare = root.with_name("remote.git")
    for command in (
        f"git init --quiet --bare --initial-branch=main {bare}",
        "git init --quiet --initial-branch=main",
        f"git remote add origin {bare}",
        "git add corpus",
        "git commit --quiet --message=kho",
        "git push --quiet --set-upstream origin main",
    ):
        assert run(command, root).returncode == 0, command
    law = page("37.1").replace("Thử nghiệm ở cơ sở", "Hòa giải ở cơ sở")
    write_zip(root / "BoPhapDienDienTu.zip", {"demuc/a1.html": law})
    assert run("kb library import BoPhapDienDienTu.zip", root).returncode == 0
    return root


def run(command: str, root: Path, answers: str = "") -> subprocess.CompletedProcess[str]:
    people = {f"GIT_{who}_{what}": "kb@example.vn" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "KB_DATA": str(root / "build" / "data")}
    environment = {**os.environ, **people, **own}
    return subprocess.run(
        ["bash", "-c", command],
        cwd=root,
        env=environment,
        input=answers,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("command", [command for command in SHOWN if to_run(command)])
def test_command(command: str, project: Path) -> None:
    done = run(to_run(command), project, HOW["answers"].get(command, ""))
    assert done.returncode == HOW["exits"].get(command, 0), done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_table_speaks_of_commands_that_are_shown() -> None:
    for row in HOW["replaced"]:
        assert row["because"]
        assert any(command.startswith(row["start"]) for command in SHOWN), row["start"]
    assert set(HOW["answers"]) | set(HOW["exits"]) | set(HOW["named"]) <= set(SHOWN)
    assert all(any(word in command for command in SHOWN) for word in HOW["words"])


def test_every_page_of_the_guide_shows_some() -> None:
    assert {path.name for path in PAGES if not list(commands(path))} <= {"thuat-ngu-giao-dien.md", "truong-du-lieu.md"}
