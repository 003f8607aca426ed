"""Files that LibreOffice converts, what stands under another name, and what is said where LibreOffice is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kb.drafts import office, open_draft
from kb.errors import DraftUnreadable
from kb.processes import Limits
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) không có trên máy này")
RTF = r"{\rtf1\ansi\ansicpg1252 C\u259?n c\u7913? Th\'f4ng t\u432? s\u7889? 124/2021/TT-BCA\par}"
PAGE = "<html><body><p>Căn cứ Thông tư số 124/2021/TT-BCA</p></body></html>"
SAID = "Căn cứ Thông tư số 124/2021/TT-BCA"


def converted(tmp_path: Path, data: bytes, form: str) -> Path:
    """A Word file as LibreOffice saves it in another form."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "in" / "a.docx")], check=True, capture_output=True, timeout=120)
    return tmp_path / f"a.{form}"


@needs_office
@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_what_libreoffice_converts_is_read_as_word_files_are(tmp_path: Path, form: str) -> None:
    hidden = run(" ẩn", "<w:rPr><w:vanish/></w:rPr>")
    body = paragraph(run(f"Căn cứ {LAPSED};"), hidden, f"<w:del w:id='1' w:author='a'>{run('xóa')}</w:del>")
    path = converted(tmp_path, packed(parts_of(body + paragraph(run("Điều 1. Phạm vi")))), form)
    draft = open_draft(path)
    assert draft.name == f"a.{form}"
    assert draft.text.split("\n")[:2] == [f"Căn cứ {LAPSED};", "Điều 1. Phạm vi"]
    assert draft.unread == ()


@needs_office
def test_rtf_under_the_name_of_a_word_file(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_text(RTF, "ascii")
    assert open_draft(tmp_path / "a.doc").text.strip() == SAID


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
