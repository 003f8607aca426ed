"""Whose a circular is."""

from __future__ import annotations

import pytest

from kb.law.officer import in_charge, issuing


@pytest.mark.parametrize(
    ("body", "officer"),
    [
        ("Bộ Công an", "Bộ trưởng Bộ Công an"),
        ("Ngân hàng Nhà nước Việt Nam", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
        ("Tòa án nhân dân tối cao", "Chánh án Tòa án nhân dân tối cao"),
        ("Viện kiểm sát nhân dân tối cao", "Viện trưởng Viện kiểm sát nhân dân tối cao"),
        ("Ủy ban Dân tộc", "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"),
        ("Văn phòng Chính phủ", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
        ("Kiểm toán nhà nước", "Tổng Kiểm toán nhà nước"),
        ("Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ"),
        ("Ban Bí thư", "Ban Bí thư"),
    ],
)
def test_who_heads_a_body(body: str, officer: str) -> None:
    assert in_charge(body) == officer


def test_only_a_circular_is_the_officers() -> None:
    whose = {kind: issuing(kind, "Bộ Công an") for kind in ("Thông tư", "Thông tư liên tịch", "Quyết định")}
    assert whose == {
        "Thông tư": "Bộ trưởng Bộ Công an",
        "Thông tư liên tịch": "Bộ Công an",
        "Quyết định": "Bộ Công an",
    }
