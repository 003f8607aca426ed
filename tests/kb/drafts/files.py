"""Draft files for tests: good ones as offices make them, and hostile ones."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LAPSED = "Thông tư số 23/2012/TT-BCA ngày 27/4/2012 của Bộ Công an"
WRONG = ("Thông tư số 124/2021/TT", "BCA, ngày 28/12/2021 của Bộ Công an")


def word_file(path: Path) -> Path:
    """A draft with its number in a table, a citation over two runs, one in a cell, tracked changes and a footer."""
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "HỘI LHPN TỈNH\nSố: 12/KH-BTV"
    table.cell(0, 1).text = "Căn cứ Nghị quyết số 51-NQ/TW, ngày 05/9/2019 của Bộ Chính trị"
    paragraph = document.add_paragraph("Thực hiện ")
    paragraph.add_run(WRONG[0]).bold = True
    paragraph.add_run(f"{WRONG[1]}, các cấp Hội triển khai.")
    changed = document.add_paragraph("Thay bằng ")
    _tracked(changed, "w:del", "w:delText", "Nghị định số 99/2099/NĐ-CP")
    _tracked(changed, "w:ins", "w:t", LAPSED)
    document.sections[0].footer.paragraphs[0].text = "Chỉ thị số 48/CT-TW ngày 22/10/2010"
    document.save(str(path))
    return path


def _tracked(paragraph: object, tag: str, text_tag: str, text: str) -> None:
    change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "a")
    words.text = text
    run.append(words)
    change.append(run)
    paragraph._p.append(change)  # type: ignore[attr-defined]


def _zip(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def with_entity(good: bytes) -> bytes:
    """The document part says that an entity is a file of this machine."""
    doctype = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = doctype + parts["word/document.xml"].split(b"?>", 1)[1]
    return _zip(parts)


def hostile(good: bytes) -> dict[str, tuple[str, bytes, str]]:
    """Case -> file name, content, words that the refusal must hold."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    picture_pdf = _pdf_without_text()
    return {
        "empty-docx": ("a.docx", b"", "không phải tệp .docx"),
        "text-called-docx": ("a.docx", "văn bản".encode(), "không phải tệp .docx"),
        "truncated-docx": ("a.docx", good[: len(good) // 2], "bị hỏng"),
        "zip-without-a-document": ("a.docx", _zip({"a.txt": b"a"}), "không phải tệp Word"),
        "broken-xml": ("a.docx", _zip({"word/document.xml": b"<w:"}), "bị hỏng"),
        "zip-bomb": ("a.docx", _zip({"word/document.xml": b" " * 210_000_000}), "nén quá nhiều"),
        "xml-entity": ("a.docx", with_entity(good), "DOCTYPE"),
        "many-parts": ("a.docx", _zip({f"word/{i}.xml": b"" for i in range(5_001)}), "nén quá nhiều"),
        "old-word": ("a.doc", ole, ".docx"),
        "encrypted-word": ("a.docx", ole + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        "pdf-called-docx-is-read-as-pdf": ("a.docx", b"%PDF-1.7\nhello", "PDF"),
        "broken-pdf": ("a.pdf", b"%PDF-1.7\n" + b"\xff" * 3_000, "bị hỏng"),
        "scanned-pdf": ("a.pdf", picture_pdf, "OCR"),
        "encrypted-pdf": ("a.pdf", picture_pdf.replace(b"<</Size 4", _ENCRYPTION + b"/Size 4"), "mật khẩu"),
        "truncated-pdf": ("a.pdf", picture_pdf[:60], "bị hỏng"),
        "not-a-pdf": ("a.pdf", b"hello", "không phải tệp .pdf"),
        "not-unicode": ("a.txt", "Nghị định".encode("utf-16-le"), "không phải"),
        "windows-1258": ("a.txt", b"Ngh\xee \xd0\xec\xf2nh", "UTF-8"),
        "binary-called-txt": ("a.txt", b"a\x00b", "không phải tệp văn bản"),
        "unknown-kind": ("a.xlsb", b"abc", "chưa đọc được"),
    }


_ENCRYPTION = b"<</ID[(0123456789abcdef)(0123456789abcdef)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>" % (
    b"o" * 32,
    b"u" * 32,
)
"""The standard handler with a password that is not the empty one."""


def _pdf_without_text() -> bytes:
    """One empty page, as a scanner leaves it when it stores the picture only."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 4\n0000000000 65535 f \n%strailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
