"""A user's files: whole or not at all, through full disks, kills, links, rights and other writers."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.files import (
    FileChanged,
    FileExists,
    OutputIsInput,
    create_file,
    create_files,
    reason,
    refuse_same_file,
    replace_file,
    replacing_file,
)
from kb.files import write as writing
from tests.kb.files.refusing import NOBODY, names, posix, refused


@given(old=st.binary(), new=st.binary())
def test_the_new_content_and_nothing_else(old: bytes, new: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("f")
    path = folder / "kế hoạch 1.yaml"
    create_file(path, old)
    replace_file(path, new, old)
    assert path.read_bytes() == new
    assert names(folder) == [path.name]
    if old != new:
        with pytest.raises(FileChanged):
            replace_file(path, b"third", old)
        assert path.read_bytes() == new


@posix
def test_link_mode_and_owner_survive(tmp_path: Path) -> None:
    target, link = tmp_path / "a" / "x.yaml", tmp_path / "x.yaml"
    create_file(target, b"old")
    target.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(target, NOBODY, NOBODY)
    before = target.stat()
    link.symlink_to(Path("a") / "x.yaml")
    replace_file(link, b"new", b"old")
    after = target.stat()
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_mtime_ns >= before.st_mtime_ns
    assert names(tmp_path) == ["a", "x.yaml"]


@posix
def test_a_new_file_has_the_rights_that_the_user_gives_new_files(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        create_file(tmp_path / "a", b"")
        replace_file(tmp_path / "b", b"")
    finally:
        os.umask(mask)
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "ab"} == {0o640}


def test_never_over_an_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "m" / "x.yaml"
    create_file(path, b"first")
    assert "đã có, không ghi đè" in refused(lambda: create_file(path, b"second"), path)
    assert path.read_bytes() == b"first"
    dangling = tmp_path / "m" / "y.yaml"
    dangling.symlink_to("nowhere")
    with pytest.raises(FileExists):
        create_file(dangling, b"x")
    assert names(path.parent) == ["x.yaml", "y.yaml"]


@pytest.mark.parametrize("linked", [True, False], ids=["hard links", "none"])
def test_of_eight_at_once_one_makes_the_file(linked: bool, tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from kb.files import FileExists, create_file
if not int(sys.argv[3]):
    def refused(*_): raise PermissionError(1, "no hard links")
    os.link = refused
sys.stdin.read()
try: create_file(Path(sys.argv[1]), sys.argv[2].encode() * 9000)
except FileExists: sys.exit(3)
"""
    path = tmp_path / "x"
    command = [sys.executable, "-c", code, str(path)]
    racers = [subprocess.Popen([*command, str(n), str(int(linked))], stdin=subprocess.PIPE) for n in range(8)]
    for racer in racers:
        assert racer.stdin
        racer.stdin.close()
    codes = [racer.wait() for racer in racers]
    assert sorted(codes) == [0] + [3] * 7
    assert path.read_bytes() == str(codes.index(0)).encode() * 9000
    assert names(tmp_path) == ["x"]


def test_the_output_is_not_the_input(tmp_path: Path) -> None:
    draft, link = tmp_path / "a.docx", tmp_path / "b.docx"
    draft.write_bytes(b"x")
    link.symlink_to(draft)
    for out in (draft, link, tmp_path / "." / "a.docx"):
        with pytest.raises(OutputIsInput, match="chính là tệp đọc vào"):
            refuse_same_file(out, tmp_path / "missing", draft)
    refuse_same_file(tmp_path / "c.docx", draft)


def test_a_library_writes_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with replacing_file(path) as aside, zipfile.ZipFile(aside, "w") as archive:
        archive.writestr("x", "y")
        assert not path.exists()
    assert zipfile.ZipFile(path).namelist() == ["x"]
    with pytest.raises(ZeroDivisionError), replacing_file(path) as aside:
        aside.write_bytes(bytes(1 // 0))
    with pytest.raises(FileNotFoundError), replacing_file(path):
        (tmp_path / "another").read_bytes()
    assert zipfile.ZipFile(path).namelist() == ["x"]
    assert names(tmp_path) == ["a.zip"]


@posix
def test_what_another_saves_between_comparison_and_rename_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exchange brings out what the other saved, and it is put in place again."""
    path, compared = tmp_path / "x", list[Path]()
    path.write_bytes(b"old")
    held = writing._holds

    def save_after(file: Path, content: bytes) -> bool:
        answer = held(file, content)
        if not compared:
            (tmp_path / "other").write_bytes(b"other")
            (tmp_path / "other").replace(path)
        compared.append(file)
        return answer

    monkeypatch.setattr(writing, "_holds", save_after)
    with pytest.raises(FileChanged):
        replace_file(path, b"new", b"old")
    assert path.read_bytes() == b"other"
    assert names(tmp_path) == ["x"]


@pytest.mark.parametrize(
    ("place", "words"),
    [("folder", "đó là thư mục"), ("n" * 256, "quá dài"), ("none/x", "không có thư mục chứa tệp"),
     ("file/x", "không phải thư mục"), ("loop", "trỏ vòng"), ("pipe", "không phải tệp thường")],
)  # fmt: skip
@posix
def test_a_refusal_is_one_line(place: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)
    assert words in refused(lambda: replace_file(tmp_path / place, b"x"), tmp_path / place)
    assert names(tmp_path) == before


def test_a_device_is_not_replaced() -> None:
    refused(lambda: replace_file(Path(os.devnull), b"x"), Path(os.devnull))
    assert not Path(os.devnull).is_file()


def test_windows_reasons() -> None:
    error = PermissionError(errno.EACCES, "sharing violation")
    assert "không có quyền ghi" in reason(error)
    error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    assert "đang mở trong chương trình khác, ví dụ Word" in reason(error)
    assert reason(OSError(errno.EXDEV, "strange")) == "hệ thống từ chối (strange)"


@posix
@pytest.mark.parametrize("write", ["replace", "replace what was read", "create"])
def test_the_content_is_flushed_before_the_name_and_the_folder_after(
    write: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut needs: a name never stands on the disk before the content that it names."""
    path, steps = tmp_path / "x", list[str]()
    if write != "create":
        path.write_bytes(b"old")
    flush = os.fsync

    def seen(file: int) -> None:
        folder = stat.S_ISDIR(os.fstat(file).st_mode)
        named = path.exists() and path.read_bytes() == b"new"
        steps.append(f"{'folder' if folder else 'file'} {'after' if named else 'before'}")
        flush(file)

    monkeypatch.setattr(os, "fsync", seen)
    if write == "create":
        create_file(path, b"new")
    else:
        replace_file(path, b"new", b"old" if "read" in write else None)
    assert steps == ["file before", "folder after"]


def test_several_new_files_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "m" / "x", tmp_path / "y"
    second.write_bytes(b"old")
    with pytest.raises(FileExists):
        create_files({first: b"new", second: b"new"})
    assert (first.exists(), second.read_bytes()) == (False, b"old")
    second.unlink()
    create_files({first: b"one", second: b"two"})
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
