"""Files that LibreOffice converts, what stands under another name, and what is said where LibreOffice is missing."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kb.drafts import office, open_draft
from kb.errors import DraftUnreadable
from kb.processes import Limits
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) không có trên máy này")
PAGE = "<html><body><p>Căn cứ Thông tư số 124/2021/TT-BCA</p></body></html>"
SAID = "Căn cứ Thông tư số 124/2021/TT-BCA"
HIDDEN = run(" ẩn", "<w:rPr><w:vanish/></w:rPr>")
DELETED = f"<w:del w:id='1' w:author='a'>{run('xóa')}</w:del>"
WORD = paragraph(run(f"Căn cứ {LAPSED};"), HIDDEN, DELETED) + paragraph(run("Điều 1. Phạm vi"))
RTF = "".join(
    letter if letter < "\x80" else f"\\u{ord(letter)}?"
    for letter in rf"{{\rtf1\ansi\ansicpg1252 Căn cứ {LAPSED};{{\v  ẩn}}{{\deleted xóa}}\par Điều 1. Phạm vi\par}}"
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"
_NAMES = " ".join(f'xmlns:{name}="{_ODF.format(name)}"' for name in ("office", "text", "style", "manifest"))
_NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
OPEN_DOCUMENT = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": (
        f'<manifest:manifest {_NAMES}><manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    ).encode(),
    "content.xml": (
        f'<office:document-content {_NAMES} office:version="1.2"><office:automatic-styles><style:style '
        'style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '</office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region text:id="d">'
        "<text:deletion><office:change-info><dc:creator>a</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p>xóa</text:p></text:deletion></text:changed-region>"
        f'</text:tracked-changes><text:p>Căn cứ {LAPSED};<text:span text:style-name="H"> ẩn</text:span>'
        '<text:change text:change-id="d"/></text:p><text:p>Điều 1. Phạm vi</text:p></office:text></office:body>'
        "</office:document-content>"
    ).encode(),
}


def open_document(_: Path) -> bytes:
    """The parts are not compressed: the kind is told from the first one (OpenDocument 1.2 part 3, 3.3)."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in OPEN_DOCUMENT.items():
            archive.writestr(name, content)
    return data.getvalue()


def old_word(folder: Path) -> bytes:
    """A Word file as LibreOffice saves it in the old form."""
    (folder / "in").mkdir()
    (folder / "in" / "a.docx").write_bytes(packed(parts_of(WORD)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "doc", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "in" / "a.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "a.doc").read_bytes()


@needs_office
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.doc", old_word),
        ("b.doc", lambda _: RTF.encode("ascii")),
        ("a.odt", open_document),
    ],
    ids=["old Word", "RTF under the name of a Word file", "OpenDocument"],
)
def test_what_libreoffice_converts_is_read_as_word_files_are(
    tmp_path: Path, name: str, content: Callable[[Path], bytes]
) -> None:
    (tmp_path / name).write_bytes(content(tmp_path))
    draft = open_draft(tmp_path / name)
    assert draft.name == name
    assert draft.text.split("\n")[:2] == [f"Căn cứ {LAPSED};", "Điều 1. Phạm vi"]
    assert draft.unread == ()


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.mht"])
@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf<!DOCTYPE html>" + PAGE.encode(),
        PAGE.encode("utf-16"),
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        + PAGE.encode()
        + b"\r\n--b--\r\n",
    ],
    ids=["page", "mark and doctype", "UTF-16", "mhtml"],
)
def test_web_pages_under_other_names(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert open_draft(tmp_path / name).text.strip() == SAID


def test_a_text_of_a_page_stays_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    assert open_draft(tmp_path / "a.txt").text == PAGE


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Word cũ (.doc)"),
        ("a.rtf", RTF.encode(), "RTF"),
        ("a.odt", b"PK\3\4" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument (.odt)"),
        ("a.xml", b'<?xml version="1.0"?><pkg:package xmlns:pkg="urn:a"/>', "Word dạng XML"),
    ],
)
def test_without_libreoffice_both_ways_out_are_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, kind: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DraftUnreadable) as refusal:
        open_draft(tmp_path / name)
    assert str(refusal.value) == (
        f"“{name}” là tệp {kind}; hãy mở bằng Word rồi lưu thành .docx, hoặc cài LibreOffice rồi chạy lại"
    )


@needs_office
@pytest.mark.parametrize(
    ("limits", "words"),
    [(Limits(seconds=0.01), "đọc quá 0.01 giây"), (Limits(memory=100_000_000), "không đọc được")],
    ids=["time", "memory"],
)
def test_libreoffice_has_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, words: str) -> None:
    (tmp_path / "a.rtf").write_text(RTF, "ascii")
    monkeypatch.setattr(office, "LIMITS", limits)
    with pytest.raises(DraftUnreadable, match=words):
        open_draft(tmp_path / "a.rtf")
