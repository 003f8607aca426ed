"""Forms of documents and plans in which a draft says more than usual: an amending title, a day, numbers in numbers."""

from __future__ import annotations

from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing import Origin
from kb.importing.document_yaml import document_yaml
from kb.importing.plan_yaml import plan_yaml
from kb.importing.read_document import read_document

ORIGIN = Origin("https://example.vn/a", "2026-01-02")
STATE = ["Số: 90/2025/TT-BCA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hà Nội, ngày 5 tháng 3 năm 2025", "THÔNG TƯ"]
CITED = "Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021"
REPEALED = "Thông tư số 23/2012/TT-BCA ngày 27 tháng 4 năm 2012"
AMENDING = [
    "BỘ CÔNG AN",
    *STATE,
    f"Sửa đổi, bổ sung một số điều của {CITED}",
    "Điều 1. Sửa đổi, bãi bỏ",
    f"Bãi bỏ Điều 7 {REPEALED} của Bộ Công an (sau đây gọi tắt là Thông tư số 23/2012/TT-BCA).",
    "Điều 2. Hiệu lực thi hành",
    "Thông tư này có hiệu lực từ ngày ký.",
    "Nơi nhận:",
    "- Như trên;",
    "BỘ TRƯỞNG",
    "Nguyễn Văn A",
    "DANH MỤC",
    "Mẫu số 01.",
]
PLAN = [
    "UBND TỈNH SÓC TRĂNG",
    "Số: 75/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Sóc Trăng, ngày 5 tháng 3 năm 2025",
    "KẾ HOẠCH",
    "Phòng, chống tội phạm năm 2026",
    "I. MỤC ĐÍCH",
    "1. Mục đích",
    "1.1. Giảm tội phạm",
    "1.2. Nâng ý thức",
]


def test_an_amending_title_says_the_relation_a_body_the_provisions(corpus: Corpus) -> None:
    draft = Draft("a.txt", "\n".join(AMENDING))
    imported = read_document(corpus, draft)
    said = [(str(relation.kind), relation.to, relation.provisions) for relation in imported.relations]
    assert said == [
        ("sua_doi_bo_sung", "tt-124-2021-tt-bca", ()),
        ("dan_chieu", "tt-23-2012-tt-bca", ("Điều 7",)),
    ]
    assert "    provision: Điều 7\n" in document_yaml(draft, imported, "tt-90-2025-tt-bca", ORIGIN)


def test_a_plan_with_a_day_was_issued_on_it(corpus: Corpus) -> None:
    draft = Draft("a.txt", "\n".join(PLAN))
    text = plan_yaml(draft, read_document(corpus, draft), "kh-1", ORIGIN)
    assert "year: '2025'\n" in text
    assert "  earliest: '2025-03-05'\n  latest: '2025-03-05'\n  sure: read\n" in text
    assert [line.strip() for line in text.splitlines() if "label: I.1" in line] == [
        "label: I.1",
        "label: I.1.1",
        "label: I.1.2",
    ]


def test_the_lines_of_a_page_are_joined_before_they_are_cut_into_sections(corpus: Corpus) -> None:
    draft = Draft("a.pdf", "\n".join([*PLAN, "Nội dung của việc này"]), paged=True)
    text = plan_yaml(draft, read_document(corpus, draft), "kh-1", ORIGIN)
    assert "Nội dung của việc này" in text
