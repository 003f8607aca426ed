"""What corpus and registers say of the document of an article, and which law of its name came later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kb.library.article import ArticleSource
from kb.library.later_laws import later_laws
from kb.library.standing import standing_lines, standings
from kb.register.layers import Layer, LayerRegister
from kb.snapshot import Snapshot
from tests.support.corpora import clean_files, document, load
from tests.support.registers import register

SOURCE = ArticleSource("2", "Luật", "01/2021/QH15", "Thử nghiệm", "2021-06-20", "Quốc hội")
ENDED = "  - {kind: replaced, date: 2024-07-01, by: l-2, sure: read, sources: [s1]}\n"
OLD = document("l-1", "01/2021/QH15", "2021-06-20", ENDED, type_="luat").replace("Về việc l-1", "Luật Thử nghiệm")
NEW = document("l-2", "09/2024/QH15", "2024-06-27", type_="luat").replace("Về việc l-2", "Luật Thử nghiệm")
ROW = "{}/QH15|Luật|ds:{}|Quốc hội|ds:Luật Thử nghiệm||{}||"
REGISTERS = [
    LayerRegister(
        Layer.REGISTER,
        register(
            [
                ROW.format("01/2021", "2021-06-20", "pd:2024-07-01 thay thế 09/2024/QH15"),
                ROW.format("09/2024", "2024-06-27", ""),
            ]
        ),
    )
]


def snapshot(root: Path, files: dict[str, str], day: date = date(2026, 11, 24)) -> Snapshot:
    return Snapshot(load(root, clean_files() | files), day)


def test_the_corpus_speaks_before_the_registers(tmp_path: Path) -> None:
    both = snapshot(tmp_path, {"documents/l-1.yaml": OLD, "documents/l-2.yaml": NEW})
    assert list(standing_lines(both, standings(both, REGISTERS, SOURCE))) == [
        "Tình trạng ngày 24/11/2026 (theo kho): Hết hiệu lực – bị thay thế từ ngày 01/7/2024 bởi Luật 09/2024/QH15"
    ]
    [later] = later_laws(both, REGISTERS, SOURCE)
    assert later.line.startswith("kho: Luật 09/2024/QH15 ngày 27/6/2024; ")
    assert (later.fields["layer"], later.fields["id"]) == ("corpus", "l-2")


def test_what_the_corpus_does_not_hold_is_asked_of_the_registers(tmp_path: Path) -> None:
    neither = snapshot(tmp_path, {})
    [standing] = standings(neither, REGISTERS, SOURCE)
    assert standing.layer is Layer.REGISTER
    assert standing.said.startswith("hết hiệu lực từ ngày 01/7/2024, thay bằng ")
    [later] = later_laws(neither, REGISTERS, SOURCE)
    assert (later.fields["layer"], later.fields["number"]) == ("register", "09/2024/QH15")


def test_before_its_end_a_law_holds(tmp_path: Path) -> None:
    before = snapshot(tmp_path, {}, date(2024, 6, 1))
    assert all("sẽ hết hiệu lực" in standing.said for standing in standings(before, REGISTERS, SOURCE))


def test_a_document_of_another_day_says_nothing(tmp_path: Path) -> None:
    both = snapshot(tmp_path, {"documents/l-1.yaml": OLD})
    other = ArticleSource("2", "Luật", "01/2021/QH15", "Thử nghiệm", "2021-06-21")
    assert standings(both, REGISTERS, other) == []
    unnumbered = ArticleSource("2", "Hiến pháp", "", "Hiến pháp", "2013-11-28")
    assert (standings(both, REGISTERS, unnumbered), list(later_laws(both, REGISTERS, unnumbered))) == ([], [])
