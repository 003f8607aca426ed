"""Nothing of a Word file that a reader sees is lost without a word: it is read, or named as not read."""

from __future__ import annotations

import pytest

from kb.drafts.docx import read
from kb.drafts.word_comments import KB_AUTHOR
from tests.kb.drafts.word_parts import RELATIONS, W, packed, paragraph, parts_of, run

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
STYLES = (
    '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Con"><w:basedOn w:val="An"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="DoanAn"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Hien"><w:basedOn w:val="DoanAn"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Tren"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def box(content: str, around: str = "w:pict") -> str:
    return f"<{around}><w:txbxContent>{content}</w:txbxContent></{around}>"


def alternatives(*content: str, fallback: str = "") -> str:
    choices = "".join(f'<mc:Choice Requires="wps">{each}</mc:Choice>' for each in content)
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}">{choices}<mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def text_of(body: str, **parts: str) -> str:
    """The text of a file with this body; parts are its other parts by the kind of their relation."""
    entries = {kind: (kind, f"{kind}.xml") for kind in parts}
    extra = {f"word/{kind}.xml": content.encode() for kind, content in parts.items()}
    return read(packed(parts_of(body, **entries) | extra), "a.docx").text


BOX = box(paragraph(run("hộp")))
SHOWN = {
    "hidden": (run("a") + run("x", HIDDEN) + run("b"), "ab\n"),
    "not hidden after all": (run("a", '<w:rPr><w:vanish w:val="false"/></w:rPr>'), "a\n"),
    "how it was": (run("a", f"<w:rPr><w:rPrChange w:id='1'>{HIDDEN}</w:rPrChange></w:rPr>"), "a\n"),
    "hidden by a style": (run("a") + run("x", '<w:rPr><w:rStyle w:val="An"/></w:rPr>'), "a\n"),
    "hidden by the style below": (run("a") + run("x", '<w:rPr><w:rStyle w:val="Con"/></w:rPr>'), "a\n"),
    "hidden by its paragraph": ('<w:pPr><w:pStyle w:val="DoanAn"/></w:pPr>' + run("x"), "\n"),
    "shown in a hidden paragraph": (
        '<w:pPr><w:pStyle w:val="DoanAn"/></w:pPr>' + run("a", '<w:rPr><w:vanish w:val="0"/></w:rPr>'),
        "a\n",
    ),
    "shown by the style above": ('<w:pPr><w:pStyle w:val="Hien"/></w:pPr>' + run("a"), "a\n"),
    "inserted and moved": (f"<w:ins w:id='1'>{run('a')}</w:ins><w:moveTo w:id='2'>{run('b')}</w:moveTo>", "ab\n"),
    "deleted of what was inserted": (f"<w:ins w:id='1'><w:del w:id='2'>{run('x')}</w:del>{run('a')}</w:ins>", "a\n"),
    "a formula": (f'{run("a")}<m:oMath xmlns:m="{MATH}"><m:r><m:t>x = 1</m:t></m:r></m:oMath>', "ax = 1\n"),
    "a control with a list": (
        f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a\n"
    ),
    "a text box in two forms": (run("a") + alternatives(BOX, fallback=BOX), "a\nhộp\n"),
    "a text box in three": (run("a") + alternatives(BOX, BOX, fallback=BOX), "a\nhộp\n"),
    "a text box in the other form alone": (run("a") + alternatives("<w:drawing/>", fallback=BOX), "a\nhộp\n"),
    "a text box in a text box": (
        alternatives(box(paragraph(alternatives(BOX, fallback=BOX))), fallback=BOX), "\n\nhộp\n"
    ),
    "words that are drawn": (
        f'{run("a")}<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="DỰ THẢO"/>'
        "</v:shape></w:pict></w:r>",
        "a\nDỰ THẢO\n",
    ),
    "words of a shape": (
        f'{run("a")}<w:r><w:drawing><a:p xmlns:a="{A}"><a:r><a:t>hình</a:t></a:r></a:p></w:drawing></w:r>', "a\nhình\n"
    ),
    "a soft hyphen": (f"{run('a')}<w:r><w:softHyphen/></w:r>{run('b')}", "a\u00adb\n"),
    "a sign of Wingdings": ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓\n"),
    "a picture of Wingdings": (run("a") + '<w:r><w:sym w:font="Wingdings" w:char="F02D"/></w:r>', "a\ufffd\n"),
    "a figure that Wingdings draws": (
        run("06/20") + run("1", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>') + run("4"), "06/20\ufffd4\n"
    ),
    "figures and letters that Symbol draws": (run("51-Aă", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), "51-Αă\n"),
    "a letter of Webdings": ('<w:r><w:sym w:font="Webdings" w:char="0041"/></w:r>', "\ufffd\n"),
    "a sign of a font that Unicode knows": ('<w:r><w:sym w:font="Times New Roman" w:char="1EA1"/></w:r>', "ạ\n"),
    "a letter of a usual font in the private range": ('<w:r><w:sym w:font="Arial" w:char="F02D"/></w:r>', "-\n"),
    "small words above a word": (
        f"<w:r><w:ruby><w:rt>{run('b')}</w:rt><w:rubyBase>{run('a')}</w:rubyBase></w:ruby></w:r>", "a\nb\n"
    ),
    "text in two forms within a run": (f"<w:r>{alternatives('<w:t>a</w:t>', fallback='<w:t>a</w:t>')}</w:r>", "a\n"),
    "digits above the line": (run("2014") + run("12", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'), "2014¹²\n"),
    "digits above the line by style": (run("2014") + run("12", '<w:rPr><w:rStyle w:val="Tren"/></w:rPr>'), "2014¹²\n"),
    "a private character": (run("\uf0b7 a\uf02db", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), "• α-β\n"),
    "a private character without its font": (run("\uf0b7 a"), "• a\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", SHOWN)
def test_text_is_what_a_reader_sees(case: str) -> None:
    inside, text = SHOWN[case]
    styles = f'<w:styles xmlns:w="{W}">{STYLES}</w:styles>'
    assert text_of(paragraph(inside), styles=styles) == text


def test_paragraphs_whose_end_is_hidden_or_deleted_go_on() -> None:
    mark = "<w:pPr><w:rPr>{}</w:rPr></w:pPr>"
    deleted, hidden = mark.format("<w:del w:id='1'/>"), mark.format("<w:vanish/>")
    body = (
        paragraph(deleted, run("a")) + paragraph(hidden, run("b")) + paragraph(run("c")) + paragraph(hidden, run("d"))
    )
    assert text_of(body) == "abc\nd\n"


def test_diagrams_charts_and_remarks_are_read_apart() -> None:
    words = "<a:p><a:r><a:t>sơ </a:t></a:r><a:r><a:t>đồ</a:t></a:r></a:p>"
    diagram = f'<d:dataModel xmlns:d="urn:d" xmlns:a="{A}"><d:pt><d:t>{words}</d:t></d:pt></d:dataModel>'
    chart = (
        f'<c:chart xmlns:c="urn:c" xmlns:a="{A}"><a:p><a:r><a:t>Tên</a:t></a:r></a:p>'
        "<c:strCache><c:pt><c:v>Năm</c:v></c:pt></c:strCache><c:numCache><c:pt><c:v>7</c:v></c:pt></c:numCache></c:chart>"
    )
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:author="a">{paragraph(run("nhận xét"))}</w:comment>'
        f'<w:comment w:author="{KB_AUTHOR}">{paragraph(run("của kb"))}</w:comment></w:comments>'
    )
    parts = parts_of(
        paragraph(run("thân")), d=("diagramData", "d.xml"), c=("chart", "c.xml"), m=("comments", "m.xml")
    ) | {"word/d.xml": diagram.encode(), "word/c.xml": chart.encode(), "word/m.xml": comments.encode()}
    draft = read(packed(parts), "a.docx")
    assert draft.text == "thân\nsơ đồ\nTên\nNăm\nnhận xét\n"
    assert [str(draft.place(draft.text.index(words))) for words in ("thân", "sơ đồ", "Năm", "nhận xét")] == [
        "đoạn 1", "sơ đồ", "biểu đồ", "chú thích (comment)"
    ]  # fmt: skip
    assert draft.own().text == "thân\nsơ đồ\nTên\nNăm\n"
    assert draft.own().own() == draft.own()


def test_files_within_the_file_are_named_each_once() -> None:
    entries = {f"r{number}": ("oleObject", f"embeddings/o{number}.bin") for number in range(7)}
    parts = parts_of(paragraph(run("a")), x=("package", "embeddings/Bảng.xlsx"), y=("package", "embeddings/Bảng.xlsx"))
    parts |= {"word/embeddings/Bảng.xlsx": b"PK"}
    (line,) = read(packed(parts), "a.docx").unread
    assert line == "tệp nhúng “Bảng.xlsx”; hãy mở từ trong Word và rà soát riêng"
    many = parts_of(paragraph(run("a")), **entries) | {f"word/{target}": b"a" for _, target in entries.values()}
    (line,) = read(packed(many), "a.docx").unread
    assert "“o4.bin” và 2 tệp nữa;" in line


def test_what_stands_in_a_header_is_named_too() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://a/package" Target="x.xlsx"/></Relationships>'
    )
    body = paragraph(run("a")) + "<w:sectPr><w:headerReference w:type='first' r:id='h'/></w:sectPr>"
    parts = parts_of(body, h=("header", "h.xml")) | {
        "word/h.xml": f'<w:hdr xmlns:w="{W}"/>'.encode(),
        "word/_rels/h.xml.rels": relation.encode(),
        "word/x.xlsx": b"PK",
    }
    assert "“x.xlsx”" in read(packed(parts), "a.docx").unread[0]


PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="{{}}" cy="{{}}"/><a:blip xmlns:a="{A}"/>'
    "</wp:inline></w:drawing></w:r>"
)
DRAWN = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;width:{};height:{}">'
    "<v:imagedata/></v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("picture", "named"),
    [
        (PICTURE.format(6_000_000, 8_000_000), True), (PICTURE.format(6_000_000, 2_000_000), False),
        (PICTURE.format("a", 8_000_000), False), (DRAWN.format("17cm", "25cm"), True),
        (DRAWN.format("100pt", "80.5pt"), False),
    ],
)  # fmt: skip
def test_a_picture_of_half_a_page_may_be_a_scan(picture: str, named: bool) -> None:
    draft = read(packed(parts_of(paragraph(run("Kèm theo"), picture) + paragraph(picture))), "a.docx")
    assert [line.partition(" ảnh")[0] for line in draft.unread] == ["2"] * named


