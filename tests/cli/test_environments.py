"""Every command in every environment that offices have: the same answer, or one Vietnamese line and exit code 2.

Root ignores rights, so a command whose rights matter runs without any capability (capabilities(7)): rights are then
those of the owner of each file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.serving import served
from tests.kb.drafts.files import word_file
from tests.kb.importing.files import pdf_of
from tests.kb.rules.fuzz import PLAN
from tests.support.corpora import clean_files, write
from tests.support.repository import git

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("environments.yaml").read_text("utf-8"))
COMMANDS: dict[str, dict[str, Any]] = TABLE["commands"]
ENVIRONMENTS: dict[str, dict[str, Any]] = TABLE["environments"]
PROGRAM = [sys.executable, "-c", "import sys; del sys.path[0]; from cli import run; run()"]
SHELLS = {
    "": 'exec "$@"',
    "64 files": 'ulimit -n 64; exec "$@"',
    "no /dev/shm": 'umount -l /dev/shm; exec "$@"',
    "deleted folder": 'mkdir gone; cd gone; rmdir ../gone; exec "$@"',
}
WORDS = """\
BỘ CÔNG AN
Số: 90/2025/TT-BCA
Hà Nội, ngày 15 tháng 9 năm 2025
THÔNG TƯ
Quy định việc thử nghiệm
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định biện pháp thử nghiệm.
"""
DRAFT = "Căn cứ Thông tư số 01/2020/TT-BA ngày 01/01/2020 của Bộ A;\n"
FAULTY = {
    "plans/kh-1.yaml": PLAN,
    "terms/x.yaml": "id: x\nabbreviation: X\nexpansion: Hai  dấu cách\nsources: []\n",
}
"""What has no place in a site."""
_ANOTHER = 1000
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("setpriv"), reason="root of a Linux system"
)
Ended = tuple[int, bytes, bytes]


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that anyone may enter, with `template`: a corpus of four records, its index, its history, drafts."""
    folder = Path(tempfile.mkdtemp(prefix="kb-environments-"))
    folder.chmod(0o755)
    template = folder / "template"
    corpus = write(template, clean_files() | FAULTY)
    (template / "thong-tu.txt").write_text(WORDS, "utf-8")
    (template / "du-thao.txt").write_text(DRAFT, "utf-8")
    (template / "du-thao.pdf").write_bytes(pdf_of([[DRAFT.strip()]]))
    word_file(template / "du-thao.docx")
    git(template, "init", "-q")
    git(template, "add", "corpus")
    git(template, "commit", "-qm", "x")
    # at the place where commands are run: the index knows the files by their times, a message by their path
    work = folder / "work"
    template.rename(work)
    assert ended({}, work, "index").returncode == 0
    assert ended({}, work, "check").returncode == 1
    work.rename(template)
    assert corpus.parent == template
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def ended(environment: dict[str, Any], work: Path, name: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command of the table on the corpus in `work`, in the environment as far as the shell makes it."""
    shell: str = environment.get("shell", "")
    script = SHELLS.get(shell) or f"{SHELLS['']} {shell}"
    apart = ["unshare", "-m"] if shell == "no /dev/shm" else []
    bare = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--"] if rights_matter(environment) else []
    corpus = [] if environment.get("nearest") else ["--corpus", str(work / "corpus")]
    call = [argument.replace("{w}", str(work)) for argument in COMMANDS[name]["call"]]
    variables = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull} | environment.get("variables", {})
    command = [*apart, *bare, "bash", "-c", script, "bash", *PROGRAM, *corpus, *call]
    if COMMANDS[name].get("serves"):
        return served(command, work, variables)
    return subprocess.run(command, cwd=work, env=variables, capture_output=True, check=False, timeout=300, input=b"")


def rights_matter(environment: dict[str, Any]) -> bool:
    return bool({"owner", "unreadable", "unwritable"} & set(environment))


@contextmanager
def prepared(environment: dict[str, Any], folder: Path, with_site: bool) -> Iterator[Path]:
    """The corpus in `work` as the environment has it; `with_site` without what has no place in a site."""
    work = folder / "work"
    work.mkdir()
    disk = environment.get("disk")
    try:
        if disk:
            mount("-t", "tmpfs", "-o", "size=24m", "none", work)
        shutil.copytree(folder / "template", work, dirs_exist_ok=True)
        if environment.get("stale"):
            pointed = work / "build" / "index" / (work / "build" / "index" / "current").read_text("utf-8")
            manifest = pointed / "manifest.tsv"
            manifest.write_text(re.sub(r"(?m)^day\t.*$", "day\t2026-01-02", manifest.read_text("utf-8")), "utf-8")
        if with_site:
            for name in FAULTY:
                (work / "corpus" / name).unlink()
        give(environment, work)
        if disk == "full":
            fill(work / "filler")
        elif disk:
            mount("-o", "remount,ro", work)
        yield work
    finally:
        if disk:
            subprocess.run(["umount", "-l", str(work)], check=False)
        shutil.rmtree(work)


def mount(*arguments: str | Path) -> None:
    if subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted")


def give(environment: dict[str, Any], work: Path) -> None:
    if environment.get("owner"):
        for path in (work, *work.rglob("*")):
            os.chown(path, _ANOTHER, _ANOTHER)
    if hidden := environment.get("unreadable"):
        (work / hidden).chmod(0)
    if shut := environment.get("unwritable"):
        (work / shut).chmod(0o555)
        for path in (work / shut).iterdir():
            path.chmod(0o444)


def fill(path: Path) -> None:
    with suppress(OSError), path.open("wb", buffering=0) as file:
        for size in (65_536, 512, 1):
            with suppress(OSError):
                while file.write(bytes(size)):
                    continue


def users_files(work: Path) -> dict[str, bytes]:
    """All that is in the folder but what kb computes."""
    return {
        path.relative_to(work).as_posix(): path.read_bytes()
        for path in work.rglob("*")
        if path.is_file() and path.relative_to(work).parts[0] not in ("build", ".git", "filler")
    }


@cache
def as_ever(folder: Path, name: str) -> Ended:
    with prepared({}, folder, bool(COMMANDS[name].get("costly"))) as work:
        done = ended({}, work, name)
    return done.returncode, done.stdout, done.stderr


def outcome_of(environment: dict[str, Any], name: str) -> str:
    wanted: str = environment.get("but", {}).get(name, environment["outcome"])
    if wanted != "readable":
        return wanted
    return "refused" if COMMANDS[name].get("writes") else "same"


CASES = [
    pytest.param(environment, name, id=f"{title}: {name}")
    for title, environment in ENVIRONMENTS.items()
    for name in environment.get("only", COMMANDS)
    if environment.get("costly") or not COMMANDS[name].get("costly")
]


@pytest.mark.parametrize(("environment", "name"), CASES)
def test_the_same_answer_or_one_line(environment: dict[str, Any], name: str, place: Path) -> None:
    code, out, err = as_ever(place, name)
    assert code in (0, 1)
    with prepared(environment, place, bool(COMMANDS[name].get("costly"))) as work:
        before = users_files(work)
        done = ended(environment, work, name)
        after = users_files(work)
    assert b"Traceback" not in done.stdout + done.stderr, done.stderr.decode()
    wanted = outcome_of(environment, name)
    if wanted == "refused" and COMMANDS[name].get("serves"):
        assert done.returncode == 0
        assert after == before
        assert done.stderr.decode().count("\nkb: chưa dựng lại, trang cũ còn nguyên: ") == 1
    elif wanted == "refused":
        lines = done.stderr.decode().removesuffix("\n").split("\n")
        assert done.returncode == 2, lines
        assert after == before
        assert lines[-1].startswith("kb: "), lines
        assert len(lines) == (2 if name == "build" and lines[-1].startswith("kb: dựng trang") else 1), lines
    elif wanted == "warned":
        assert (done.returncode, done.stdout) == (code, out)
        assert re.fullmatch(
            r"kb: không ghi được .*; trả lời theo chỉ mục đã dựng ngày 02/01/2026\n", done.stderr.decode()
        )
    else:
        assert done.returncode == code, done.stderr.decode()
        assert wanted == "code" or done.stdout == out
        assert environment.get("shell") == "2>&-" or done.stderr == err
