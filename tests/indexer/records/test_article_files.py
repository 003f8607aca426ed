"""What is no file of articles is refused at once: a device has no end, an id is printed beside others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.records.articles import Articles
from kb.errors import IndexUnusable

ARTICLE = {"subject": "A", "heading": "a", "text": "b"}


@pytest.mark.parametrize("identity", ["", "a\nb", "a\tb", "a\x1b[2J", "\u202ea", "a\u200b"])
def test_an_id_is_one_line_of_characters_that_are_seen(tmp_path: Path, identity: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(ARTICLE | {"id": each}) + "\n" for each in ("1.1.LQ.1", identity)), "utf-8")
    with pytest.raises(IndexUnusable, match="dòng 2: “id” phải là một dòng"):
        list(Articles(file))


ENDS = "x\ny\r\nz\u2028t\x85u\x0bv"
"""A value that would be six lines."""


def test_all_but_the_text_is_on_one_line(tmp_path: Path) -> None:
    row = {"id": "1.1.LQ.1", "text": ENDS, "article": ENDS, "document": 7}
    row |= {"heading": ENDS, "law": ENDS, "subject": ENDS, "chapter": [ENDS, ENDS], "source_note": ENDS}
    document = dict.fromkeys(("title", "url", "type", "issuer"), ENDS) | {"item_id": 7}
    (tmp_path / "documents.jsonl").write_text(json.dumps(document, ensure_ascii=False) + "\n", "utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    record = next(iter(Articles(tmp_path / "a.jsonl")))
    assert record.text == ENDS
    printed = [record.title, record.context, record.section, record.url, record.type, *record.issuers]
    assert [value for value in printed if len(value.splitlines()) != 1] == []


@pytest.mark.parametrize("written", ["\ufeff{}", "{}\n", "{}\r\n\r\n", "\n \n{}\n\n"])
def test_marks_and_blank_lines_of_an_editor_change_nothing(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(written.replace("{}", json.dumps(ARTICLE | {"id": "1"})).encode())
    assert [record.id for record in Articles(file)] == ["1"]


def test_an_id_comes_twice_only_in_the_codified_law(tmp_path: Path) -> None:
    """Its anchors do; but what is replaced by its id is one article."""
    file = tmp_path / "a.jsonl"
    rows = [ARTICLE | {"id": "1", "code": f"1.1.LQ.{number}"} for number in (1, 2)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert [record.section for record in Articles(file)] == ["1.1.LQ.1", "1.1.LQ.2"]
    with pytest.raises(IndexUnusable, match="dòng 2: “id” 1 đã có ở dòng 1"):
        list(Articles(file, distinct=True))


def test_a_file_without_an_article_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("\n", "utf-8")
    with pytest.raises(IndexUnusable, match="không có điều luật nào"):
        list(Articles(file))


def test_a_broken_package_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.xz"
    file.write_bytes(b"xx")
    with pytest.raises(IndexUnusable, match="không giải nén được"):
        list(Articles(file))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="không có thiết bị /dev/zero trên máy này")
def test_a_device_is_refused() -> None:
    with pytest.raises(IndexUnusable, match="thiết bị"):
        Articles(Path("/dev/zero"))
