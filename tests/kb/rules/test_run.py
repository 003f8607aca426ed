"""Each rule finds its fault at its place, and a clean corpus has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.rules.run import check_corpus
from tests.support.corpora import body, clean_files, document, load

RELATION = "relations:\n  - {{kind: {kind}, to: {to}, sure: read, sources: [s1]}}\n"


def relation(kind: str, to: str) -> str:
    return RELATION.format(kind=kind, to=to)


FAULTS: dict[str, tuple[dict[str, str], str, int]] = {
    # what is put in place of, or beside, the clean corpus; the path and line of the one problem
    "IDN01": ({"documents/tt-9.yaml": document("tt-8", "09/2020/TT-BA", "2020-01-01")}, "documents/tt-9.yaml", 1),
    "IDN03": ({"documents/tt-1.yaml": document("tt-1", "số một", "2020-01-01")}, "documents/tt-1.yaml", 2),
    "IDN04": ({"documents/tt-9.yaml": document("tt-9", "01/2020/TT-BA", "2020-01-01")}, "documents/tt-9.yaml", 2),
    "REF01": (
        {"documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", more=relation("can_cu", "tt-0"))},
        "documents/tt-1.yaml",
        12,
    ),
    "REF02": (
        {"documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", more=relation("can_cu", "bo-a"))},
        "documents/tt-1.yaml",
        12,
    ),
    "WIT01": (
        {"bodies/bo-a.yaml": body("bo-a", "Bộ A").replace("level:", "valid_to: 2025\nlevel:")},
        "bodies/bo-a.yaml",
        3,
    ),
    "WIT02": ({"bodies/bo-a.yaml": body("bo-a", "Bộ A").replace("[s1]}", "[s1, s2]}")}, "bodies/bo-a.yaml", 5),
    "WIT03": (
        {
            "documents/tt-1.yaml": document(
                "tt-1", "01/2020/TT-BA", "2020-01-01", "  - {kind: in_force, date: 2020-02-01, sure: read}"
            )
        },
        "documents/tt-1.yaml",
        11,
    ),
    "WIT04": ({"bodies/bo-a.yaml": body("bo-a", "Bộ A").replace("[name]", "[name, ten]")}, "bodies/bo-a.yaml", 5),
    "WIT05": (
        {"bodies/bo-a.yaml": body("bo-a", "Bộ A") + "  - {id: s2, where: https://example.vn/b, checked: 2026-01-02}\n"},
        "bodies/bo-a.yaml",
        8,
    ),
    "DAT01": (
        {
            "documents/tt-1.yaml": document(
                "tt-1",
                "01/2020/TT-BA",
                "2020-01-01",
                "  - {kind: in_force, date: 2019-12-31, sure: read, sources: [s1]}",
            )
        },
        "documents/tt-1.yaml",
        11,
    ),
    "DAT02": (
        {
            "documents/tt-1.yaml": document(
                "tt-1", "01/2020/TT-BA", "2020-01-01", "  - {kind: issued, date: 2020-01-02, sure: read, sources: [s1]}"
            )
        },
        "documents/tt-1.yaml",
        11,
    ),
    "DAT03": (
        {"documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01").replace("issued", "in_force")},
        "documents/tt-1.yaml",
        10,
    ),
    "DAT05": ({"documents/tt-9.yaml": document("tt-9", "01/2090/TT-BA", "2090-01-01")}, "documents/tt-9.yaml", 10),
    "REL01": (
        {"documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", more=relation("dan_chieu", "tt-1"))},
        "documents/tt-1.yaml",
        12,
    ),
    "REL04": (
        {"documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", more=relation("thay_the", "tt-2"))},
        "documents/tt-1.yaml",
        12,
    ),
    "REL05": (
        {
            "documents/tt-1.yaml": document(
                "tt-1",
                "01/2020/TT-BA",
                "2020-01-01",
                "  - {kind: amended, date: 2021, by: tt-2, sure: read, sources: [s1]}",
            )
        },
        "documents/tt-1.yaml",
        11,
    ),
    "UNI01": ({"bodies/bo-a.yaml": body("bo-a", "Bo\u0323 A")}, "bodies/bo-a.yaml", 2),
}


def test_the_clean_corpus_is_clean(tmp_path: Path) -> None:
    assert check_corpus(load(tmp_path, clean_files())) == []


@pytest.mark.parametrize("code", FAULTS)
def test_fault(code: str, tmp_path: Path) -> None:
    files, path, line = FAULTS[code]
    problems = check_corpus(load(tmp_path, clean_files() | files))
    assert (code, f"corpus/{path}", line) in {(p.code, p.mark.path, p.mark.line) for p in problems}
    assert {p.code for p in problems} <= {code, "REL03", "REL08"}
    assert all(p.message and p.mark.column >= 1 for p in problems)


def test_contradictory_relations_are_told(tmp_path: Path) -> None:
    files = clean_files()
    files["documents/tt-3.yaml"] = document("tt-3", "03/2021/TT-BA", "2021-01-01", more=relation("thay_the", "tt-4"))
    files["documents/tt-4.yaml"] = document("tt-4", "04/2021/TT-BA", "2021-01-01", more=relation("thay_the", "tt-3"))
    assert [p.code for p in check_corpus(load(tmp_path, files)) if p.code != "REL08"] == ["REL03", "REL03"]


def test_files_out_of_place_are_told(tmp_path: Path) -> None:
    files = clean_files() | {"linh-tinh.yaml": "a: b\n", "la/x.yaml": "a: b\n"}
    assert [p.code for p in check_corpus(load(tmp_path, files))] == ["SRC09", "SRC09"]


def test_files_that_were_meant_to_be_records_are_told_with_their_name(tmp_path: Path) -> None:
    names = ["a.yml", "b.YAML", "c.Yml", "d.yaml.txt", "e.yml.TXT"]  # no two are one file where case does not count
    files = clean_files() | {f"terms/{name}": "a: b\n" for name in names} | {"terms/x.txt": "a", "terms/yml": "a"}
    problems = check_corpus(load(tmp_path, files))
    assert sorted((p.code, p.mark.path, p.help) for p in problems) == sorted(
        ("SRC10", f"corpus/terms/{name}", f"đổi tên thành: {name[0]}.yaml") for name in names
    )


def test_a_link_out_of_the_corpus_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("id: x\n", "utf-8")
    corpus = tmp_path / "corpus" / "terms"
    corpus.mkdir(parents=True)
    (corpus / "x.yaml").symlink_to(outside)
    assert [p.code for p in check_corpus(load(tmp_path, clean_files()))] == ["SRC08"]


@pytest.mark.parametrize(
    ("suspended", "resumed", "found"),
    [
        ("2020-06-02", "2020-06-01", ["STA02"]),
        ("2020-06-01", "2020-06-01", []),
        ("2020-06-01", "2020", []),
        ("2020-06-01", "2020-06", []),
        ("2020-06-01", "2020-05", ["STA02"]),
        ("2021", "2020-12-31", ["STA02"]),
        ("2020", "2020-06-01", []),
        ("unknown", "2020-06-01", []),
    ],
)
def test_a_resumption_follows_a_suspension_where_their_dates_allow_it(
    suspended: str, resumed: str, found: list[str], tmp_path: Path
) -> None:
    events = "".join(
        f"  - {{kind: {kind}, date: {day}, sure: read, sources: [s1]}}\n"
        for kind, day in (("suspended", suspended), ("resumed", resumed))
    )
    files = clean_files() | {"documents/tt-9.yaml": document("tt-9", "09/2018/TT-BA", "2018-01-01", events)}
    assert [p.code for p in check_corpus(load(tmp_path, files))] == found
