"""The import from bytes: the files that `kb import` writes, what is sure of them, what `kb check` says of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import main
from kb.corpus.load import load_corpus
from kb.corpus.packed import pack, unpack
from kb.importing.portable import PortableImport
from tests.kb.importing.files import NEXT, WORDS
from tests.support.paths import ROOT

DAY = "2026-11-29"
CIRCULAR = f"{WORDS}\n{NEXT}"


@pytest.fixture(scope="module")
def portable() -> PortableImport:
    return PortableImport(unpack(pack(load_corpus(ROOT / "corpus"))))


def read(portable: PortableImport, name: str, text: str) -> Any:
    return json.loads(portable.draft(name, text.encode(), "https://congbao.chinhphu.vn", DAY))


def test_the_files_are_those_of_the_command(portable: PortableImport, tmp_path: Path) -> None:
    file = tmp_path / "thong-tu.txt"
    file.write_text(CIRCULAR, "utf-8")
    asked = ["import", str(file), "--out", str(tmp_path), "--source", "https://congbao.chinhphu.vn", "--checked", DAY]
    assert CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *asked]).exit_code == 0
    written = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.yaml")}
    found = read(portable, file.name, CIRCULAR)
    assert {Path(one["path"]).name: one["text"] for one in found["files"]} == written


def test_each_field_says_how_sure_it_is(portable: PortableImport) -> None:
    fields = {field["label"]: field for field in read(portable, "thong-tu.txt", CIRCULAR)["fields"]}
    number, signer = fields["Số, ký hiệu"], fields["Tóm tắt"]
    assert (number["value"], number["doubtful"], number["missing"]) == ("90/2025/TT-BCA", False, False)
    assert number["notes"][0].startswith("đọc ở dòng ")
    assert fields["Cơ quan ban hành"]["value"] == "Bộ Công an"
    assert (fields["Thể loại"]["value"], fields["Thể loại"]["form"]) == ("thong-tu", "type")
    assert (fields["Ngày ban hành"]["value"], fields["Ngày có hiệu lực"]["value"]) == ("15/9/2025", "13/10/2025")
    assert signer["value"] == ""


def test_no_field_speaks_of_the_file_of_an_editor(portable: PortableImport) -> None:
    said = [note for field in read(portable, "thong-tu.txt", CIRCULAR)["fields"] for note in field["notes"]]
    assert [note for note in said if "%" in note or "_" in note or "issuers" in note] == []


def test_the_form_is_written_into_the_draft(portable: PortableImport) -> None:
    text = read(portable, "thong-tu.txt", CIRCULAR)["files"][0]["text"]
    answer = json.loads(portable.edit(text, json.dumps({"title": "Về việc thử", "issued": "hôm qua"})))
    assert "title: Về việc thử\n" in answer["text"]
    assert list(answer["refused"]) == ["issued"]


def test_the_rules_look_at_the_files_as_edited(portable: PortableImport) -> None:
    files = read(portable, "thong-tu.txt", CIRCULAR)["files"]
    assert json.loads(portable.check(json.dumps(files))) == []
    files[0]["text"] = files[0]["text"].replace("issuers:\n  - bo-cong-an", "issuers:\n  - bo-khong-co")
    assert [problem["code"] for problem in json.loads(portable.check(json.dumps(files)))] == ["NUM04", "REF01"]
    files[0]["text"] = "id: [\n"
    assert [problem["path"] for problem in json.loads(portable.check(json.dumps(files)))] == [
        f"corpus/{files[0]['path']}"
    ]


def test_what_the_corpus_holds_and_what_cannot_be_read_are_said(portable: PortableImport) -> None:
    held = CIRCULAR.replace("90/2025/TT-BCA", "124/2021/TT-BCA").replace("15 tháng 9 năm 2025", "28 tháng 12 năm 2021")
    found = read(portable, "thong-tu.txt", held)
    assert found == {"held": [["Thông tư 124/2021/TT-BCA", "van-ban/tt-124-2021-tt-bca/"]]}
    assert json.loads(portable.draft("hong.docx", b"PK\x03\x04", "", DAY))["refused"].startswith("“hong.docx”")
