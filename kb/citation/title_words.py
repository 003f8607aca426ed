"""How well a word of a title tells documents apart: by how few titles have it.

The share of titles that have a word is counted over the titles of a corpus, together with a general list of the words
of official titles: a small corpus alone would take the words of its own field for the words of every title.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from kb.language.phrases import words_of

TITLES_IN_PRIOR = 400
"""Titles that the general list counts for, beside those of the corpus."""
_SHARES = (
    (
        0.35,
        """quy định về và của hành số điều công lý ban""",
    ),
    (
        0.12,
        """quản một hướng dẫn thông động trong việc quốc dụng chính thực tư chế đổi đối với năm nước bổ các cơ
        bộ sung hoạt ngày sửa vụ chi kinh sử hiện cấp thuật chức kỹ trình nghiệp tiết dân tế luật bảo việt
        học nhân nghị thi tổ chuẩn phủ nhà tác sở hội pháp người mức doanh phí danh viên mục thuộc lập nhiệm
        quyền cấu hạn sự nghị quyết kết triển khai phê duyệt chương đề kế hoạch thành đảng cường tăng lãnh
        đạo""",
    ),
    (
        0.05,
        """cho trường quan tại xã kiểm địa phòng vực chất toàn văn theo thủ hóa phát hợp thống tin nội tạo vệ
        trợ trung bản lĩnh trưởng dự được y giao chứng tự liệu tục đào chuyên năng cao báo nhận tra có vật
        ngành án đường phương hệ không làm vận trên hình thẩm thể khoa giấy đại hỗ cáo do tỉnh tiếp đồng lệ
        chỉ ở lực mại ký dựng xây liên để biện cư từ chuyển trực giải giai đoạn đến đầu tình mới thời kỳ
        chiến lược mục tiêu trật an ninh đẩy mạnh nâng hiệu quả yêu cầu đáp ứng bền vững khóa trương thường""",
    ),
)
"""Share of the titles of state documents in which a word stands (counted over some 4 000 titles of the legal code), and
the words; those of titles of the Party are put where they belong by their use."""


class TitleWords:
    """Weights of words between 0 and 1: near 0 for a word of every title, 1 for one that no other title has."""

    def __init__(self, titles: Iterable[str] = ()) -> None:
        having: Counter[str] = Counter()
        count = TITLES_IN_PRIOR
        for title in titles:
            having.update(set(words_of(title)))
            count += 1
        for share, words in _SHARES:
            for word in set(words.split()):
                having[word] += round(share * TITLES_IN_PRIOR)
        self._having, self._most = having, math.log(count)

    def weight(self, word: str) -> float:
        """The weight of a word as `kb.language.fold.normal_word` writes it.

        Squared: many common words in a row ("chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức") weigh less than one
        that tells documents apart.
        """
        return (1.0 - math.log(max(1, self._having[word])) / self._most) ** 2

    def weight_of(self, words: Iterable[str]) -> float:
        """The weight of several words together."""
        return sum(map(self.weight, words))
