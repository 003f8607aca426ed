"""A list to choose from in a form shows one entry, which stands in the file by its number alone."""

from __future__ import annotations

import pytest

from kb.drafts.docx import read
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run, unpacked
from tests.kb.review.commenting import marked_text, with_comments

ENTRIES = f"<w:listEntry w:val='Kế hoạch'/><w:listEntry w:val='{LAPSED}'/>"


def field(said: str, properties: str = "") -> str:
    choice = f"<w:ffData><w:ddList>{said}{ENTRIES}</w:ddList></w:ffData>"
    begin = f"<w:r>{properties}<w:fldChar w:fldCharType='begin'>{choice}</w:fldChar></w:r>"
    return f"{begin}<w:r><w:fldChar w:fldCharType='end'/></w:r>"


@pytest.mark.parametrize(
    ("said", "properties", "shown"),
    [
        ("<w:result w:val='1'/>", "", LAPSED),
        ("<w:result w:val='0'/><w:default w:val='1'/>", "", "Kế hoạch"),
        ("<w:default w:val='1'/>", "", LAPSED),
        ("", "", "Kế hoạch"),
        ("<w:result w:val='7'/>", "", ""),
        ("", "<w:rPr><w:vanish/></w:rPr>", ""),
    ],
)
def test_the_entry_chosen_is_read(said: str, properties: str, shown: str) -> None:
    data = packed(parts_of(paragraph(run("a "), field(said, properties), run("; b"))))
    assert read(data, "a.docx").text == f"a {shown}; b\n"


def test_comments_behind_a_list_stand_where_they_belong() -> None:
    out, without_place = with_comments(packed(parts_of(paragraph(field(""), run(f" a {LAPSED} b")))))
    assert (without_place, marked_text(unpacked(out)["word/document.xml"])) == (0, {"0": LAPSED})
