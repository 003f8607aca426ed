"""Pages of the codified law, read from small ones of our own."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kb.library.page import LONGEST_TITLE, read_page
from tests.support.code_pages import anchor, page


def test_a_page_gives_its_articles() -> None:
    found = read_page(page())
    assert (found.code, found.name, found.faults) == ("99.1", "Thử nghiệm ở cơ sở", [])
    assert [article.code for article in found.articles] == ["99.1.LQ.1", "99.1.LQ.2", "99.1.LQ.3"]
    second, third = found.articles[1:]
    assert second.id == anchor("99.1", 2)
    assert second.chapter == ("Chương I", "QUY ĐỊNH CHUNG")
    assert second.text == "1. Người tham gia nộp một bộ hồ sơ.\n2. Hồ sơ gồm:\na) Đơn đăng ký;\nb) Giấy tờ."
    assert (second.document, second.source.article, second.source.title) == (77, "2", "Thử nghiệm ở cơ sở")
    assert [(link.text, link.anchor) for link in third.related] == [("Điều 99.1.LQ.2. Hồ sơ", second.id)]


def test_sections_stand_in_their_chapter_and_a_chapter_ends_the_one_before() -> None:
    more = "".join(
        f"<p class='pChuong'><a name='{number}'></a>{mark}</p><p class='pChuong'>{title}</p>"
        f"<p class='pDieu'><a name='9{number}'></a>Điều 99.1.LQ.9{number}. A</p>"
        for number, (mark, title) in enumerate((("Mục 1", "B"), ("Mục 2", "C"), ("Chương II", "D")))
    )
    chapters = [article.chapter for article in read_page(page(more=more)).articles[3:]]
    assert chapters == [
        ("Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "B"),
        ("Chương I", "QUY ĐỊNH CHUNG", "Mục 2", "C"),
        ("Chương II", "D"),
    ]


def test_tables_entities_and_hidden_text() -> None:
    more = (
        "<p class='pDieu'><a name='5'></a>Điều 99.1.LQ.5. B&#7843;ng</p><p class='pNoiDung'><p>1.&nbsp;Bảng</p>"
        "<table><tr><td><p>Mũ</p></td><td>2 &amp; 3</td></tr></table><script>x</script></p>"
    )
    article = read_page(page(more=more)).articles[-1]
    assert (article.heading, article.text) == ("Bảng", "1. Bảng\nMũ\n2 & 3")


def test_an_empty_page_is_a_subject_without_articles() -> None:
    found = read_page("<h3> Đề mục 8.5 <br/> Phòng thử </h3><div class='_content'></div>")
    assert (found.code, found.name, found.articles) == ("8.5", "Phòng thử", [])


def test_an_article_without_the_code_of_its_subject_is_kept() -> None:
    article = read_page(page(more="<p class='pDieu'><a name='415'></a>Điều 41a. Quỹ</p>")).articles[-1]
    assert (article.id, article.code, article.heading) == ("415", "", "Quỹ")


def test_what_stands_in_no_article_is_told_and_a_chapter_may_refer() -> None:
    chapter = "<p class='pChuong'><a name='c2'></a>Chương II</p><p class='pChuong'> </p>"
    more = f"{chapter}<p class='pChiDan'>(Chương này)</p><p class='pNoiDung'><p>Đoạn   rời</p></p>"
    assert read_page(page(more=more)).faults == ["đoạn không thuộc điều nào: Đoạn rời"]


def test_what_has_no_code_is_told() -> None:
    assert read_page(page(more="<p class='pDieu'>Phần cuối</p>")).faults == ["điều không có mã: Phần cuối"]


@given(st.text(alphabet=st.sampled_from("<p class='pDieu>/ahref\"=Điều 1.2LQ.")))
def test_any_page_is_read(text: str) -> None:
    read_page(f"<h3>Đề mục 1.1 a</h3><p class='pDieu'>{text}")


def test_letters_with_marks_of_their_own_are_read() -> None:
    assert read_page(unicodedata.normalize("NFD", page())) == read_page(page())


def test_a_title_that_no_chapter_has_is_told_and_not_repeated_in_each_article() -> None:
    long = "".join(f"<p class='pChuong'>{'chữ ' * 400}</p>" for _ in range(50))
    found = read_page(page().replace("<p class='pDieu'>", f"{long}<p class='pDieu'>", 1))
    assert len(found.faults) == 49
    assert all(sum(map(len, article.chapter)) <= LONGEST_TITLE for article in found.articles)
