"""A file written whole or not at all: in the place of another, or new."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kb.files.aside import beside, flush, flush_folder
from kb.files.refusals import FileChanged, FileExists, FileUnwritable, OutputIsInput, already_there, reason
from kb.files.rename import exchanged, put_new
from kb.files.turn import in_turn


def replace_file(path: Path, content: bytes, read: bytes | None = None) -> None:
    """Put `content` in the place of a file, or make it where there is none.

    `read` is what the caller based `content` on. Raises FileChanged when the file no longer holds that, FileUnwritable
    where the system refuses.
    """
    with replacing_file(path, read) as aside:
        aside.write_bytes(content)


@contextmanager
def replacing_file(path: Path, read: bytes | None = None) -> Iterator[Path]:
    """A path beside `path` for a library that writes by itself; its file takes the place of `path` at the end.

    An exception in the block leaves `path` as it was. Raises as `replace_file`.
    """
    aside: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        old = _regular(path)
        with beside(target.parent, 0o600 if old else 0o666) as aside:
            yield aside
            _take_attributes(aside, target, old)
            flush(aside)
            _put(aside, target, path, read)
            flush_folder(target.parent)
    except OSError as error:
        raise _refused(error, path, aside) from error


def create_file(path: Path, content: bytes) -> None:
    """Make a new file, and the folders to it. Raises FileExists where there is one, also when another was quicker,
    and FileUnwritable where the system refuses."""
    aside: Path | None = None
    try:
        _make_folders(path.parent)
        if os.path.lexists(path):
            raise FileExists(already_there(path))
        with beside(path.parent, 0o666) as aside:
            aside.write_bytes(content)
            flush(aside)
            try:
                put_new(aside, path)
            except FileExistsError:
                raise FileExists(already_there(path)) from None
            flush_folder(path.parent)
    except OSError as error:
        raise _refused(error, path, aside) from error


def create_files(files: Mapping[Path, bytes]) -> None:
    """Make several new files in this order, or none: where one is refused, those before it are deleted.

    Raises as `create_file`.
    """
    made: list[Path] = []
    try:
        for path, content in files.items():
            create_file(path, content)
            made.append(path)
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.unlink()
        raise


def write_output(path: Path, content: bytes, *, force: bool) -> None:
    """Write a file that the user named for it: a new one, or with `force` in the place of another.

    Raises FileExists, and FileUnwritable, also where there is no such folder.
    """
    if force or not path.parent.is_dir():
        replace_file(path, content)
    else:
        create_file(path, content)


def refuse_same_file(out: Path, *inputs: Path) -> None:
    """Raise OutputIsInput where `out` is one of the files that are read, by whatever name or link."""
    for path in inputs:
        with suppress(OSError):  # a file that is not there is no other's
            if out.samefile(path):
                raise OutputIsInput(f"tệp ra {out} chính là tệp đọc vào; đặt tên khác cho tệp ra")


def _refused(error: OSError, path: Path, aside: Path | None) -> Exception:
    """The line for the user; an error that the library met at another file stays what it is."""
    ours = {os.fspath(place) for place in (path, os.path.realpath(path), aside) if place}
    if aside and error.filename is not None and os.fsdecode(error.filename) not in ours:
        return error
    return FileUnwritable(f"không ghi được {path}: {reason(error)}")


def _regular(path: Path) -> os.stat_result | None:
    """The state of the file that is to be replaced, None where there is none. Raises OSError where it may not be."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if not stat.S_ISREG(state.st_mode):  # a rename would put a file in the place of a device or a pipe
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), os.fspath(path))
    os.close(os.open(path, os.O_RDWR))  # a rename asks only for the folder: a write-protected file stays so
    return state


def _take_attributes(aside: Path, target: Path, old: os.stat_result | None) -> None:
    """Give the new file the owner, mode and extended attributes (access lists among them) of the old."""
    if old is None:
        return
    if sys.platform != "win32":
        for owner, group in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(PermissionError):  # only root gives a file away
                os.chown(aside, owner, group)
    shutil.copystat(target, aside)
    os.utime(aside)


def _put(aside: Path, target: Path, path: Path, read: bytes | None) -> None:
    """Put the new file in the place of the old, unless that holds something else than `read`."""
    with in_turn(target):
        if read is None:
            aside.replace(target)
        elif not _holds(target, read) or (exchanged(aside, target) and not _put_back(aside, target, read)):
            raise FileChanged(f"{path} đã được chương trình khác lưu, xóa hoặc đổi tên; chưa ghi gì, hãy chạy lại")


def _put_back(aside: Path, target: Path, read: bytes) -> bool:
    """Whether what was taken out is what was read; if not, it is put in place again."""
    if _holds(aside, read):
        return True
    exchanged(aside, target)
    return False


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _make_folders(folder: Path) -> None:
    if folder.is_dir() or folder == folder.parent:
        return
    _make_folders(folder.parent)
    with suppress(FileExistsError):  # another made it, or a file stands there and the write says so
        folder.mkdir()
    flush_folder(folder.parent)
