"""What a page says of a document that is known in all its parts, or hardly at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.api.legislation import legislation
from kb.model import Remark
from kb.model.vocabulary import RemarkKind
from kb.views.basis import remark_text
from kb.views.provisions import provisions_of
from kb.views.record import record_view
from kb.views.site_snapshot import SiteSnapshot
from tests.support.corpora import clean_files, document, load

DAY = date(2024, 1, 1)
PROVISIONS = """\
provisions:
  - {kind: mo-dau, text: [Căn cứ Luật A;]}
  - {kind: chuong, number: I, heading: Quy định chung}
  - {kind: dieu, number: '1', heading: Phạm vi}
  - {kind: khoan, number: '1', text: [Áp dụng cho xã.]}
"""
RELATIONS = """\
relations:
  - {kind: lien_quan, to: tt-1, sure: read, sources: [s1]}
  - {kind: can_cu, to: tt-2, sure: read, sources: [s1]}
  - {kind: thay_the, to: tt-1, sure: read, sources: [s1]}
links:
  - {label: Bản đăng lại, url: "https://gov.vn.example.com/1"}
  - {label: Bản chính thức, url: "https://vanban.chinhphu.vn/?docid=1"}
"""


def snapshot(root: Path, files: dict[str, str]) -> SiteSnapshot:
    return SiteSnapshot(load(root, clean_files() | files), DAY)


def test_place_and_recipients_are_facts(tmp_path: Path) -> None:
    text = document("tt-3", "03/2022/TT-BA", "2022-01-01", more="place: Hà Nội\nrecipients: [Như trên, Lưu VT]\n")
    found = snapshot(tmp_path, {"documents/tt-3.yaml": text})
    facts = {fact.label: fact for fact in record_view(found, found.corpus.documents["tt-3"]).facts}
    assert {"Nơi ban hành", "Nơi nhận"} <= set(facts)


def test_a_page_begins_with_what_it_is_asked_and_ends_with_what_is_not_known(tmp_path: Path) -> None:
    text = document("tt-3", "03/2022/TT-BA", "2022-01-01", more=RELATIONS) + PROVISIONS
    found = snapshot(tmp_path, {"documents/tt-3.yaml": text})
    view = record_view(found, found.corpus.documents["tt-3"])
    assert [group.label for group in view.relations] == ["Thay thế", "Căn cứ", "Liên quan"]
    anchors = [anchor for anchor, _ in view.contents]
    assert anchors[:3] == ["tom-tat", "quan-he", "noi-dung"]
    assert anchors[-1] == "du-kien"
    assert set(view.unknown) >= {"người ký", "đối tượng áp dụng", "trách nhiệm, nhiệm vụ"}
    assert "chưa xác định" not in {value.text for fact in view.known_facts for value in fact.values}
    assert [link.text for link in view.official] == ["Bản chính thức (vanban.chinhphu.vn)"]
    assert [link.text for link in view.links] == ["Bản đăng lại"]


def test_chapters_and_articles_are_the_contents(tmp_path: Path) -> None:
    text = document("tt-3", "03/2022/TT-BA", "2022-01-01") + PROVISIONS
    views = provisions_of(snapshot(tmp_path, {"documents/tt-3.yaml": text}).corpus.documents["tt-3"])
    assert [(view.mark, view.is_large) for view in views] == [
        ("", False),
        ("Chương I.", True),
        ("Điều 1.", True),
        ("1.", False),
    ]


def test_a_body_without_a_record_is_named_by_its_id(tmp_path: Path) -> None:
    text = document("tt-3", "03/2022/TT-BA", "2022-01-01").replace("[bo-a]", "[bo-z]")
    found = snapshot(tmp_path, {"documents/tt-3.yaml": text})
    said = legislation(found, found.corpus.documents["tt-3"], "../../")
    assert {"@type": "Organization", "name": "bo-z"} in said["legislationPassedBy"]


@pytest.mark.parametrize(
    ("correct", "note", "words"),
    [
        ("B", None, "sai tên: “A”, đúng là “B”"),
        (None, "vì sao", "sai tên: “A” (vì sao)"),
    ],
)
def test_a_remark_is_a_sentence(correct: str | None, note: str | None, words: str) -> None:
    assert remark_text(Remark(at="i.p1", words="A", kind=RemarkKind.WRONG_NAME, correct=correct, note=note)) == words
