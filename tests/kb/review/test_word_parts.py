"""Comments in Word files of forms that offices seldom write."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from kb.drafts import docx, word_stories
from kb.errors import DraftUnreadable
from kb.review import comments
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run
from tests.kb.review.commenting import with_comments

WRONG = "Chỉ thị số 48/CT-TW ngày 22/10/2010"
FALLBACK = (
    f"<mc:Fallback xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>{run('khác')}</mc:Fallback>"
)


def test_what_another_program_would_show_is_passed_over() -> None:
    data, without_place = with_comments(packed(parts_of(paragraph(run(f"{WRONG} "), FALLBACK))))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert without_place == 0
    assert xml.count("<w:commentRangeStart") == 1
    assert FALLBACK.partition(">")[2] in xml


def test_a_symbol_without_a_code_is_no_letter() -> None:
    symbol = '<w:r><w:sym w:font="Symbol" w:char="x"/></w:r>'
    assert docx.read(packed(parts_of(paragraph(run("a"), symbol, run("b")))), "a.docx").text == "ab\n"


def test_too_much_text_in_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_stories, "LONGEST_TEXT", 3)
    with pytest.raises(DraftUnreadable, match="triệu chữ"):
        docx.read(packed(parts_of(paragraph(run("dài quá")))), "a.docx")


def test_a_file_that_cannot_take_comments_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(part: bytes) -> None:
        raise DraftUnreadable("bị hỏng")

    monkeypatch.setattr(comments, "in_utf8", refused)
    with pytest.raises(DraftUnreadable, match=r"“a\.docx” bị hỏng"):
        with_comments(packed(parts_of(paragraph(run(WRONG)))))
