"""A real YAML language server over a file of the corpus: a clerk's editor, without the editor."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.corpus.canonical import canonical
from tests.editor.server import Server, language_server
from tests.support.corpora import clean_files
from tests.support.paths import ROOT

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
FAULTY = """\
# yaml-language-server: $schema=../schema/document.json
id: tt 1
number: 06
type: thongtu
issuers: []
titel: Về việc một
title: ''
summary: Tóm tắt.
applies_to: unknown
events:
  - kind: issued
    date: 28/12/2021
    sure: chac
relations:
  - kind: can_cu
    sure: read
links: https://example.vn
"""
EXPECTED = [
    # line as an editor counts it, and how the message begins
    (2, "Thiếu trường “signer”: Người ký"),
    (2, "Dạng cần có: chữ thường không dấu"),
    (3, "Phải là chữ; số và ngày thì đặt trong dấu nháy"),
    (4, "Chọn một trong: luat (Luật), "),
    (5, "Phải là danh sách: ít nhất một mục"),
    (6, "Phải là nhóm trường, và chỉ gồm các trường: id, "),
    (7, "Không để trống"),
    (12, "Dạng cần có: ngày YYYY-MM-DD"),
    (13, "Chọn một trong: confirmed (đọc được ở hai nguồn trở lên)"),
    (15, "Thiếu trường “to”: Mã văn bản"),
    (17, "Phải là danh sách"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project").resolve()
    shutil.copytree(ROOT / "corpus" / "schema", root / "corpus" / "schema")
    documents = root / "corpus" / "documents"
    documents.mkdir()
    (documents / "faulty.yaml").write_text(FAULTY, "utf-8")
    (documents / "tt-1.yaml").write_text(canonical(clean_files()["documents/tt-1.yaml"], "documents")[0], "utf-8")
    return documents


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with language_server(folder.parent.parent, SETTINGS) as running:
        yield running


def test_faults_are_told_in_vietnamese_on_their_lines(server: Server, folder: Path) -> None:
    found = [(d["range"]["start"]["line"] + 1, d["message"]) for d in server.open(folder / "faulty.yaml")]
    assert len(found) == len(EXPECTED)
    for line, start in EXPECTED:
        assert any(at == line and message.startswith(start) for at, message in found), (line, start, found)


def test_a_faultless_file_has_none(server: Server, folder: Path) -> None:
    assert server.open(folder / "tt-1.yaml") == []


def test_fields_and_words_are_explained(server: Server, folder: Path) -> None:
    path = folder / "faulty.yaml"
    server.open(path)
    assert "Tóm tắt bằng lời của dự án" in server.hover(path, 7, 3)
    over_sure = server.hover(path, 12, 6)
    assert "Mức chắc chắn." in over_sure
    assert "`inferred`: suy ra từ các dữ kiện đã đọc" in over_sure
    assert server.complete(path, 12, 10)["plan"] == "chỉ thấy trong kế hoạch"


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*/*.yaml"))[::23], ids=lambda path: path.stem)
def test_records_of_the_corpus_have_no_fault(server: Server, path: Path) -> None:
    assert server.open(path) == []
