"""Imports into the library, as a user asks for them: other forms than the package, and what is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.cli.test_library import CIRCULAR, run
from tests.support.code_pages import page, write_folder


def test_office_files_are_read_as_import_reads_them(tmp_path: Path) -> None:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    (folder / "tt.md").write_text(CIRCULAR, "utf-8")
    imported = run(tmp_path / "data", "library", "import", str(folder))
    assert "đọc mới 1 (2 điều)" in imported.output, imported.output
    said = run(tmp_path / "data", "show", "Điều 1 Thông tư 98/2021/TT-BCA").output
    assert "1. Thông tư này quy định việc thử nghiệm.\n2. Hồ sơ gồm:\na) Đơn;" in said
    assert "  tệp tt.md, đọc " in said
    assert "đọc mới 0 (0 điều)" in run(tmp_path / "data", "library", "import", str(folder / "tt.md")).output


def test_a_folder_without_anything_to_read_is_refused(tmp_path: Path) -> None:
    refused = run(tmp_path / "data", "library", "import", str(tmp_path))
    assert (refused.exit_code, "không có trang đề mục nào" in refused.stderr) == (2, True)


def test_a_broken_package_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "goi.zip").write_bytes(b"PK")
    refused = run(tmp_path / "data", "library", "import", str(tmp_path / "goi.zip"))
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    folder = write_folder(tmp_path, {})
    assert run(tmp_path / "data", "library", "import", str(folder)).exit_code == 2


def test_a_copy_of_a_day_to_come_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), "utf-8")
    done = run(tmp_path, "library", "import", str(tmp_path / "a.html"), "--read", "9999-12-31")
    assert (done.exit_code, "là ngày chưa tới" in done.stderr, (tmp_path / "library").exists()) == (2, True, False)


def test_json_lines_bear_the_day_of_their_file(tmp_path: Path) -> None:
    file = tmp_path / "dieu.jsonl"
    row = {"id": "a", "law": "Luật Thử", "article": "1", "heading": "Phạm vi", "text": "Luật này quy định."}
    file.write_text(json.dumps(row) + "\n", "utf-8")
    os.utime(file, (1_600_000_000, 1_600_000_000))
    assert "đọc mới 1 (1 điều)" in run(tmp_path, "library", "import", str(file)).output
    assert json.loads(run(tmp_path, "library", "status", "--json").output)["read"] == ["2020-09-13"]
    (tmp_path / "thu-muc.jsonl").mkdir()
    refused = run(tmp_path, "library", "import", str(tmp_path / "thu-muc.jsonl"))
    assert (refused.exit_code, refused.stderr) == (2, f"kb: không có tệp: {tmp_path / 'thu-muc.jsonl'}\n")
