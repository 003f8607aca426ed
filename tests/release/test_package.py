"""kb outside of a checkout: what the package holds, and that it searches, builds and begins a corpus by itself."""

from __future__ import annotations

import re
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from kb.model.kinds import KINDS
from tests.release.conftest import Package
from tests.support.paths import ROOT


def test_the_wheel_holds_what_runs_and_nothing_else(package: Package) -> None:
    with zipfile.ZipFile(package.wheel) as wheel:
        names = wheel.namelist()
    for name in ("cli.py", "kb/review/portable.py", "kb/review/page.css", "indexer/search.py"):
        assert name in names
    for name in (
        "mkdocs.yml",
        "site/theme/main.html",
        "site/hooks/pages.py",
        "site/docs/assets/kb.css",
        "docs/huong-dan-bien-tap.md",
        "CONTRIBUTING.md",
        ".vscode/tasks.json",
    ):
        assert f"kb/carried/{name}" in names
    for kind in KINDS:
        assert any(name.startswith(f"kb/carried/corpus/{kind.folder}/") for name in names), kind.folder
    assert any(name.startswith("kb/carried/corpus/register/") for name in names)
    tops = {name.partition("/")[0] for name in names}
    assert {re.sub(r"-[\d.]+dist-info$", "", top) for top in tops} == {"cli.py", "indexer", "kb", "kb_van_ban"}
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_the_source_distribution_holds_the_way_to_the_wheel(package: Package) -> None:
    with tarfile.open(package.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for name in (
        "pyproject.toml",
        "mkdocs.yml",
        "release/carried_files.py",
        "site/runtime/install.py",
        "LICENSE-corpus",
    ):
        assert name in names
    assert [name for name in names if name.startswith(("tests/", "build/"))] == []


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_readme_names_the_wheel(page: str, package: Package) -> None:
    assert f"pip install {package.wheel.name}\n" in (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("query", ["nq 51", "an toan ve an ninh trat tu"])
def test_a_search_in_an_empty_folder_answers_and_writes_nothing_there(
    query: str, package: Package, tmp_path: Path
) -> None:
    done = package.run(tmp_path, "search", query)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n 1. " in f"\n{done.stdout}"
    assert list(tmp_path.iterdir()) == []


def test_the_site_of_the_carried_corpus_stands_in_the_users_cache(package: Package, tmp_path: Path) -> None:
    before = carried(package)
    done = package.run(tmp_path, "build", "--offline")
    assert done.returncode == 0, done.stdout + done.stderr
    page = Path(done.stdout.splitlines()[0].removeprefix("Trang web: "))
    # Windows has one cache folder for an account, whatever the environment says.
    assert package.home in page.parents or sys.platform == "win32"
    assert "Kho tra cứu văn bản" in page.read_text("utf-8")
    assert (page.parents[1] / "kho-tra-cuu.zip").is_file()
    assert "không có mục Kiểm tra dự thảo; bản cài này không mang theo phần ấy" in done.stderr
    assert list(tmp_path.iterdir()) == []
    assert carried(package) == before


def carried(package: Package) -> set[str]:
    """The files of the package that Python itself did not write."""
    return {str(path) for path in package.library.rglob("*") if "__pycache__" not in path.parts}


@pytest.mark.parametrize(
    "command",
    [
        ["new"],
        ["fmt"],
        ["check", "--fix"],
        ["links", "--check"],
        ["import", "thong-tu.txt"],
        ["register", "add", "bang.tsv"],
    ],
)
def test_the_carried_corpus_is_read_only(command: list[str], package: Package, tmp_path: Path) -> None:
    before = carried(package)
    done = package.run(tmp_path, *command)
    line = "kb: kho đi kèm kb chỉ để đọc; tạo kho của mình bằng: kb init THƯ_MỤC\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", line)
    assert carried(package) == before


def test_a_new_corpus_is_clean_and_has_a_site(package: Package, tmp_path: Path) -> None:
    assert package.run(tmp_path, "init", "kho").returncode == 0
    for command in (["check"], ["fmt", "--check"], ["search", "văn thư"], ["build"]):
        done = package.run(tmp_path / "kho", *command)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "kho/build/site/van-ban/nd-30-2020-nd-cp/index.html").is_file()


def test_the_version_names_the_day_of_the_corpus(package: Package, tmp_path: Path) -> None:
    done = package.run(tmp_path, "--version")
    path = re.escape(str(package.library / "kb/carried/corpus"))
    assert re.fullmatch(rf"kb [\d.]+; kho dữ liệu đọc nguồn đến ngày \d{{2}}/\d{{2}}/\d{{4}}: {path}\n", done.stdout)
