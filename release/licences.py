"""python -m release.licences: docs/giay-phep-thu-vien.md, the licence of every library of requirements.lock."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "giay-phep-thu-vien.md"
ELSEWHERE = "chỉ cài trên hệ điều hành hoặc phiên bản Python khác; xem trang của thư viện"
HEAD = """\
# Giấy phép của các thư viện

kb dùng các thư viện dưới đây, theo `requirements.lock`; giấy phép đúng như thư viện tự khai. Trang này được viết lại
bằng `python -m release.licences`.

Không thư viện nào nằm trong gói cài của kb: pip tải chúng về từ nơi phát hành của chúng. Riêng bản phát hành có kèm
Pyodide (Mozilla Public License 2.0), Python (PSF License) và msgspec, pypdfium2 đã biên dịch cho trình duyệt, dùng ở
mục Kiểm tra dự thảo. grandalf cho chọn GPL-2.0 hoặc EPL-1.0; kb dùng theo EPL-1.0.

| Thư viện | Giấy phép |
|---|---|
"""


def projects(lock: str) -> list[str]:
    """The names in a lock, in their order; one may stand there twice, for two versions of Python."""
    return list(dict.fromkeys(re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", lock, re.MULTILINE)))


def licence(project: str) -> str:
    """What an installed library says of its licence: expression of SPDX, else classifiers, else its own words."""
    try:
        said = metadata(project)
    except PackageNotFoundError:
        return ELSEWHERE
    classified = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or [] if line.startswith("License")]
    expression, words = ((said.get_all(name) or [""])[0] for name in ("License-Expression", "License"))
    return expression or "; ".join(classified) or words.partition("\n")[0]


def page(lock: str) -> str:
    """The page for a lock."""
    return HEAD + "".join(f"| {name} | {licence(name)} |\n" for name in projects(lock))


if __name__ == "__main__":
    PAGE.write_text(page((ROOT / "requirements.lock").read_text("utf-8")), "utf-8")
