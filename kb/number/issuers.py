"""Letters of issuing bodies in a number that are known without a record of the body."""

from __future__ import annotations

PARTY_SYMBOLS = frozenset(
    {
        *("TW", "TU", "HU", "ĐU", "ĐUK", "ĐUCA", "ĐUQS", "ĐUBP"),
        *("VPTW", "BTCTW", "BTGTW", "UBKTTW", "BDVTW", "BNCTW", "BTGDV", "BXDĐ"),
    }
)
"""Issuers of the Party: the centre, its commissions, committees of province, district and commune, those of police,
army and border guard, and their boards (Hướng dẫn 05-HD/VPTW, mục 3.2.2). No UBKT: trade unions have one too."""

LEGISLATURES = {
    "QH11": (2002, 2007),
    "QH12": (2007, 2011),
    "QH13": (2011, 2016),
    "QH14": (2016, 2021),
    "QH15": (2021, 2026),
}
"""Years of each National Assembly, from its first session to its last."""

STATE_BODIES = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước",
    "UBDT": "Ủy ban Dân tộc",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BTP": "Bộ Tư pháp",
    "BTC": "Bộ Tài chính",
    "BCT": "Bộ Công Thương",
    "BXD": "Bộ Xây dựng",
    "BYT": "Bộ Y tế",
    "BNV": "Bộ Nội vụ",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BGTVT": "Bộ Giao thông vận tải",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
}
"""What the last group of a number of the Government, the Prime Minister or a ministry stands for, as their documents
are numbered. The last six ministries were merged into others in 2025 and stay on the documents they issued."""

DISSOLVED = frozenset({"UBDT", "BLĐTBXH", "BTTTT", "BGTVT", "BKHĐT", "BNNPTNT", "BTNMT"})
"""Of these the documents are kept by the ministry that took over, which a text may name instead."""

WITHOUT_MARKS = {
    "ND": "NĐ", "QD": "QĐ", "HDND": "HĐND", "HDBT": "HĐBT", "BGDDT": "BGDĐT", "BLDTBXH": "BLĐTBXH", "BKHDT": "BKHĐT",
}  # fmt: skip
"""Groups that are none without their marks. HD, DA and CD are symbols of their own (Hướng dẫn, Dự án)."""
