"""Old Word files, RTF and OpenDocument, converted by LibreOffice where it is installed, then read as a Word file.

LibreOffice runs apart, with limits, on a profile of its own: it neither waits for one that is open, nor runs macros,
nor fetches what a file links to.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kb.drafts import docx
from kb.drafts.model import Draft
from kb.errors import DraftUnreadable
from kb.files import scratch_folder
from kb.processes import ChildFailed, ChildNotStarted, ChildTooLong, ChildTooSlow, Limits, ProgramMissing, run_limited

LIMITS = Limits(seconds=120, processor=120, memory=4_000_000_000, output=1_000_000)
LARGEST_CONVERTED = 100_000_000
"""Bytes of what LibreOffice may give back."""
_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    *(
        Path(folder, "LibreOffice", "program", "soffice.exe")
        for folder in (os.environ.get("PROGRAMFILES", ""), os.environ.get("PROGRAMFILES(X86)", ""))
        if folder
    ),
)
"""Where LibreOffice stands on systems that do not put it on PATH."""
_SAVE = "hãy mở bằng Word rồi lưu thành .docx"
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
)
"""Of the new profile: no macros, no links followed."""


def read(data: bytes, name: str, kind: str) -> Draft:
    """The text of a file of this kind (“Word cũ (.doc)”), whose name has its extension. Raises DraftUnreadable."""
    try:
        converted = _converted(data, Path(name).suffix.lower())
    except ProgramMissing:
        said = f"là tệp {kind}; {_SAVE}, hoặc cài LibreOffice rồi chạy lại"
    except ChildTooSlow:
        said = f"là tệp {kind}, LibreOffice đọc quá {LIMITS.seconds:g} giây không xong; {_SAVE}"
    except ChildNotStarted as error:
        said = f"chưa đọc được: {error}; đóng bớt chương trình rồi chạy lại"
    except (ChildFailed, ChildTooLong):
        said = f"là tệp {kind} mà LibreOffice không đọc được (hỏng, hoặc có mật khẩu); {_SAVE}"
    else:
        return docx.read(converted, name)
    raise DraftUnreadable(f"“{name}” {said}")


def _converted(data: bytes, suffix: str) -> bytes:
    """The file as LibreOffice saves it as .docx. Raises ChildFailed and what it stands above."""
    if sys.platform == "emscripten":
        raise ProgramMissing("trình duyệt không mở được LibreOffice")
    with scratch_folder() as folder:
        profile, source, out = folder / "profile", folder / f"draft{suffix}", folder / "out" / "draft.docx"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_settings(), "utf-8")
        source.write_bytes(data)
        options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
        convert = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out.parent), str(source)]
        run_limited("soffice", *options, *convert, limits=LIMITS, places=_PLACES)
        if not out.is_file() or out.stat().st_size > LARGEST_CONVERTED:
            raise ChildFailed("LibreOffice không ghi ra tệp")
        return out.read_bytes()


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n"
    )
