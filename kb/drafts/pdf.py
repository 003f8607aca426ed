"""PDF files, read in a process of their own (`kb.drafts.apart`).

PDFium reads Vietnamese text as it stands; pure Python readers were seen to break its words apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kb.drafts.apart import read_apart
from kb.drafts.model import Draft
from kb.drafts.pdf_pages import FEWEST_CHARACTERS, unread_pages
from kb.drafts.pdf_typed import typed_on
from kb.errors import DraftUnreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PAGES = 3_000
_DEEPEST_FORM = 4
"""Forms within forms in which pictures are looked for."""


def read(data: bytes, name: str) -> Draft:
    """The text of a PDF, its pages separated by form feeds. Raises DraftUnreadable."""
    found = read_apart(text_of, data, name, "PDF")
    return Draft(name, found["text"], paged=True, unread=tuple(found["unread"]))


def text_of(data: bytes) -> dict[str, Any]:
    """`text` of a PDF, and `unread`, lines for a reader. Raises DraftUnreadable, whose words follow the file's name."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MOST_PAGES:
            raise DraftUnreadable(f"có hơn {MOST_PAGES} trang; hãy tách tệp rồi thử lại")
        read = [(_text(page), _pictures(page), _is_blank(page)) for page in document]
        unread = [*_form(document), *_attachments(document)]
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        words = "có mật khẩu; hãy bỏ mật khẩu rồi thử lại" if locked else "bị hỏng hoặc không phải tệp PDF"
        raise DraftUnreadable(words) from None
    pages, pictures, blank = (list(column) for column in zip(*read, strict=True)) if read else ([], [], [])
    if all(len(text) < FEWEST_CHARACTERS for text in pages) and not all(blank):
        raise DraftUnreadable("là bản quét, không có chữ; hãy nhận dạng chữ (OCR) rồi thử lại")
    return {"text": "\f".join(pages), "unread": unread_pages(pages, pictures, blank) + unread}


def _text(page: PdfPage) -> str:
    """The text of a page, then what was typed onto it; U+FFFE is PDFium's mark for a hyphen at the end of a line."""
    text = "\n".join([page.get_textpage().get_text_range(), *typed_on(page)])
    return text.replace("\r\n", "\n").replace("\ufffe", "-\n").replace("\f", " ")


def _pictures(page: PdfPage) -> float:
    """The share of a page that pictures cover, as if none lay over another."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects([FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_FORM):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, min(right, width) - max(left, 0.0)) * max(0.0, min(top, height) - max(bottom, 0.0))
    return covered / (width * height) if width * height else 0.0


def _is_blank(page: PdfPage) -> bool:
    """Whether nothing lies on a page but blanks. Whatever else is drawn may be a picture of text, or its outlines."""
    from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFPage_GetAnnotCount

    words = page.get_textpage()
    return FPDFPage_GetAnnotCount(page.raw) == 0 and all(
        thing.type == FPDF_PAGEOBJ_TEXT and not thing.extract().strip(" \xa0\t\r\n")
        for thing in page.get_objects(max_depth=_DEEPEST_FORM, textpage=words)
    )


def _form(document: PdfDocument) -> list[str]:
    """Whether the PDF is a form of its own kind (XFA), of which its pages show nothing."""
    from pypdfium2.raw import FORMTYPE_XFA_FULL

    whole = document.get_formtype() == FORMTYPE_XFA_FULL
    return ["biểu mẫu XFA; hãy mở bằng Adobe Reader, in ra PDF rồi thử lại"] if whole else []


def _attachments(document: PdfDocument) -> list[str]:
    """Files that the PDF carries."""
    names = (document.get_attachment(number).get_name() for number in range(document.count_attachments()))
    return [f"tệp đính kèm “{name}”; hãy mở từ trong tệp PDF và rà soát riêng" for name in names]
