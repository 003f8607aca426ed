"""Web pages: read whole, in the encoding that they have, in time proportional to their length."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.drafts import html
from kb.drafts.html import read, text_of
from kb.errors import DraftUnreadable

LISTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "html_lists.yaml").read_text("utf-8"))
WORDS = "Căn cứ Thông tư số 124/2021/TT-BCA"


_ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", _ENCODINGS)
@pytest.mark.parametrize(
    "declared", ["", '<meta charset="utf-32">', '<meta charset="utf-16">', "<script>var charset = 1</script>"]
)
def test_unicode_is_read_as_it_is(encoding: str, declared: str) -> None:
    assert text_of(f"<html><head>{declared}</head><body><p>{WORDS}".encode(encoding)).split("\n")[-1] == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", ["\r\n ", "<!-- Văn bản -->", ""])
def test_utf_16_needs_no_mark_and_no_tag_in_front(encoding: str, before: str) -> None:
    page = f"{before}<html><head><meta charset='utf-16'></head><body><p>{WORDS}</p></body></html>"
    assert text_of(page.encode(encoding)).strip() == WORDS


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("<meta charset=windows-1258>", "cp1258"),
        ("<META http-equiv='Content-Type' content='text/html; CHARSET=Windows-1258'>", "cp1258"),
        ("<?xml version='1.0' encoding='windows-1258'?>", "cp1258"),
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("<!-- <meta charset=windows-1258> -->", "utf-8"),
        ("<meta charset=windows-1252>", "utf-8"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ("<meta charset=windows-1258>", "utf-8"),
        ("<script>x = '<meta charset=windows-1258>'</script>", "utf-8"),
    ],
)
def test_a_declared_encoding_holds(declaration: str, encoding: str) -> None:
    assert text_of(declaration.encode() + "<p>“Hôi” – 5 €".encode(encoding)).strip() == "“Hôi” – 5 €"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"<p>Ngh\xee \xd0\xec\xf2nh", "không ghi mã chữ"),
        (b"<meta charset=punycode><p>a", "mã chữ mà kb không biết"),
        (b"<meta charset=unicode_escape><p>a", "mã chữ mà kb không biết"),
        (b"<meta charset=abc><p>a", "mã chữ mà kb không biết"),
    ],
)
def test_a_page_in_an_unknown_encoding_is_refused(page: bytes, words: str) -> None:
    with pytest.raises(DraftUnreadable, match=f"“a.html” .*{words}"):
        read(page, "a.html")


@pytest.mark.parametrize("depth", [300, 30_000])
def test_a_deep_page_is_read_whole(depth: int) -> None:
    page = "<div>" * depth + WORDS + "</div>" * depth + "<p>hết"
    assert text_of(page.encode()).split() == [*WORDS.split(), "hết"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("a<!-- b <p> -->c<!d>e<?f?>g</>h", "acegh"),
        ("1 < 2 &amp; &lt;p&gt; &#7841; &#x1EA1 &#99999999999999;", "1 < 2 & <p> ạ ạ \ufffd"),
        ("<p title='a>b' class=c\">d</p >e", "d e"),
        ("<style>p > b {}</style>a<script>'</p>' < b</script >c", "ac"),
        ("<noscript>a<p>b</noscript>c<template><i>d</i></template>e", "ce"),
        ("a<br>b<BR/>c<hr>d", "a b c d"),
        ("<title>a</title><head><title>b</title></head><ul><li>c<li>d</ul>", "c d"),
        ("a</noscript>b</script>c", "abc"),
        ("a<div hidden>b<div>c</div>d</div>e", "a e"),
        ("a<p style='display:none'>b<b>c</b></p>d<p hidden>e<p>f", "a d f"),
        ("<div><p hidden>a</div>b<p hidden>c<ul><li>d</ul>", "b d"),
        ("<ul><li hidden>a<ul><li>b</ul>c<li>d<li style='visibility:hidden'>e</ul>f", "d f"),
        ("<table><tr hidden><td>a<table><tr><td>b</table>c<tr><td hidden>d<td>e</tr></table>f", "e f"),
        ("<h2 hidden>a</h2>b<dl><dt hidden>c<dd>d</dl>", "b d"),
        (
            "a<span style='mso-hide:all;display:none'>b</span>c<SPAN STYLE=\"color:red; Display : None\">d</SPAN>e",
            "ace",
        ),
        ("a<div class='hidden' style='x-display:none' title='hidden'>b</div>c", "a b c"),
        ("a<p hidden>b", "a"),
        ("<table style='border: 1px hidden rgb(0, 0, 0)'><tr><td>b</td></tr></table>c", "b c"),
        ('a<div title="là hidden = style=\'display:none\' đó" style="overflow: hidden ">b</div>c', "a b c"),
        ('a<div class="x"hidden>b</div>c<div style=display:none>d</div>e', "a c e"),
        ("<table><tr style='visibility: collapse'><td>a</tr><tr><td>b</table>", "b"),
        ("a<del>b<i>c</i></del>d<ins>e</ins></del>f", "adef"),
        ("a<p", "a"),
        ("a<!-- b --!>c<!-->d<!--->e", "acde"),
        ("a<input value='b &amp;\nc' value=d>e", "a b & c e"),
        (
            "<INPUT TYPE=Submit VALUE=a><input type=hidden value=b><input type=radio value=c><input type=x value=d>",
            "a d",
        ),
        ("<input hidden value=a><input style='display:none' value=b><p hidden><input value=c></p>d", "d"),
        ("<input placeholder=a value=''><textarea placeholder=b></textarea>", "a b"),
        ("<input placeholder=a value=b><select><optgroup label=c><option label=d>", "b c d"),
        (f"<input class='{'a' * 2000}' value='{'b' * 2000}'>", "b" * 2000),
    ],
)
def test_what_a_browser_shows(page: str, text: str) -> None:
    assert " ".join(text_of(page.encode()).split()) == text


NOT_SHOWN = "không đóng, phần sau đó trình duyệt không hiện nên chưa đọc"


@pytest.mark.parametrize(
    ("page", "unread"),
    [
        ("<p>a\n<script>51-NQ/TW", f"thẻ <script> ở dòng 2 {NOT_SHOWN}"),
        ("<p>a<STYLE>p {}</p>51-NQ/TW", f"thẻ <style> ở dòng 1 {NOT_SHOWN}"),
        ("<p>a<title>51-NQ/TW</p>", f"thẻ <title> ở dòng 1 {NOT_SHOWN}"),
        ("<p>a</p>\n\n<!-- 51-NQ/TW", f"chú thích <!-- ở dòng 3 {NOT_SHOWN}"),
        ("<p>a</p><p title='>51-NQ/TW</p>", f"thẻ <p> ở dòng 1 {NOT_SHOWN}"),
        ("<p>a<template><p>51-NQ/TW</p>", f"thẻ <template> {NOT_SHOWN}"),
        ("<p>a<noscript>51-NQ/TW", f"thẻ <noscript> {NOT_SHOWN}"),
        ("<p>a<template></template><noscript>b</noscript><script>c</script><!-- d -->", ""),
        ("<p>a<noscript> ", ""),
        ("<p>a<script>", ""),
        ("<p>a<!--", ""),
        ("<p>a<p", ""),
    ],
)
def test_text_that_nobody_sees_is_told(page: str, unread: str) -> None:
    draft = read(page.encode(), "a.html")
    assert (draft.text.strip(), draft.unread) == ("a", (unread,) if unread else ())


def test_a_large_page_is_read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<p>{WORDS}</p>".encode() * 3
    here = read(page, "a.html")
    monkeypatch.setattr(html, "SMALL_FILE", 10)
    monkeypatch.setattr(html, "read_here", None)
    assert read(page, "a.html") == here


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"<p>a<iframe src=b></iframe><object data=c></object>", ["2 khung"]),
        (b"<div hidden><iframe src=b></iframe></div>a", []),
        (b"a<div hidden>b", ["thẻ <div>"]),
        (b"<h1>a</h1><img src=1.png><img src=2.png width=600 height=900>", ["2 ảnh"]),
        (b"<h1>a</h1><img width='60px' src=1.png><p hidden><img src=2.png></p>", []),
        (b"<p>" + b"a" * 100 + b"<img src=1.png>", []),
    ],
)
def test_what_a_page_shows_from_elsewhere_is_named(page: bytes, words: list[str]) -> None:
    found = read(page, "a.html").unread
    assert len(found) == len(words)
    assert all(line.startswith(begin) for line, begin in zip(found, words, strict=True))


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case["id"])
def test_numbers_of_lists_are_read_as_a_browser_writes_them(case: dict[str, Any]) -> None:
    assert [line for line in text_of(f"<body>{case['page']}".encode()).split("\n") if line] == case["lines"]


XHTML = "<?xml version='1.0'?><html><head><title/><script src='a.js'/></head><body><h:p><![CDATA[{}]]></h:p><br/>"


@pytest.mark.parametrize("words", [WORDS, f"{WORDS} & <b>", "a ]] b > c"])
def test_a_page_of_xml_shows_its_sections_of_characters(words: str) -> None:
    assert read(XHTML.format(words).encode(), "a.xhtml").text.split() == words.split()


def test_digits_above_the_line_are_none_of_a_number() -> None:
    assert text_of("năm 2014<sup>12</sup> của 5 km<sup>2</sup>".encode()) == "năm 2014¹² của 5 km²"
