"""The folder on which faults are made to happen, and the commands that write into it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.corpora import clean_files, document, write
from tests.support.repository import git

PROGRAM = [sys.executable, "-c", "import sys; del sys.path[0]; from cli import run; run()"]
RECORDS = 40
WORDS = (
    "BỘ CÔNG AN\nSố: 90/2025/TT-BCA\nHà Nội, ngày 15 tháng 9 năm 2025\nTHÔNG TƯ\nQuy định việc thử nghiệm\n"
    + "".join(
        f"Điều {number}. Điều thứ {number}\nThông tư này quy định biện pháp thử nghiệm.\n" for number in range(1, 60)
    )
)
NEW = [
    "new",
    "--number=03/2022/TT-BA",
    "--type=thong-tu",
    "--body=bo-a",
    "--date=2022",
    "--title=Ba",
    "--source=Công báo",
]
COMMANDS = {
    "fmt": ["fmt"],
    "fix": ["check", "--fix"],
    "import": ["import", "thong-tu.txt", "--checked=2026-01-02"],
    "new": [*NEW, "--checked=2026-01-02"],
    "index": ["index"],
    "build": ["build"],
    "offline": ["build", "--offline"],
    "diff": ["diff", "HEAD"],
}
"""Those that write a user's files, an index, a site or its zip; the last only reads."""
VARIABLES = {"GIT_CONFIG_GLOBAL": os.devnull, "SOURCE_DATE_EPOCH": "1767312000"}
SITES = ("build", "offline")
Files = dict[str, bytes]


def template(folder: Path, name: str) -> Path:
    """A corpus for a command, with its index, or its site for one that builds it."""
    files = clean_files()
    for number in range(3, 5 if name in SITES else RECORDS):
        files[f"documents/tt-{number}.yaml"] = document(f"tt-{number}", f"{number:02}/2021/TT-BA", "2021-01-01")
    if name == "fix":
        files = {path: text.replace("Tóm tắt.", "Tóm  tắt.") for path, text in files.items()}
    write(folder, files)
    (folder / "thong-tu.txt").write_text(WORDS, "utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "corpus")
    git(folder, "commit", "-qm", "x")
    run(folder, COMMANDS[name] if name in SITES else ["index"])
    return folder


def start(folder: Path, arguments: list[str]) -> subprocess.Popen[bytes]:
    variables = os.environ | VARIABLES
    pipe = subprocess.PIPE
    return subprocess.Popen([*PROGRAM, *arguments], cwd=folder, env=variables, stdout=pipe, stderr=pipe)


def run(folder: Path, arguments: list[str]) -> tuple[int, str]:
    """Exit code and standard error."""
    with start(folder, arguments) as process:
        _, err = process.communicate()
    return process.returncode, err.decode("utf-8", "replace")


def users_files(folder: Path) -> Files:
    """The records; leftovers of killed writers among them."""
    corpus = folder / "corpus"
    return {path.relative_to(corpus).as_posix(): path.read_bytes() for path in corpus.rglob("*") if path.is_file()}


def products(folder: Path, name: str) -> Files:
    """What a build leaves: the pages or the zip; for an index nothing, since it is asked."""
    if name == "build":
        return {path.name: path.read_bytes() for path in (folder / "build" / "site").glob("*.html")}
    zipped = folder / "build" / "kho-tra-cuu.zip"
    return {zipped.name: zipped.read_bytes()} if name == "offline" and zipped.is_file() else {}


def is_leftover(path: str) -> bool:
    return path.rpartition("/")[2].startswith(".kb-")
