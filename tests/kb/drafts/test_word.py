"""Word files as no library writes them: what Word opens is read whole, what is hostile is refused in one line."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kb.drafts import docx, open_draft, xml_events
from kb.drafts.docx import read
from kb.errors import DraftUnreadable
from tests.kb.drafts.word_parts import RELATIONS, W, document, packed, paragraph, parts_of, relations, run

GOOD = "Thông tư số 124/2021/TT-BCA"
BOMB = f'<!DOCTYPE a [<!ENTITY a "{"a" * 50}"><!ENTITY b "{"&a;" * 50}">]>'
STRICT = "http://purl.oclc.org/ooxml"


def notes(content: str, kind: str = "footnotes") -> dict[str, bytes]:
    return parts_of(paragraph(run(GOOD)), rId1=(kind, f"{kind}.xml")) | {f"word/{kind}.xml": content.encode()}


def with_document(xml: str, encoding: str = "utf-8") -> dict[str, bytes]:
    return parts_of("") | {"word/document.xml": xml.encode(encoding)}


MALFORMED = {
    "no body": (with_document(f'<w:document xmlns:w="{W}"/>'), "bị hỏng"),
    "a body elsewhere": (with_document(f'<w:document xmlns:w="{W}"><w:a><w:body/></w:a></w:document>'), "bị hỏng"),
    "styles in the place of the document": (with_document(f'<w:styles xmlns:w="{W}"/>'), "bị hỏng"),
    "no namespace": (with_document("<document><body/></document>"), "bị hỏng"),
    "broken footnotes": (notes("<w:footnotes"), "bị hỏng"),
    "entities in the footnotes": (notes(f"{BOMB}<w:footnotes xmlns:w='{W}'>&b;</w:footnotes>"), "DOCTYPE"),
    "a document type behind a comment": (with_document(f"<!--{'a' * 2_000_000}-->{BOMB}<a/>"), "DOCTYPE"),
    "a document type in UTF-16": (with_document(f"{BOMB}<a/>", "utf-16"), "DOCTYPE"),
    "a document type in UTF-16 without a mark": (with_document(f"{BOMB}<a/>", "utf-16-be"), "DOCTYPE"),
    "a document type in a part that is not read": (
        parts_of(paragraph(run(GOOD))) | {"docProps/App.XML": b"<!-- a --><!DOCTYPE a><a/>"},
        "DOCTYPE",
    ),
    "an encoding that is none": (with_document("<?xml version='1.0' encoding='rot13'?><a/>"), "bị hỏng"),
    "a tag of 100,000 attributes": (
        parts_of("<w:p " + " ".join(f'w:a{n}=""' for n in range(100_000)) + "/>"),
        "quá nhiều thành phần",
    ),
    "a tag of 100,000 attributes in UTF-16": (
        with_document("<a " + " ".join(f"a{n}=''" for n in range(100_000)) + "/>", "utf-16"),
        "quá nhiều thành phần",
    ),
    "a tag of 10,000 namespaces": (
        with_document("<a " + " ".join(f"xmlns:a{n}='b{n}'" for n in range(10_000)) + "/>"),
        "quá nhiều thành phần",
    ),
    "deep": (with_document("<a>" * 3_000), "quá nhiều thành phần"),
    "a name twice": (parts_of("") | {"word/Document.xml": b"<a/>"}, "trùng tên"),
    "a name that leads out": (parts_of("") | {"word/../../a": b"a"}, "tên lạ"),
    "a name from the root": (parts_of("") | {"/etc/a": b"a"}, "tên lạ"),
    "a name of Windows": (parts_of("") | {"C:\\a": b"a"}, "tên lạ"),
    "a main part that is not there": (parts_of("") | {"_rels/.rels": relations({}).encode()}, "bị hỏng"),
}


@pytest.mark.parametrize("case", MALFORMED)
@pytest.mark.parametrize("small", [True, False], ids=["here", "apart"])
def test_malformed_file_is_refused_in_one_line(case: str, small: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "SMALL_FILE", 2_000_000 if small else 0)
    parts, words = MALFORMED[case]
    with pytest.raises(DraftUnreadable) as refusal:
        read(packed(parts), "a.docx")
    assert str(refusal.value).startswith("“a.docx” ")
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_packing_that_no_office_program_reads_is_refused(method: int) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr("word/document.xml", document(""))
    with pytest.raises(DraftUnreadable, match="bị hỏng"):
        read(data.getvalue(), "a.docx")


def test_every_cut_and_many_changed_bytes_are_read_or_refused() -> None:
    good = packed(parts_of(paragraph(run(GOOD)) * 20))
    for at in range(0, len(good), 7):
        for data in (good[:at], good[:at] + bytes([good[at] ^ 0x55]) + good[at + 1 :]):
            with suppress(DraftUnreadable):
                assert read(data, "a.docx").name == "a.docx"


def _huge(body: Iterator[bytes]) -> bytes:
    """A file whose document is packed piece by piece."""
    data = io.BytesIO()
    begin, end = document("@").encode().split(b"@")
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts_of("").items():
            if name != "word/document.xml":
                archive.writestr(name, content)
        with archive.open("word/document.xml", "w") as part:
            for piece in (begin, *body, end):
                part.write(piece)
    return data.getvalue()


@pytest.mark.parametrize(
    ("piece", "count"),
    [
        (b"<w:p/>", 30_000_000),
        (b"<w:p><w:r><w:t>" + b"a" * 1_000 + b"</w:t></w:r></w:p>", 150_000),
        (b"<a>", 60_000_000),
    ],
    ids=["paragraphs", "text", "depth"],
)
def test_huge_document_is_refused_in_bounded_time_and_memory(piece: bytes, count: int) -> None:
    data = _huge(iter([piece * 100_000] * (count // 100_000)))
    started = time.monotonic()
    with pytest.raises(DraftUnreadable, match=r"“a\.docx” (?:có quá nhiều|dài quá|nén quá|đọc quá)"):
        read(data, "a.docx")
    assert time.monotonic() - started < 21


def test_elements_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(parts_of(paragraph(run(GOOD))))  # document, body, p, r, t, sectPr
    monkeypatch.setattr(xml_events, "MOST_ELEMENTS", 6)
    assert read(data, "a.docx").text == f"{GOOD}\n"
    monkeypatch.setattr(xml_events, "MOST_ELEMENTS", 5)
    with pytest.raises(DraftUnreadable, match="quá nhiều thành phần"):
        read(data, "a.docx")


def test_headers_and_footers_of_every_kind_of_page_are_read() -> None:
    kinds = [(side, kind) for side in ("header", "footer") for kind in ("first", "even", "default")]
    references = "".join(f'<w:{side}Reference w:type="{kind}" r:id="{side}{kind}"/>' for side, kind in kinds)
    entries = {f"{side}{kind}": (side, f"{side}{kind}.xml") for side, kind in kinds}
    body = paragraph(run("thân")) + f"<w:sectPr>{references}</w:sectPr>"
    extra = {
        f"word/{side}{kind}.xml": f'<w:hdr xmlns:w="{W}">{paragraph(run(f"{side} {kind}"))}</w:hdr>'.encode()
        for side, kind in kinds
    }
    draft = read(packed(parts_of(body, **entries) | extra), "a.docx")
    lines = draft.text.splitlines()
    assert lines[:4] == ["header default", "header first", "thân", "footer default"]  # as the page shows them
    places = {line: str(draft.place(draft.text.index(line))) for line in lines}
    assert places == {
        "header default": "đoạn 1",
        "header first": "đoạn 2",
        "thân": "đoạn 3",
        "footer default": "đoạn 4",
        "header even": "đầu trang chẵn",
        "footer even": "chân trang chẵn",
        "footer first": "chân trang của trang đầu",
    }


def test_strict_files_notes_and_symbols_are_read() -> None:
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F02D"/><w:sym w:font="Wingdings" w:char="F02D"/></w:r>'
    parts = notes(f'<w:footnotes xmlns:w="{W}">{paragraph(run("chú"))}</w:footnotes>')
    parts["word/document.xml"] = document(paragraph(run("a"), symbol, run("b"))).encode()
    strict = {
        name: content.replace(W.encode(), f"{STRICT}/wordprocessingml/main".encode()).replace(
            RELATIONS.encode(), f"{STRICT}/officeDocument/relationships".encode()
        )
        for name, content in parts.items()
    }
    assert read(packed(parts), "a.docx").text == read(packed(strict), "a.docx").text == "a-\ufffdb\nchú\n"


@pytest.mark.parametrize(("name", "content"), [("a.htm", f"<p>{GOOD}</p>"), ("a.HTML", GOOD), ("a.txt", GOOD)])
def test_a_file_within_the_file_is_read(name: str, content: str) -> None:
    parts = parts_of(paragraph(run("thân")) + "<w:altChunk r:id='c'/>", c=("aFChunk", name))
    draft = read(packed(parts | {f"word/{name}": content.encode()}), "a.docx")
    assert draft.text.split("\n")[0] == "thân"
    assert str(draft.place(draft.text.index(GOOD))) == f"tệp chèn “{name}”"


def test_a_file_within_the_file_that_is_not_read_is_named() -> None:
    parts = parts_of("<w:altChunk r:id='c'/><w:altChunk r:id='x'/>", c=("aFChunk", "a.rtf"))
    draft = read(packed(parts | {"word/a.rtf": b"{\\rtf1 a}"}), "a.docx")
    assert [line.partition(";")[0] for line in draft.unread] == [
        "tệp “a.rtf” chèn nguyên bên trong", "phần chèn mà tệp không mang theo"
    ]  # fmt: skip


def test_relations_that_lead_nowhere_do_no_harm() -> None:
    data = packed(parts_of(paragraph(run(GOOD)), rId9=("image", "NULL"), rId8=("footnotes", "gone.xml")))
    assert read(data, "a.docx").text == f"{GOOD}\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_parts_are_read_in_their_encoding(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8", "cp1258": "windows-1258", "utf-16-le": "utf-16"}.get(encoding, encoding)
    xml = document(paragraph(run("Quyết định".encode(encoding, "ignore").decode(encoding)))).replace("UTF-8", name)
    data = packed(with_document(xml, encoding))
    assert read(data, "a.docx").text == "Quyết định".encode(encoding, "ignore").decode(encoding) + "\n"


def test_text_boxes_come_behind_their_paragraph_and_deleted_text_not_at_all() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('hộp'))}</w:txbxContent></w:pict></w:r>"
    fallback = (
        f"<mc:Fallback xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>{run('c')}</mc:Fallback>"
    )
    deleted = f"<w:del>{run('xóa')}</w:del><w:moveFrom>{run('dời')}</w:moveFrom><w:ins>{run('thêm')}</w:ins>"
    text = read(packed(parts_of(paragraph(run("a "), box, fallback, deleted, run(" b")))), "a.docx").text
    assert text == "a thêm b\nhộp\n"


def test_large_file_is_read_apart_as_a_small_one_is_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = paragraph(run(GOOD)) * 50
    (tmp_path / "a.docx").write_bytes(packed(parts_of(body)))
    here = open_draft(tmp_path / "a.docx")
    monkeypatch.setattr(docx, "SMALL_UNPACKED", 0)
    monkeypatch.setattr(docx, "read_here", None)
    assert open_draft(tmp_path / "a.docx") == here


def test_a_file_that_needs_more_memory_than_it_may_is_refused() -> None:
    def noise() -> Iterator[bytes]:
        for number in range(180):
            word = f"{zlib.crc32(bytes([number])):08x}".encode()
            yield b"<a b='" + word * 125_000 + b"'/>" if number == 0 else b"<!--" + word * 120_000 + b"-->"

    assert read(_huge(noise()), "a.docx").text == ""  # 170 MB unpacked, of which nothing is kept
