"""The written forms of a reference back: to the text itself, to what was cited before, to a short form."""

from __future__ import annotations

import re
from collections.abc import Iterable

BACK_TYPES = frozenset(
    {
        "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Thông tư", "Thông tư liên tịch", "Quyết định",
        "Nghị quyết", "Nghị quyết liên tịch", "Chỉ thị", "Kết luận", "Chương trình", "Chương trình hành động",
        "Chương trình phối hợp", "Kế hoạch", "Quy chế", "Quy chế phối hợp", "Đề án", "Hướng dẫn", "Thông báo",
        "Công văn", "Công điện", "Điều lệ", "Chiến lược", "Thông tri", "Văn bản hợp nhất",
    }
)  # fmt: skip
"""Types that a text refers back to; Quy định (a noun of every sentence) only behind a preposition."""
CORE_TYPES = frozenset(
    {
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
        "Quyết định",
        "Nghị quyết",
        "Chỉ thị",
    }
)
THIS = re.compile(r"\s+(?:này|nêu\s+trên|nói\s+trên|kể\s+trên|đã\s+nêu|vừa\s+nêu)(?!\w)")
"""Behind a type word: ``Luật này``."""
PREPOSITION_BEFORE = re.compile(r"(?<!\w)(?:của|theo|tại|trong)\s$")
DEFINITE_BEFORE = re.compile(r"(?<!\w)(?:của|trong|kèm\s+theo|tại|(?:[Đđ]iều|[Kk]hoản)\s+\d+[a-zđ]?)\s+$")
DEFINITE_AFTER = re.compile(r"\s*(?:[.;,)”\"]|$)")
"""``của Thông tư.``: the type with its article, and the clause ends."""
ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:[Đđ]iều|[Kk]hoản)\s+\d+[a-zđ]?\s+(?:của\s+)?$")
VERB_AFTER = re.compile(r"\s+(?:được|có|và|hoặc|thì|đối\s+với|để|trong|phải|là|khi|theo|do|đã|không|tại)(?!\w)")
"""``Điều 26 của Luật được …``: an article of it, and a verb follows."""
SHORT_NUMBER = re.compile(
    r"\s+(?P<number>\d{2,4})(?=\s*(?:[.;:)”\"]|,(?!\d)|$)|\s+(?:của|về|và|để|được|đã|có|là|thì|quy|cho|với)(?!\w))(?!\.\d)"
)
"""``Nghị định 100 về``: how a text calls a document whose whole number its reader knows."""
CODE = re.compile(r"B(?<![\w/-].)L(?:HS|DS|TTHS|TTDS|LĐ)(?!\w)")
"""The codes that lawyers call by their letters, whether or not the text says so first."""
DEFINITION = re.compile(
    r"[Đđ](?i:ây(?<!trước\s...)\s+(?:được\s+)?(?:gọi|viết)\s+(?:(?:tắt|gọn|chung)\s+)?là)\s*:?\s*[“\"]?"
    r"(?P<form>[^“”\"();]{2,80}?)\s*(?=[”\"();]|$)",
)
"""``sau đây gọi tắt là …``; what was so called before ("trước đây gọi là") is no short form."""
SHORT_NAME = re.compile(r"(?:BL|L|PL|NĐ|NQ|TT|QĐ|CT|KL|KH)[A-ZĐ]{1,8}\d{0,4}")
"""An abbreviation that a document is given: ``BLHS``."""


def capitalised(letters: Iterable[str]) -> re.Pattern[str]:
    """Where a word begins with a capital of these letters."""
    return re.compile(rf"[{''.join(sorted({re.escape(letter.upper()) for letter in letters}))}](?<![\w/-].)")
