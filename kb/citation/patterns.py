"""The written forms of a citation, one phrase a line."""

from __future__ import annotations

import re

# Longest first, so that "Chương trình phối hợp" is not read as "Chương trình".
TYPE_WORDS = (
    "Chương trình hành động",
    "Chương trình phối hợp",
    "Thông tư liên tịch",
    "Nghị quyết liên tịch",
    "Văn bản hợp nhất",
    "Chương trình",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Pháp lệnh",
    "Hướng dẫn",
    "Thông báo",
    "Thông tri",
    "Thông tư",
    "Kế hoạch",
    "Kết luận",
    "Công văn",
    "Báo cáo",
    "Quy định",
    "Quy chế",
    "Chỉ thị",
    "Tờ trình",
    "Đề án",
    "Dự án",
    "Luật",
)

NUMBER = re.compile(
    r"""
    (?<![\w/.-])                                   # not inside a longer code
    \d{1,5} [A-Za-z]?                              # 124, 06, 15a
    (?: [/-] \d{4} (?=[/-]) )?                     # /2021
    [/-]
    [A-ZĐÐ] [\wĐÐ&]* (?: [/-] [A-ZĐÐ] [\wĐÐ&]* )*  # TT-BCA, NQ/TW, KH-BCĐUBND, CT-BCA-V28
    """,
    re.VERBOSE,
)
TYPE_BEFORE = re.compile(rf"(?:{'|'.join(TYPE_WORDS)})(?=\s+(?:số\s+)?$|\s*$)", re.IGNORECASE)
DATE_AFTER = re.compile(r",?\s+ngày\s+(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,5})")
ISSUER_AFTER = re.compile(
    r"""
    ,? \s+ (?: của | giữa | do ) \s+ (?: của \s+ )?     # "của của Chính phủ" is met
    (?P<issuer> \S [^;“”"]*? )
    (?= \s+ (?: về | quy \s định | ban \s hành | phê \s duyệt ) \b | \s* [;“"] | \.\s | $ )
    """,
    re.VERBOSE,
)
WORD = re.compile(r"\w+")
