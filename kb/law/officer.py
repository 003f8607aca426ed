"""Whose a circular is: of the minister, not of the ministry.

Luật Ban hành văn bản quy phạm pháp luật lists, among normative texts, circulars of ministers and of the other heads of
central bodies (Điều 4); bodies themselves issue none.
"""

from __future__ import annotations

_OFFICES = {
    "Ngân hàng Nhà nước": "Thống đốc",
    "Tòa án nhân dân tối cao": "Chánh án",
    "Viện kiểm sát nhân dân tối cao": "Viện trưởng",
    "Ủy ban Dân tộc": "Bộ trưởng, Chủ nhiệm",
    "Văn phòng Chính phủ": "Bộ trưởng, Chủ nhiệm",
}
"""Who heads a body that is no ministry, by the beginning of its name."""
_WHOLE = {"Thanh tra Chính phủ": "Tổng Thanh tra Chính phủ", "Kiểm toán nhà nước": "Tổng Kiểm toán nhà nước"}


CIRCULAR = "Thông tư"
"""The type whose texts are the officer's; a joint circular is that of the bodies."""


def issuing(type_label: str, body: str) -> str:
    """Whose a text of a type is, by the body that issued it: of a circular its head, of others the body itself."""
    return in_charge(body) if type_label == CIRCULAR else body


def in_charge(body: str) -> str:
    """``Bộ trưởng Bộ Công an``; the body itself where it is not known who heads it."""
    if body in _WHOLE:
        return _WHOLE[body]
    if body.startswith("Bộ "):
        return f"Bộ trưởng {body}"
    office = next((office for name, office in _OFFICES.items() if body.startswith(name)), "")
    return f"{office} {body}".strip()
