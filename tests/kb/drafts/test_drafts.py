"""Drafts: what an office's files say is read whole; hostile files are refused with one line."""

from __future__ import annotations

import io
import re
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from kb.drafts import Draft, open_draft
from kb.drafts.word_text import WordText
from kb.errors import DraftUnreadable
from tests.kb.drafts.files import LAPSED, WRONG, hostile, word_file


def test_word_file_is_read_in_the_order_of_the_page(tmp_path: Path) -> None:
    text = open_draft(word_file(tmp_path / "a.docx")).text
    places = [text.find(words) for words in ("Số: 12/KH-BTV", "51-NQ/TW", "".join(WRONG), LAPSED, "48/CT-TW")]
    assert -1 not in places
    assert places == sorted(places)
    assert "99/2099" not in text  # deleted in the tracked changes


def test_every_character_of_a_word_file_leads_back_to_its_run(tmp_path: Path) -> None:
    with zipfile.ZipFile(word_file(tmp_path / "a.docx")) as archive:
        part = archive.read("word/document.xml")
    reader = WordText(with_runs=True)
    reader.read([part])
    text, places = reader.text(), list(zip(*reader.runs(), strict=True))
    assert len(places) > 5
    for start, end, at in places:
        words = part[at : part.index(b"</w:r>", at)].replace(b"<w:br/>", b"\n").decode()
        assert part.startswith(b"<w:r>", at)
        assert text[start:end] == re.sub("<[^>]*>", "", words.replace("\n      ", ""))


def test_nested_table_and_text_box_are_read_once(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    inner = document.add_table(rows=1, cols=1).cell(0, 0).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "Chỉ thị số 46-CT/TW"
    document.save(str(tmp_path / "a.docx"))
    assert open_draft(tmp_path / "a.docx").text.count("46-CT/TW") == 1


def test_web_page(tmp_path: Path) -> None:
    page = (
        "<head><title>x</title></head><p>Theo <b>Nghị quyết</b> số 51-NQ/TW</p><script>1/2020/TT-BCA</script><td>a<td>b"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    text = open_draft(tmp_path / "a.html").text
    assert "Theo Nghị quyết số 51-NQ/TW" in text
    assert "2020" not in text
    assert "ab" not in text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_encodings_and_line_ends(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Nghị định\r\nsố 1\rhết".encode(encoding))
    assert open_draft(tmp_path / "a.txt").text == "Nghị định\nsố 1\nhết"


def test_places() -> None:
    draft = Draft("a", "một\nhai ba\fbốn\nnăm", paged=True)
    assert [str(draft.place(draft.text.index(word))) for word in ("ba", "bốn", "năm")] == [
        "trang 1, dòng 2",
        "trang 2, dòng 1",
        "trang 2, dòng 2",
    ]
    plain = Draft("a", "một\nhai ba")
    assert (plain.place(8).line, plain.place(8).column) == (2, 5)


def _good() -> bytes:
    from docx import Document

    data = io.BytesIO()
    Document().save(data)
    return data.getvalue()


HOSTILE = hostile(_good())


@pytest.mark.parametrize("case", sorted(HOSTILE))
def test_hostile_file_is_refused_in_one_line(tmp_path: Path, case: str) -> None:
    name, content, words = HOSTILE[case]
    (tmp_path / name).write_bytes(content)
    started = time.monotonic()
    with pytest.raises(DraftUnreadable) as refusal:
        open_draft(tmp_path / name)
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert time.monotonic() - started < 20  # refused, not worked through


def test_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as large:
        large.truncate(100_000_001)
    with pytest.raises(DraftUnreadable, match="lớn hơn 50 MB"):
        open_draft(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", ""),
        ("a.md", " \n\t\f\n"),
        ("a.txt", "\ufeff"),
        ("a.txt", "\u200b\u00ad\u2800"),
        ("a.html", ""),
        ("a.html", "<p> </p>"),
        ("a.html", "<p> . </p>"),
    ],
)
def test_a_draft_without_a_letter_is_refused(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(DraftUnreadable, match=f"“{name}” không có chữ nào"):
        open_draft(tmp_path / name)


@pytest.mark.parametrize("content", ["<script>51-NQ/TW", "<!-- 51-NQ/TW"])
def test_a_page_of_which_nothing_is_seen_says_why(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.html").write_text(content, "utf-8")
    assert "không đóng" in " ".join(open_draft(tmp_path / "a.html").unread)


def test_a_word_file_without_a_letter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(_good())
    with pytest.raises(DraftUnreadable, match="không có chữ nào"):
        open_draft(tmp_path / "a.docx")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(DraftUnreadable, match="không có tệp"):
        open_draft(tmp_path / "a.docx")
    with pytest.raises(DraftUnreadable, match="thư mục"):
        open_draft(tmp_path)


def test_deeply_nested_page_is_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 20_000 + "51-NQ/TW", "utf-8")
    started = time.monotonic()
    with suppress(DraftUnreadable):
        open_draft(tmp_path / "a.html")
    assert time.monotonic() - started < 20