def test_word_files_and_mail_pages_within_the_file_are_read() -> None:
    inner = parts_of(paragraph(run("trong")) + "<w:altChunk r:id='c'/>", c=("aFChunk", "a.txt")) | {"word/a.txt": b"b"}
    mail = b'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n\n<p>trang</p>'
    chunks = {"a.dat": packed(inner), "b.mht": mail, "c.bin": "\ufeff<html><p>dải</p>".encode(), "d.rtf": rb"{\rtf1 x}"}
    chunks |= {"e.docx": b"PK", "f.txt": b"Ngh\xee", "g.htm": b"<meta charset=abc>"}
    body = paragraph(run("thân")) + "".join(f'<w:altChunk r:id="{name[0]}"/>' for name in chunks)
    entries = {name[0]: ("aFChunk", name) for name in chunks}
    draft = read(packed(parts_of(body, **entries) | {f"word/{name}": data for name, data in chunks.items()}), "a.docx")
    assert draft.text.split() == ["thân", "trong", "trang", "dải"]
    assert [line.split("”")[0] for line in draft.unread] == [
        "tệp chèn “a.dat", "tệp “d.rtf", "tệp “e.docx", "tệp “f.txt", "tệp “g.htm"
    ]  # fmt: skip


def test_what_is_not_read_of_a_page_within_the_file_is_named() -> None:
    chunks = {
        "a.htm": "<p>trước</p><!-- chưa đóng".encode(),
        "b.mht": "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>thư</p><iframe src=x></iframe>".encode(),
        "c.docx": packed(parts_of(paragraph(run("trong")) + "<w:altChunk r:id='x'/>")),
    }
    body = "".join(f'<w:altChunk r:id="{name[0]}"/>' * 2 for name in chunks)
    parts = parts_of(body, **{name[0]: ("aFChunk", name) for name in chunks})
    draft = read(packed(parts | {f"word/{name}": data for name, data in chunks.items()}), "a.docx")
    assert draft.text.split() == ["trước", "thư", "trong"]
    assert [line.split(" ", 4)[:4] for line in draft.unread] == [
        ["tệp", "chèn", "“a.htm”:", "chú"], ["tệp", "chèn", "“b.mht”:", "1"], ["tệp", "chèn", "“c.docx”:", "phần"]
    ]  # fmt: skip


