"""Dành cho biên tập: the manuals of those who keep the corpus, and the pages that they look at each day."""

from __future__ import annotations

from dataclasses import dataclass

from kb.views import changes, checking, rules
from kb.views.manuals import EDITORS, EDITORS_PART, Manual, manuals_of
from kb.views.site_snapshot import Hyperlink

HREF = EDITORS
_DAILY = (
    (Hyperlink("Dữ kiện cần kiểm tra", checking.HREF), "điều chưa biết hoặc chỉ đọc ở một nguồn"),
    (Hyperlink("Quy tắc biên tập", rules.HREF), "mã lỗi của kb check, vì sao, ví dụ sai và ví dụ đúng"),
    (Hyperlink("Kho có gì thay đổi", changes.HREF), "văn bản mới, văn bản đổi tình trạng, từng lần sửa kho"),
)


@dataclass(frozen=True)
class EditorsView:
    """`daily` are (page, what stands there)."""

    manuals: tuple[Manual, ...]
    daily: tuple[tuple[Hyperlink, str], ...]


def editors_view() -> EditorsView:
    """The same whatever the corpus holds."""
    return EditorsView(manuals_of(EDITORS_PART), _DAILY)
