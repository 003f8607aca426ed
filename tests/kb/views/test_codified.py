"""The articles of a corpus document on a site with the library: those of its number and day, each with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kb.library.compiled import compile_library
from kb.library.paged import PagedLibrary
from kb.library.store import LibraryStore
from kb.views.record import record_view
from kb.views.site_snapshot import SiteSnapshot
from tests.kb.library.test_importing import imported
from tests.support.code_pages import LAW, page, write_folder
from tests.support.corpora import clean_files, document, load

DAY = date(2026, 11, 30)
CIRCULAR = page().replace(LAW, "Thông tư số 02/2021/TT-BA").replace("ngày 20/06/2021 của Quốc hội", "{}")


def snapshot(root: Path, stated: str) -> SiteSnapshot:
    """A site whose library holds a circular of the number of tt-2, of which the source note states this."""
    store = LibraryStore(root / "library")
    imported(store, write_folder(root, {"a1": CIRCULAR.format(stated)}))
    compile_library(store)
    given = clean_files() | {"documents/tt-3.yaml": document("tt-3", "03/2021/TT-BA", "2021-01-01")}
    return SiteSnapshot(load(root, given), DAY, library=PagedLibrary(store.folder))


def articles(held: SiteSnapshot, record: str) -> list[tuple[str, str | None]]:
    codified = record_view(held, held.corpus.documents[record]).codified
    return [(link.text, link.href) for link in codified.articles] if codified else []


def test_a_document_leads_to_its_articles(tmp_path: Path) -> None:
    held = snapshot(tmp_path, "ngày 01/01/2021 của Bộ A")
    place = "phap-dien/?luat=thong-tu-02-2021-tt-ba-2021-01-01#dieu-"
    assert articles(held, "tt-2") == [
        ("Điều 1. Phạm vi điều chỉnh", f"{place}1"),
        ("Điều 2. Hồ sơ thử nghiệm", f"{place}2"),
        ("Điều 3. Hiệu lực thi hành", f"{place}3"),
    ]
    view = record_view(held, held.corpus.documents["tt-2"])
    assert view.codified is not None
    assert view.codified.witness == "Bộ pháp điển, đọc 23/11/2026"
    assert ("cac-dieu", "Các điều trong thư viện pháp điển") in view.contents
    assert articles(held, "tt-3") == []


def test_a_document_of_another_day_has_none(tmp_path: Path) -> None:
    assert articles(snapshot(tmp_path, "ngày 02/01/2021 của Bộ A"), "tt-2") == []


def test_articles_whose_note_states_no_day_are_of_the_number(tmp_path: Path) -> None:
    place = "phap-dien/?luat=thong-tu-02-2021-tt-ba#dieu-1"
    assert articles(snapshot(tmp_path, ""), "tt-2")[0] == ("Điều 1. Phạm vi điều chỉnh", place)


def test_a_site_without_the_library_lists_none(tmp_path: Path) -> None:
    alone = SiteSnapshot(load(tmp_path, clean_files()), DAY)
    assert articles(alone, "tt-2") == []
    view = record_view(alone, alone.corpus.documents["tt-2"])
    assert "cac-dieu" not in dict(view.contents)
