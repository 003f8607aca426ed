"""PDF files: pages without text are named, whatever stamp lies on them; what was typed onto a page is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.drafts import open_draft
from kb.drafts.pdf_pages import unread_pages
from kb.errors import DraftUnreadable
from tests.kb.importing.files import pdf_of

PAGE = "Căn cứ Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021 của Bộ Công an"
STAMP = [
    "Người ký: CỔNG THÔNG TIN", "ĐIỆN TỬ CHÍNH PHỦ", "Email: thongtin@example.vn", "Cơ quan: VĂN PHÒNG",
    "Thời gian ký: 08.03.2022 16:54:06 +07:00",
]  # fmt: skip


def read(tmp_path: Path, data: bytes) -> tuple[str, list[str]]:
    (tmp_path / "a.pdf").write_bytes(data)
    draft = open_draft(tmp_path / "a.pdf")
    return draft.text, [line.partition(";")[0] for line in draft.unread]


@pytest.mark.parametrize(
    ("pages", "unread"),
    [
        ([[PAGE]], []),
        ([[PAGE], [], ["  "]], []),
        ([[PAGE], ["- 2 -"], ["3"], [PAGE]], ["trang 2–3: không có chữ (ảnh quét hoặc trang trắng)"]),
        ([STAMP, [PAGE]], ["trang 1: chỉ có dấu của chữ ký số, không có chữ của văn bản"]),
        ([["Digitally signed by BO CONG AN", "DN: C=VN, O=BO CONG AN", "Date: 2021.12.28 10:00:00 +07'00'"], [PAGE]],
         ["trang 1: chỉ có dấu của chữ ký số, không có chữ của văn bản"]),
        ([[*STAMP, PAGE]], []),
        ([[PAGE], ["Nguyễn Văn Thử"]], []),
        ([["BỘ TRƯỞNG", "Đại tướng Nguyễn Văn Thử", *STAMP]], []),
        ([["\ue001\ue002\ue003 \ue004" * 20, PAGE]], ["trang 1: phông chữ không ghi mã chữ nên không đọc được"]),
    ],
)  # fmt: skip
def test_pages_without_text_are_named(tmp_path: Path, pages: list[list[str]], unread: list[str]) -> None:
    assert read(tmp_path, pdf_of(pages))[1] == unread


DRAWN = {
    "a small picture": b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q ",
    "outlines of letters": b"0 0 m 9 9 l 0 9 l h f ",
    "a shade": b"/Sh sh ",
}


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN.keys())
@pytest.mark.parametrize("words", [[], ["- 2 -"]])
def test_a_page_with_little_text_and_something_drawn_may_be_a_scan(
    tmp_path: Path, drawn: bytes, words: list[str]
) -> None:
    shading = b"<</Font<</F 3 0 R>>/Shading<</Sh<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function<<" + (
        b"/FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>>>>>"
    )
    data = pdf_of([[PAGE], words]).replace(b"<</Font<</F 3 0 R>>>>", shading)
    before, _, last = data.rpartition(b"BT /F")
    found = read(tmp_path, before + drawn + b"BT /F" + last)
    assert found[1] == ["trang 2: không có chữ (ảnh quét hoặc trang trắng)"]


def test_a_blank_page_on_which_a_note_lies_is_named(tmp_path: Path) -> None:
    stamp = b"/Type/Page/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]>>]/"
    before, _, last = pdf_of([[PAGE], []]).rpartition(b"/Type/Page/")
    assert read(tmp_path, before + stamp + last)[1] == ["trang 2: không có chữ (ảnh quét hoặc trang trắng)"]


def test_a_file_with_no_text_on_any_page_is_a_scan(tmp_path: Path) -> None:
    with pytest.raises(DraftUnreadable, match="là bản quét"):
        read(tmp_path, pdf_of([["1"], ["2"], []]))
    with pytest.raises(DraftUnreadable, match="không có chữ nào"):
        read(tmp_path, pdf_of([[], []]))


@pytest.mark.parametrize(
    ("letters", "share", "named"), [(399, 0.5, True), (400, 0.5, False), (399, 0.49, False), (19, 0.01, True)]
)
def test_a_picture_of_a_page_with_little_text_is_a_scan(letters: int, share: float, named: bool) -> None:
    assert bool(unread_pages(["a" * letters], [share], [False])) == named


def test_pictures_are_measured_on_the_page(tmp_path: Path) -> None:
    picture = b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q "
    good = pdf_of([[PAGE]])
    for width, height, named in ((900, 1200, True), (900, 200, False)):
        data = good.replace(b"BT /F", picture % (width, height) + b"BT /F")
        assert read(tmp_path, data)[1] == ["trang 1: phần lớn là ảnh, chữ trong ảnh chưa đọc được"] * named


def test_what_was_typed_onto_a_page_is_read(tmp_path: Path) -> None:
    box = b"<</Type/Annot/Subtype/%s/Rect[0 0 99 99]%s>>"
    boxes = b"".join(
        [
            box % (b"FreeText", b"/Contents(Thong tu 1\r\nThong tu 2)"),
            box % (b"Widget", b"/FT/Tx/T(a)/V(So 12)"),
            box % (b"Widget", b"/FT/Btn/T(b)/V/Yes"),
            box % (b"FreeText", b"/F 2/Contents(hidden)"),
            box % (b"Popup", b"/Contents(remark)"),
        ]
    )
    data = pdf_of([[PAGE]]).replace(b"/Type/Page/", b"/Type/Page/Annots[" + boxes + b"]/")
    assert read(tmp_path, data) == (f"{PAGE}\nThong tu 1\nThong tu 2\nSo 12", [])


def test_files_that_a_pdf_carries_are_named(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(pdf_of([[PAGE]]))
    document.new_attachment("phụ lục.xlsx").set_data(b"PK")
    document.save(str(tmp_path / "b.pdf"))
    assert read(tmp_path, (tmp_path / "b.pdf").read_bytes())[1] == ["tệp đính kèm “phụ lục.xlsx”"]


def test_a_form_that_only_some_programs_show_is_named(tmp_path: Path) -> None:
    form = b"/Type/Catalog/AcroForm<</Fields[]/XFA(a)>>/NeedsRendering true"
    assert read(tmp_path, pdf_of([[PAGE]]).replace(b"/Type/Catalog", form))[1] == ["biểu mẫu XFA"]
