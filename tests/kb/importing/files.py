"""Files as offices and the Official Gazette make them, with text of our own."""

from __future__ import annotations

from pathlib import Path

from docx import Document

WORDS = """\
BỘ CÔNG AN
Số: 90/2025/TT-BCA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 15 tháng 9 năm 2025
THÔNG TƯ
Quy định việc thử nghiệm đối với công nhân công an, người lao động, học sinh, sinh viên và
thân nhân của cán bộ
Căn cứ Luật Công an nhân dân số 37/2018/QH14 và Nghị định số 02/2025/NĐ-CP ngày 18 tháng 02
năm 2025 của Chính phủ;
Bộ trưởng Bộ Công an ban hành Thông tư quy định việc thử nghiệm.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định biện pháp thử nghiệm đối với công nhân công an, người lao động, học\
"""
NEXT = """\
sinh, sinh viên và thân nhân của cán bộ, chiến sĩ đang công tác trong Công an nhân dân.
Điều 2. Đối tượng
1. Người tham gia thử nghiệm theo Thông tư này, gồm những người làm việc theo hợp đồng;
2. Người khác.
Điều 3. Hiệu lực
Thông tư này có hiệu lực thi hành kể từ ngày 13 tháng 10 năm 2025./.
BỘ TRƯỞNG
Đại tướng Nguyễn Văn Thử\
"""


def gazette(path: Path) -> Path:
    """A PDF of two pages with the Gazette's page header below and above the text, its lines broken at the margin."""
    first = [*WORDS.split("\n"), "CÔNG BÁO/Số 9 + 10/Ngày 18-10-2025 31"]
    path.write_bytes(pdf_of([["CÔNG BÁO/Số 9 + 10/Ngày 18-10-2025 30", *first[:-1]], [first[-1], *NEXT.split("\n")]]))
    return path


def word_file(path: Path) -> Path:
    """A Word file whose header and signature stand in tables, with a soft line break in the title."""
    document = Document()
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "BỘ CÔNG AN\n_______"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 91/2025/TT-BCA"
    head.cell(1, 1).text = "Hà Nội, ngày 16 tháng 9 năm 2025"
    for words in ("THÔNG TƯ", "Quy định việc thử", "_____", "Căn cứ Nghị định số 06/2014/NĐ-CP;", "Điều 1. Bảng"):
        document.add_paragraph(words)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Ô thứ nhất theo Thông tư số 124/2021/TT-BCA"
    table.cell(0, 1).text = "Ô thứ hai"
    document.add_paragraph("Điều 2. Hiệu lực")
    document.add_paragraph("Thông tư này có hiệu lực từ ngày 01/11/2025./.")
    foot = document.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT."
    foot.cell(0, 1).text = "BỘ TRƯỞNG\n(Đã ký)\nNguyễn Văn Thử"
    document.save(str(path))
    return path


def web_page(path: Path) -> Path:
    """The words of the Gazette's document as a web page."""
    paragraphs = "".join(f"<p>{line}</p>" for line in (WORDS + " " + NEXT).split("\n"))
    path.write_text(f"<html><head><meta charset=utf-8></head><body>{paragraphs}</body></html>", "utf-8")
    return path


def pdf_of(pages: list[list[str]]) -> bytes:
    """A PDF of these lines. The font is named, not embedded; its table says which letter each code is."""
    letters = sorted({letter for page in pages for line in page for letter in line})
    codes = {letter: code for code, letter in enumerate(letters, 1)}
    table = b"".join(_rows([b"<%04x> <%04x>" % (codes[c], ord(c)) for c in letters]))
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>"
    within = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/DW 500>>"
    )
    places = [6 + 2 * i for i in range(len(pages))]
    kids = b" ".join(b"%d 0 R" % place for place in places)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        font,
        within,
        _stream(cmap + table + b" endcmap end"),
    ]
    for place, page in zip(places, pages, strict=True):
        shown = b" ".join(b"<%s> Tj T*" % b"".join(b"%04x" % codes[c] for c in line) for line in page)
        resources = b"<</Font<</F 3 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 1200]/Resources%s/Contents %d 0 R>>" % (resources, place + 1)
        )
        objects.append(_stream(b"BT /F 12 Tf 20 TL 50 1100 Td " + shown + b" ET"))
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    """The numbered objects of a PDF, the first its root, with the table of where each begins."""
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        rows,
        len(objects) + 1,
        len(out),
    )


def _rows(rows: list[bytes]) -> list[bytes]:
    """At most a hundred rows to a block, as the format wants it."""
    parts = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    return [b"%d beginbfchar %s endbfchar " % (len(part), b" ".join(part)) for part in parts]


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)
