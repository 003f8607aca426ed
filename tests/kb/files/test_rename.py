"""File systems that exchange no two names, or link none: by stand-ins for what they refuse."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kb.files import rename


@pytest.fixture(autouse=True)
def poor_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(rename, "_renamed", lambda old, new, flag: False)
    monkeypatch.setattr(os, "link", refused)


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    aside, target = tmp_path / "aside", tmp_path / "target"
    aside.write_text("new", "utf-8")
    target.write_text("old", "utf-8")
    assert not rename.exchanged(aside, target)
    assert (target.read_text("utf-8"), aside.exists()) == ("new", False)


@pytest.mark.parametrize(
    "there",
    [True, pytest.param(False, marks=pytest.mark.skipif(os.name == "nt", reason="renaming needs no link there"))],
)
def test_a_new_name_is_refused_where_it_is_taken_or_cannot_be_given(tmp_path: Path, there: bool) -> None:
    aside, path = tmp_path / "aside", tmp_path / "path"
    aside.write_text("new", "utf-8")
    if there:
        path.write_text("old", "utf-8")
    with pytest.raises(FileExistsError if there else PermissionError):
        rename.put_new(aside, path)
    assert (path.read_text("utf-8") if there else "") == ("old" if there else "")
