"""`kb diff`: what a change means, in words, against a revision of a real Git repository."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.history import compare, summary
from kb.snapshot import Snapshot
from tests.support.corpora import body, clean_files, document, write
from tests.support.paths import ROOT


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    place = write(tmp_path, clean_files())
    who = ["-c", "user.name=a", "-c", "user.email=a@example.vn"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "base"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    return place


def diff(corpus: Path, base: str = "HEAD") -> Result:
    arguments = ["--corpus", str(corpus), "diff", base, "--at", "2026-01-01"]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_nothing_changed(corpus: Path) -> None:
    assert diff(corpus).stdout == "Bản ghi của kho không thay đổi.\n"


def test_added_ended_and_related(corpus: Path) -> None:
    new = document(
        "tt-3", "03/2025/TT-BA", "2025-01-01",
        more="relations:\n  - {kind: thay_the, to: tt-1, sure: read, sources: [s1]}\n",
    )  # fmt: skip
    ended = "  - {kind: repealed, date: 2025-01-01, by: tt-3, sure: read, sources: [s1]}\n"
    write(corpus.parent, {
        "documents/tt-3.yaml": new,
        "documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", events=ended),
    })  # fmt: skip
    told = diff(corpus).stdout
    assert told.startswith("**Thêm 1 văn bản; sửa 1 văn bản; 1 bản ghi đổi tình trạng hiệu lực.**")
    assert "Thông tư 01/2020/TT-BA: Chưa ghi nhận hết hiệu lực → Hết hiệu lực" in told
    assert "Thông tư 03/2025/TT-BA: thay thế Thông tư 01/2020/TT-BA" in told


def test_removed(corpus: Path) -> None:
    (corpus / "documents" / "tt-2.yaml").unlink()
    told = diff(corpus).stdout
    assert "Bỏ 1 văn bản" in told
    assert "### Quan hệ không còn" in told


@pytest.mark.parametrize("base", ["no-such-branch", "--output=x", ""])
def test_no_such_revision_is_one_line(corpus: Path, base: str) -> None:
    arguments = ["--corpus", str(corpus), "diff", "--", base]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_plan_that_loses_a_basis() -> None:
    old = load_corpus(ROOT / "corpus")
    new = Corpus(old.root, {key: record for key, record in old.records.items() if key != "tt-124-2021-tt-bca"})
    day = date(2026, 1, 1)
    change = compare(Snapshot(old, day), Snapshot(new, day))
    assert {name for _, _, name in change.lost} == {"Thông tư 124/2021/TT-BCA"}
    assert "mục của kế hoạch nay mất căn cứ" in summary(change).splitlines()[0]


def test_a_file_that_cannot_be_read_is_named(corpus: Path) -> None:
    (corpus / "documents" / "tt-2.yaml").write_text("id: [", "utf-8")
    assert "Chưa đọc được `corpus/documents/tt-2.yaml`" in diff(corpus).stdout


def test_a_body_that_is_new_is_named(corpus: Path) -> None:
    write(corpus.parent, {"bodies/bo-b.yaml": body("bo-b", "Bộ B")})
    assert "Bộ B (`bo-b`)" in diff(corpus).stdout
