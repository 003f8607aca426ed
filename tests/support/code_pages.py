"""Small pages in the form of the codified law's package, with text of our own."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

LAW = "Luật số 01/2021/QH15"
NOTE = f"(Điều {{}} {LAW}{{}}, có hiệu lực thi hành kể từ ngày 01/01/2022 )"
FULL = " Thử nghiệm ở cơ sở ngày 20/06/2021 của Quốc hội"
TEXTS = (
    ("Phạm vi điều chỉnh", ("Luật này quy định việc thử nghiệm ở cơ sở.",)),
    (
        "Hồ sơ thử nghiệm",
        ("1. Người tham gia nộp một bộ hồ sơ.", "2. Hồ sơ gồm:", "a) Đơn đăng ký;", "b) Giấy tờ."),
    ),
    ("Hiệu lực thi hành", ("Luật này có hiệu lực từ ngày 01 tháng 01 năm 2022.",)),
)


def page(code: str = "99.1", name: str = "Thử nghiệm ở cơ sở", more: str = "", changed: str = "") -> str:
    """A page of a law of three articles; `more` stands behind them, `changed` at the end of the note of Điều 2."""
    rows = [f"<p class='pChuong'><a name='{code}-c1'></a>Chương I</p><p class='pChuong'>QUY ĐỊNH CHUNG</p>"]
    for number, (heading, texts) in enumerate(TEXTS, 1):
        note = NOTE.format(number, FULL if number == 1 else "")
        note = note.replace(" )", f"{changed})") if number == 2 else note
        body = "\n".join(f'<p style="text-align:justify">{text}</p>' for text in texts)
        rows.append(
            f"<p class='pDieu'><a name='{anchor(code, number)}'></a>Điều {code}.LQ.{number}. {heading}</p>"
            f"<p class='pGhiChu'><a href='http://vbpl.vn/x.aspx?ItemID=77#Dieu_{number}'>{note}</a></p>"
            f"<p class='pNoiDung'>{body}</p>"
        )
    rows.append(
        f"<p class='pChiDan'>(Điều này có nội dung liên quan đến <a href='#' "
        f"onclick=\"ViewNoiDungPhapDien('{anchor(code, 2)}'); return false;\">Điều {code}.LQ.2. Hồ sơ</a>)</p>"
    )
    return (
        "\ufeff<link href='../lib/css/style.css' rel='stylesheet' />\n<h3>\n Đề mục "
        f"{code}\n <br />\n {name}\n</h3>\n<div class='_content'>{''.join(rows)}{more}</div>"
    )


def anchor(code: str, number: int) -> str:
    """The id of an article: figures alone, as in the package."""
    return f"{code.replace('.', '0'):0<12}{number:04}"


def write_folder(root: Path, pages: Mapping[str, str]) -> Path:
    """A package as it is unpacked: pages by their ids."""
    folder = root / "goi"
    (folder / "demuc").mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / "demuc" / f"{name}.html").write_bytes(text.encode())
    return folder


def write_zip(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A zip file of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path
