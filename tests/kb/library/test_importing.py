"""Imports: only what changed, resumable, and what the tree says of a whole package."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kb.errors import LibraryUnreadable
from kb.library.compiled import compile_library
from kb.library.importing import ImportReport, import_code
from kb.library.json_lines import import_lines
from kb.library.lookup import Library
from kb.library.package import open_code_package
from kb.library.place import is_installed
from kb.library.stated import grow_register, read_stated
from kb.library.store import LibraryStore
from kb.number.document_number import DocumentNumber
from kb.register.issuers import Issuers
from tests.kb.review.test_review import corpus
from tests.support.code_pages import anchor, page, write_folder

DAY = date(2026, 11, 23)
CHANGED = ", có nội dung được sửa đổi bởi Điều 1 Luật số 09/2024/QH15 có hiệu lực thi hành kể từ ngày 01/07/2024"


def imported(store: LibraryStore, source: Path) -> ImportReport:
    with open_code_package(source) as package:
        return import_code(store, package, DAY, lambda done, total: None)


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    folder = write_folder(tmp_path, {"a1": page(), "a2": page("99.2")})
    assert (imported(store, folder).added, len(store.subjects())) == (2, 2)
    again = imported(store, folder)
    assert (again.added, again.same) == (0, 2)
    write_folder(tmp_path, {"a2": page("99.2", changed=CHANGED)})
    third = imported(store, folder)
    assert (third.added, third.same) == (1, 1)


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("demuc/a2.html", b"\xff\xa1", "a2: không ghi mã chữ và không phải UTF-8; hãy lưu lại với mã UTF-8"),
        ("demuc/a2.html", b"<p>a", "a2: không phải trang đề mục"),
        ("jsonData.js", b"\xff\xa1", "cây pháp điển không ghi mã chữ và không phải UTF-8; hãy lưu lại với mã UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, fault: str
) -> None:
    store, folder = LibraryStore(tmp_path / "library"), write_folder(tmp_path, {"a1": page()})
    (folder / name).write_bytes(content)
    report = imported(store, folder)
    assert (report.faults, list(store.subjects())) == ([fault], ["99.1"])


def test_a_killed_import_goes_on(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    folder = write_folder(tmp_path, {f"a{i}": page(f"99.{i}") for i in range(1, 5)})

    def killed(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), open_code_package(folder) as package:
        import_code(store, package, DAY, killed)
    report = imported(store, folder)
    assert (report.added, report.same) == (2, 2)


def test_a_whole_package_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page(), "a2": page("99.2")}))
    folder = write_folder(tmp_path / "new", {"a1": page()})
    tree = (
        'var jdChuDe = [{"Value":"t","Text":"Thử","STT":"1"}]; var jdDeMuc = [{"Value":"a1","Text":"X","ChuDe":"t"},'
        '{"Value":"a3","Text":"Y","ChuDe":"t"}]; var jdAllTree = [{"MAPC":"%s","TEN":"lỗi "nháy"","DeMucID":"a1"},'
        '{"MAPC":"123","DeMucID":"a1"}];'
    )
    (folder / "jsonData.js").write_text(tree % anchor("99.1", 1), "utf-8")
    (folder / "demuc" / "a1.html").write_text(page(changed=CHANGED), "utf-8")
    report = imported(store, folder)
    assert report.removed == 1
    assert report.faults == [
        "a1: cây pháp điển có 1 mã mà trang không có",
        "cây pháp điển có đề mục a3 mà gói không có trang",
    ]
    assert {key: subject.topic for key, subject in store.subjects().items()} == {"99.1": "Thử"}


def test_json_lines_are_read_as_pages_are(tmp_path: Path) -> None:
    store, other = LibraryStore(tmp_path / "library"), LibraryStore(tmp_path / "other")
    imported(store, write_folder(tmp_path, {"a1": page()}))
    rows = [
        {
            "id": article.id, "code": article.code, "subject": subject.name, "chapter": article.chapter,
            "heading": article.heading, "source_note": article.note, "document": article.document,
            "text": article.text, "related": [{"text": link.text, "anchor": link.anchor} for link in article.related],
        }
        for subject, article in store.articles()
    ]  # fmt: skip
    file = tmp_path / "dieu.jsonl"
    file.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
    assert import_lines(other, file, DAY, lambda done, total: None).added == 1
    assert [article for _, article in other.articles()] == [article for _, article in store.articles()]


@pytest.mark.parametrize(
    "wrong",
    [
        '"id": 5',
        '"id": ""',
        r'"id": "a\nb"',
        r'"id": "a\u001b[2J"',
        r'"id": "\u202ea"',
        '"id": "%s"' % ("9" * 10_000),
        '"subject": " "',
        '"law": ""',
        '"text": null',
        '"chapter": [1]',
        '"related": "Điều 2"',
        '"related": [{"text": 1}]',
        '"document": "abc"',
        '"document": -1',
        '"document": 1e40',
        '"law": "Luật A", "article": {"so": 1}',
        '"z": ' + "[" * 100_000,
    ],
)
def test_json_lines_of_another_form_leave_the_library_as_it_is(tmp_path: Path, wrong: str) -> None:
    store, file = LibraryStore(tmp_path / "library"), tmp_path / "dieu.jsonl"
    row = '{"id": "a", "code": "99.1.LQ.1", "subject": "A", "heading": "a", "text": "b"}\n'
    file.write_text(row, "utf-8")
    import_lines(store, file, DAY, lambda done, total: None)
    before = list(store.articles())
    file.write_text(f"{row}{row[:-2]}, {wrong}}}\n", "utf-8")
    with pytest.raises(LibraryUnreadable, match=r"không phải tệp điều luật dạng JSON lines; dòng 2: "):
        import_lines(store, file, DAY, lambda done, total: None)
    assert list(store.articles()) == before


def test_json_lines_without_an_article_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "dieu.jsonl"
    file.write_text("\n", "utf-8")
    with pytest.raises(LibraryUnreadable, match="không có điều luật nào"):
        import_lines(LibraryStore(tmp_path / "library"), file, DAY, lambda done, total: None)


def test_articles_are_found_by_document_code_and_reference(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page()}))
    assert not is_installed(store.folder)
    assert compile_library(store)
    assert not compile_library(store)
    library = Library(store.folder)
    [held] = library.numbered(DocumentNumber.parse("01/2021/QH15"))
    assert (held.issued, sorted(held.pointers)) == ("2021-06-20", ["1", "2", "3"])
    assert [law.number for law in library.named("Luật Thử nghiệm ở cơ sở")] == ["01/2021/QH15"]
    [pointer] = library.pointers("99.1.lq.2")
    article = library.article(pointer)
    assert article.heading == "Hồ sơ thử nghiệm"
    assert [other.code for other in library.referring(article)] == ["99.1.LQ.3"]
    assert library.witness(pointer) == "Bộ pháp điển, đọc 23/11/2026"


def test_the_register_grows_by_what_the_notes_state(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page(changed=CHANGED)}))
    assert grow_register(store, Issuers(corpus())).added == 1
    [entry] = read_stated(store.folder).entries
    assert str(entry).split("\t") == [
        "01/2021/QH15", "Luật", "pd261123:2021-06-20", "quoc-hoi", "pd261123:Luật Thử nghiệm ở cơ sở",
        "pd261123:2022-01-01", "", "pd261123:2024-07-01 sửa đổi 09/2024/QH15", "vbpl:77",
    ]  # fmt: skip


def test_a_year_of_which_the_library_holds_nothing_any_more_has_no_file(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    for law in (page(), page().replace("/2021", "/2022")):
        imported(store, write_folder(tmp_path, {"a1": law}))
        grow_register(store, Issuers(corpus()))
    assert [path.name for path in sorted((store.folder / "register").glob("2*.tsv"))] == ["2022.tsv"]


@pytest.mark.parametrize(("whole", "text", "ended"), [
    (True, "Luật này thay thế Luật số 05/2010/QH12 ngày 17 tháng 6 năm 2010 về thử nghiệm.", "2022-01-01"),
    (True, "1. Luật này thay thế Luật số 05/2010/QH12 ngày 17/6/2010, trừ Điều 3.", ""),
    (True, "Luật này thay thế khoản 2 Điều 5 Luật số 05/2010/QH12 ngày 17/6/2010.", ""),
    (True, "Nghị định này thay thế Luật số 05/2010/QH12 ngày 17/6/2010.", ""),
    (True, "Luật này thay thế Luật số 01/2021/QH15 ngày 20/6/2021.", ""),
    (False, "Luật này thay thế Luật số 05/2010/QH12 ngày 17 tháng 6 năm 2010 về thử nghiệm.", ""),
])  # fmt: skip
def test_what_is_replaced_has_ended_where_the_code_no_longer_holds_it(
    tmp_path: Path, whole: bool, text: str, ended: str
) -> None:
    store = LibraryStore(tmp_path / "library")
    law = page().replace("Luật này có hiệu lực từ ngày 01 tháng 01 năm 2022.", text)
    folder = write_folder(tmp_path, {"a1": law})
    if whole:
        (folder / "jsonData.js").write_text('var jdDeMuc = [{"Value":"a1","Text":"X","ChuDe":"t"}];', "utf-8")
    imported(store, folder)
    grow_register(store, Issuers(corpus()))
    ends = [entry for entry in read_stated(store.folder).entries if entry.ended]
    assert [(entry.number, str(entry.ended)) for entry in ends] == (
        [("05/2010/QH12", f"pd261123:{ended} hết hiệu lực 01/2021/QH15")] if ended else []
    )


def test_articles_that_took_effect_on_several_days_state_none_of_their_document(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    note = "(Điều 2 Luật số 01/2021/QH15, có hiệu lực thi hành kể từ ngày "
    text = page().replace(f"{note}01/01/2022", f"{note}01/07/2022")
    imported(store, write_folder(tmp_path, {"a1": text}))
    grow_register(store, Issuers(corpus()))
    [entry] = read_stated(store.folder).entries
    assert (str(entry.in_force), entry.issued.value) == ("", "2021-06-20")
