"""An index whose files are cut short or gone is refused with what to do, never answered from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.build.build import build_records
from indexer.engines.adapters.whoosh import reading
from indexer.manifest import MANIFEST, read_table, usable, write_table
from indexer.records.articles import Articles
from indexer.records.record import IndexRecord
from indexer.search import search
from kb.errors import IndexUnusable

RECORDS = [IndexRecord(str(n), "article", "Điều luật", "", f"Cư trú thứ {n}", "đăng ký cư trú") for n in range(20)]


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    build_records(RECORDS, tmp_path, {})
    max(usable(tmp_path).iterdir(), key=lambda path: path.stat().st_size).unlink()
    with pytest.raises(IndexUnusable, match="bị thiếu hoặc hỏng"):
        usable(tmp_path)


def test_posting_lists_cut_short_behind_a_manifest_that_knows_it(tmp_path: Path) -> None:
    build_records(RECORDS, tmp_path, {})
    folder = usable(tmp_path)
    (postings,) = folder.glob("*.pst")
    postings.write_bytes(b"")
    table = read_table(folder / MANIFEST)
    size = next(name for name in table if name.endswith(postings.name))
    write_table(folder / MANIFEST, table | {size: "0"})
    with pytest.raises(IndexUnusable, match="không đọc được chỉ mục"):
        search(tmp_path, "cư trú")


def test_a_table_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    assert read_table(tmp_path / "khong-co") == {}


def test_terms_are_forgotten_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_records(RECORDS, tmp_path, {})
    wanted = [hit.id for hit in search(tmp_path, "đăng ký cư trú").hits]
    monkeypatch.setattr(reading, "TERMS_KEPT", 1)
    assert [hit.id for hit in search(tmp_path, "đăng ký cư trú").hits] == wanted


def test_an_article_is_asked_for_by_the_number_in_its_document(tmp_path: Path) -> None:
    """The codified law: the note of an article begins with its number, a list beside it names the documents."""
    document = {"item_id": 7, "number": "06/2014/NĐ-CP", "title": "Nghị định A", "issued": "2014-01-21"}
    article = {
        "id": "1.1.NĐ.6.5",
        "document": 7,
        "heading": "Xây dựng phong trào",
        "text": "Nội dung.",
        "source_note": "(Điều 5 Nghị định số 06/2014/NĐ-CP)",
    }
    (tmp_path / "documents.jsonl").write_text(json.dumps(document) + "\n", "utf-8")
    source = tmp_path / "articles.jsonl"
    source.write_text(json.dumps(article) + "\n", "utf-8")
    build_records(Articles(source), tmp_path / "index", {})
    for query in ("điều 5", "06/2014/NĐ-CP"):
        (hit,) = search(tmp_path / "index", query).hits
        assert (hit.id, hit.number, hit.year) == ("1.1.NĐ.6.5", "06/2014/NĐ-CP", "2014")


BROKEN = "không phải JSON, hoặc không phải UTF-8"


@pytest.mark.parametrize(
    ("name", "line", "why"),
    [
        ("articles.jsonl", '{"id": 5, "heading": "a", "text": "b"}', "“id” phải là chữ"),
        ("articles.jsonl", '{"id": "b", "heading": null, "text": "b"}', "“heading” phải là chữ"),
        ("articles.jsonl", '{"id": "b", "heading": "a", "text": ["b"]}', "“text” phải là chữ"),
        ("articles.jsonl", '{"id": "b", "heading": "a"}', "thiếu “text”"),
        ("articles.jsonl", '{"heading": "a", "text": "b"}', "thiếu “id”"),
        ("articles.jsonl", '{"id": "b", "heading": "a", "text": "b", "document": "x"}', "“document” phải là số"),
        ("articles.jsonl", '{"id": "b", "heading": "a", "text": "\\ud800"}', BROKEN),
        ("articles.jsonl", '{"id": "b", "heading": "a", "text": "\x01"}', BROKEN),
        ("articles.jsonl", "không phải JSON", BROKEN),
        ("articles.jsonl", "[" * 100_000, BROKEN),
        ("articles.jsonl", "[1]", "không phải một đối tượng JSON"),
        ("articles.jsonl", '{"id": "a", "heading": "khác", "text": "b"}', "“id” a đã có ở dòng 1"),
        ("documents.jsonl", "{", BROKEN),
        ("documents.jsonl", "[1]", "không phải một đối tượng JSON"),
        ("documents.jsonl", '{"number": "1"}', "thiếu “item_id”"),
        ("documents.jsonl", '{"item_id": [1]}', "“item_id” phải là số"),
        ("documents.jsonl", '{"item_id": 1, "issued": "hôm qua"}', "“issued” phải là ngày"),
        ("documents.jsonl", "[" * 100_000, BROKEN),
    ],
)
def test_articles_of_another_form_are_refused_by_their_line(tmp_path: Path, name: str, line: str, why: str) -> None:
    (tmp_path / "articles.jsonl").write_text('{"id": "a", "heading": "a", "text": "b"}\n', "utf-8")
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    number = 3 if name == "articles.jsonl" else 2
    with pytest.raises(IndexUnusable, match=f"{name}, dòng {number}: {why}"):
        build_records(Articles(tmp_path / "articles.jsonl"), tmp_path / "index", {})
