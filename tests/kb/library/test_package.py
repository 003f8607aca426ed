"""Packages: what is read of a zip file and a folder, and what is refused."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from kb.errors import LibraryUnreadable
from kb.library.package import is_code, open_code_package
from tests.support.code_pages import page, write_folder, write_zip


def test_zip_and_folder_give_the_same_pages(tmp_path: Path) -> None:
    pages = {"a1": page(), "a2": page("99.2")}
    folder = write_folder(tmp_path, pages)
    archive = write_zip(
        tmp_path / "goi.zip",
        {
            "BoPhapDien.html": "<html>",
            "lib/a.html": "x",
            **{f"demuc/{name}.html": text for name, text in pages.items()},
        },
    )
    for place in (folder, archive):
        with open_code_package(place) as package:
            assert {file.id: file.read().decode() for file in package.pages} == pages
            assert package.tree is None


def test_the_day_is_that_of_the_latest_page(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "goi.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("demuc/a.html", (2026, 3, 4, 0, 0, 0)), page())
    with open_code_package(tmp_path / "goi.zip") as package:
        assert package.day.isoformat() == "2026-03-04"


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"../demuc/a.html": "x"}, r"dẫn ra ngoài \(\.\./demuc/a\.html\)"),
        ({"demuc\\a.html": "x"}, "dẫn ra ngoài"),
        ({"demuc/../../a.html": "x"}, "dẫn ra ngoài"),
        ({"/demuc/a.html": "x"}, "dẫn ra ngoài"),
        ({"C:/demuc/a.html": "x"}, "dẫn ra ngoài"),
        ({"demuc/a.html": "x", "demuc/A.html": "y"}, "trùng tên"),
        ({"demuc/a.html": b"0" * 3_000_000}, r"nén quá nhiều dữ liệu \(demuc/a\.html\)"),
        ({f"demuc/{i}.html": "" for i in range(20_001)}, r"quá nhiều tệp \(20001, mức nhận là 20000\)"),
        ({"readme.txt": "x"}, "không có trang đề mục"),
    ],
)
def test_hostile_archives_are_refused(tmp_path: Path, files: Mapping[str, str | bytes], why: str) -> None:
    archive = write_zip(tmp_path / "goi.zip", files)
    with pytest.raises(LibraryUnreadable, match=why), open_code_package(archive):
        pass


def test_a_page_larger_than_any_is_named(tmp_path: Path) -> None:
    page_file = tmp_path / "lon.html"
    with page_file.open("wb") as file:
        file.truncate(200_000_000)
    with (
        pytest.raises(LibraryUnreadable, match=r"\(lon\.html: 200 MB, mức nhận là 64 MB\)"),
        open_code_package(page_file),
    ):
        pass


def test_links_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("demuc/a.html")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "goi.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    folder = write_folder(tmp_path, {"a1": page()})
    (folder / "demuc" / "b.html").symlink_to("/etc/passwd")
    for place in (tmp_path / "goi.zip", folder):
        with pytest.raises(LibraryUnreadable, match="liên kết"), open_code_package(place):
            pass


def test_a_page_may_stand_alone_and_its_link_may_not(tmp_path: Path) -> None:
    file, link = tmp_path / "a1.html", tmp_path / "a2.html"
    file.write_text(page(), "utf-8")
    link.symlink_to(file)
    with open_code_package(file) as package:
        assert [(one.id, one.read().decode()) for one in package.pages] == [("a1", page())]
    with pytest.raises(LibraryUnreadable, match="hoặc là liên kết"), open_code_package(link):
        pass


@pytest.mark.parametrize("content", [b"", b"PK\3\4 broken", b"no zip at all"])
def test_broken_archives_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "goi.zip").write_bytes(content)
    with pytest.raises(LibraryUnreadable, match="hỏng"), open_code_package(tmp_path / "goi.zip"):
        pass


def test_a_member_that_is_not_what_the_archive_states_is_refused(tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "goi.zip", {"demuc/a.html": page()})
    archive.write_bytes(archive.read_bytes().replace(page().encode()[:20], b"x" * 20))
    data = bytearray(archive.read_bytes())
    data[60:90] = bytes(30)
    archive.write_bytes(data)
    with pytest.raises(LibraryUnreadable, match="hỏng"), open_code_package(archive) as package:
        package.pages[0].read()


def test_a_member_shorter_than_the_archive_states_is_refused(tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "goi.zip", {"demuc/a.html": page()})
    with zipfile.ZipFile(archive) as held:
        size = held.infolist()[0].file_size
    archive.write_bytes(archive.read_bytes().replace(struct.pack("<L", size), struct.pack("<L", size + 1)))
    with pytest.raises(LibraryUnreadable, match="hỏng"), open_code_package(archive) as package:
        package.pages[0].read()


def test_a_folder_of_office_files_is_no_package(tmp_path: Path) -> None:
    assert is_code(write_folder(tmp_path, {"a1": page()}))
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac" / "a.html").write_text("<html>", "utf-8")
    assert not is_code(tmp_path / "khac")


def test_a_day_that_no_calendar_has_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "goi.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("demuc/a.html", (2026, 2, 31, 0, 0, 0)), page())
    with pytest.raises(LibraryUnreadable, match="hỏng"), open_code_package(tmp_path / "goi.zip"):
        pass


def test_a_bug_of_the_import_is_no_broken_archive(tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "goi.zip", {"demuc/a.html": page()})
    with pytest.raises(ValueError, match="bug"), open_code_package(archive):
        raise ValueError("bug")
