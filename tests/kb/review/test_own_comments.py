"""A Word file that kb commented before: its own comments are replaced, those of others stay."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from kb.drafts.word_comments import KB_AUTHOR
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import W, packed, paragraph, parts_of, run, unpacked
from tests.kb.review.commenting import marked_text, with_comments
from tests.kb.review.word_bodies import BEFORE, BODIES


def test_comments_of_the_file_stay_and_numbers_go_on() -> None:
    body = paragraph('<w:commentRangeStart w:id="4"/>', BEFORE, '<w:commentRangeEnd w:id="4"/>', run(LAPSED))
    parts = parts_of(body, rId5=("comments", "notes.xml"))
    old = f'<x:comments xmlns:x="{W}"><x:comment x:id="2" x:author="a"><x:p/></x:comment></x:comments>'.encode()
    after = unpacked(with_comments(packed(parts | {"word/notes.xml": old}))[0])
    assert "word/comments.xml" not in after
    assert after["word/_rels/document.xml.rels"] == parts["word/_rels/document.xml.rels"]
    assert after["word/notes.xml"].startswith(old.removesuffix(b"</x:comments>"))
    numbers = [each.get(f"{{{W}}}id") for each in ElementTree.fromstring(after["word/notes.xml"])]
    assert numbers == ["2", "5"]
    assert marked_text(after["word/document.xml"])["5"] == LAPSED


@pytest.mark.parametrize("case", BODIES)
def test_a_second_run_replaces_what_the_first_wrote(case: str) -> None:
    data = packed(parts_of(BODIES[case]))
    once, _ = with_comments(data)
    twice, without_place = with_comments(once)
    assert without_place == 0
    first, second = unpacked(once), unpacked(twice)
    time_of = re.compile(rb' w:date="[^"]*"')
    assert {name: time_of.sub(b"", part) for name, part in second.items()} == {
        name: time_of.sub(b"", part) for name, part in first.items()
    }


def test_what_others_remarked_stays_when_kb_takes_its_own_back() -> None:
    body = paragraph('<w:commentRangeStart w:id="4"/>', run(LAPSED), '<w:commentRangeEnd w:id="4"/>')
    body += paragraph("<w:r><w:commentReference w:id='4'/></w:r><w:r><w:t>a</w:t><w:commentReference w:id='7'/></w:r>")
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    old = (
        f'<w:comments xmlns:w="{W}" xmlns:w14="{w14}"><w:comment w:id="4" w:author="a"><w:p/></w:comment>'
        f'<w:comment w:id="7" w:author="{KB_AUTHOR}"><w:p w14:paraId="0A"/></w:comment></w:comments>'
    )
    more = f'<e:commentsEx xmlns:e="{w14}"><e:commentEx e:paraId="0A"/><e:commentEx e:paraId="0B"/></e:commentsEx>'
    parts = parts_of(body, c=("comments", "comments.xml"), x=("commentsExtended", "more.xml"))
    parts |= {"word/comments.xml": old.encode(), "word/more.xml": more.encode()}
    after = unpacked(with_comments(packed(parts))[0])
    assert [each.get(f"{{{W}}}id") for each in ElementTree.fromstring(after["word/comments.xml"])] == ["4", "5"]
    assert b"0A" not in after["word/more.xml"]
    assert b"0B" in after["word/more.xml"]
    assert marked_text(after["word/document.xml"]) == {"4": LAPSED, "5": LAPSED}
    assert b"<w:r><w:t>a</w:t></w:r>" in after["word/document.xml"]
