"""PDF files, read in a process of their own (`kb.drafts.apart`).

PDFium reads Vietnamese text as it stands; pure Python readers were seen to break its words apart.
"""

from __future__ import annotations

from kb.drafts.apart import read_apart
from kb.drafts.model import Draft
from kb.errors import DraftUnreadable

MOST_PAGES = 3_000
FEWEST_CHARACTERS = 20
"""Code points a page, on average, below which a file is a scan: its pages are pictures of their text."""


def read(data: bytes, name: str) -> Draft:
    """The text of a PDF, its pages separated by form feeds. Raises DraftUnreadable."""
    return Draft(name, read_apart(text_of, data, name, "PDF"), paged=True)


def text_of(data: bytes) -> str:
    """The text of a PDF. Raises DraftUnreadable, whose words follow the name of the file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MOST_PAGES:
            raise DraftUnreadable(f"có hơn {MOST_PAGES} trang; hãy tách tệp rồi thử lại")
        # U+FFFE is PDFium's mark for a hyphen at the end of a line.
        pages = [
            page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "-\n").replace("\f", " ")
            for page in document
        ]
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        words = "có mật khẩu; hãy bỏ mật khẩu rồi thử lại" if locked else "bị hỏng hoặc không phải tệp PDF"
        raise DraftUnreadable(words) from None
    if sum(map(len, pages)) < FEWEST_CHARACTERS * max(1, len(pages)):
        raise DraftUnreadable("là bản quét, không có chữ; hãy nhận dạng chữ (OCR) rồi thử lại")
    return "\f".join(pages)
