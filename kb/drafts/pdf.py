"""PDF files, read in a process of their own, so that a hostile file exhausts neither the time nor the memory of kb.

PDFium reads Vietnamese text as it stands; pure Python readers were seen to break its words apart.
"""

from __future__ import annotations

import json
import subprocess
import sys

from kb.drafts.model import Draft
from kb.errors import DraftUnreadable

MOST_SECONDS = 60
"""Seconds of wall time that the reading process has."""
MOST_MEMORY = 2_000_000_000
"""Bytes of address space of the reading process, where the system can limit it."""
MOST_PAGES = 3_000
FEWEST_CHARACTERS = 20
"""Code points a page, on average, below which a file is a scan: its pages are pictures of their text."""


def read(data: bytes, name: str) -> Draft:
    """The text of a PDF, its pages separated by form feeds. Raises DraftUnreadable."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kb.drafts.pdf"], input=data, capture_output=True, timeout=MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise DraftUnreadable(f"“{name}” đọc quá {MOST_SECONDS} giây không xong; tệp này bị bỏ qua") from None
    if done.returncode != 0:
        raise DraftUnreadable(f"“{name}” bị hỏng hoặc không phải tệp PDF")
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise DraftUnreadable(f"“{name}” {answer['error']}")
    return Draft(name, answer["text"], paged=True)


def _pages(data: bytes) -> dict[str, str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        return {"error": "có mật khẩu; hãy bỏ mật khẩu rồi thử lại" if locked else "bị hỏng hoặc không phải tệp PDF"}
    if len(document) > MOST_PAGES:
        return {"error": f"có hơn {MOST_PAGES} trang; hãy tách tệp rồi thử lại"}
    # U+FFFE is PDFium's mark for a hyphen at the end of a line.
    pages = [
        page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "-\n").replace("\f", " ")
        for page in document
    ]
    if sum(map(len, pages)) < FEWEST_CHARACTERS * max(1, len(pages)):
        return {"error": "là bản quét, không có chữ; hãy nhận dạng chữ (OCR) rồi thử lại"}
    return {"text": "\f".join(pages)}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit alone
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _limit_memory()
    sys.stdout.write(json.dumps(_pages(sys.stdin.buffer.read())))