def test_a_file_that_stands_in_a_footer_is_read() -> None:
    parts = parts_of(paragraph(run("thân")), f=("footer", "f.xml"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr/>", b"<w:sectPr><w:footerReference r:id='f'/></w:sectPr>"
    )
    rels = parts["word/_rels/document.xml.rels"].replace(b"/footer", b"/aFChunk").replace(b"f.xml", b"a.htm")
    footer = f'<w:ftr xmlns:w="{W}" xmlns:r="{RELATIONS}">{paragraph(run("chân"))}<w:altChunk r:id="f"/></w:ftr>'
    parts |= {"word/f.xml": footer.encode(), "word/_rels/f.xml.rels": rels, "word/a.htm": b"<p>trang"}
    assert read(packed(parts), "a.docx").text.split() == ["thân", "chân", "trang"]


def test_names_of_parts_differ_in_case_alone() -> None:
    parts = {
        name.replace("word/document.xml", "Word/Document.XML").replace(
            "word/_rels/document", "word/_rels/Document"
        ): data
        for name, data in parts_of(paragraph(run("a")), f=("footnotes", "FootNotes.xml")).items()
    } | {"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{paragraph(run("chú"))}</w:footnotes>'.encode()}
    assert read(packed(parts), "a.docx").text == "a\nchú\n"
